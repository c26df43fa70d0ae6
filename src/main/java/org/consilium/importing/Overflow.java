package org.consilium.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consilium.clinical.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * The memory that the buffers of one import share: how much of it is taken, and what becomes of
 * them when that is too much. Not thread-safe.
 */
final class Overflow {
    /** Encounters and events that are spilled at a time. */
    private static final int ENTRIES = 50_000;

    /** Patients whose parts are read at a time: they mostly are asked for in their order. */
    private static final int AHEAD = 32;

    private final Spill spill;
    private final List<@Nullable TimelineBuffer> buffers = new ArrayList<>();
    private final LongSet encounters = new LongSet();
    private final Map<String, List<Timeline>> ahead = new HashMap<>();
    private long held;
    private boolean spilled;

    Overflow(Spill spill) {
        this.spill = spill;
    }

    /** The number of a buffer, counted from 0. */
    int register(TimelineBuffer buffer) {
        buffers.add(buffer);
        return buffers.size() - 1;
    }

    boolean isTooMuch(long more) {
        held += more;
        return held > spill.budget();
    }

    /** Keeps everything elsewhere that is in memory. */
    void spill() {
        List<Timeline> parts = new ArrayList<>();
        int entries = 0;
        for (TimelineBuffer buffer : buffers) {
            if (buffer == null || buffer.isEmpty()) {
                continue;
            }
            Timeline part = buffer.drain();
            part.encounters().forEach(each -> remember(buffer, each.id()));
            part.events().forEach(each -> remember(buffer, each.encounterId()));
            parts.add(part);
            entries += part.encounters().size() + part.events().size();
            if (entries >= ENTRIES) {
                spill.keep(parts);
                parts = new ArrayList<>();
                entries = 0;
            }
        }
        if (!parts.isEmpty()) {
            spill.keep(parts);
        }
        held = 0;
        spilled = true;
    }

    private void remember(TimelineBuffer buffer, @Nullable String encounter) {
        if (encounter != null) {
            encounters.add(hash(buffer.number(), encounter));
        }
    }

    /** Whether it is among what was spilled of that patient. */
    boolean knowsEncounter(int number, String encounter) {
        return spilled && encounters.contains(hash(number, encounter));
    }

    private static long hash(int number, String encounter) {
        return LongSet.hash(encounter) * (2L * number + 1);
    }

    /** What was spilled of a patient, in its order; the buffer is not needed here any more. */
    List<Timeline> take(TimelineBuffer buffer) {
        buffers.set(buffer.number(), null);
        if (!spilled) {
            return List.of();
        }
        String id = buffer.patient().id();
        if (!ahead.containsKey(id)) {
            read(buffer);
        }
        List<Timeline> kept = ahead.remove(id);
        return kept == null ? List.of() : kept;
    }

    private void read(TimelineBuffer first) {
        List<String> ids = new ArrayList<>(List.of(first.patient().id()));
        for (int i = first.number() + 1; i < buffers.size() && ids.size() < AHEAD; i++) {
            TimelineBuffer next = buffers.get(i);
            if (next != null) {
                ids.add(next.patient().id());
            }
        }
        ahead.clear();
        ids.forEach(id -> ahead.put(id, List.of()));
        ahead.putAll(spill.kept(ids));
    }
}
