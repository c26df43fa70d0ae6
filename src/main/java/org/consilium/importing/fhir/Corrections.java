package org.consilium.importing.fhir;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * What has to leave the patients' records again, once everything was read: what a newer version of
 * its resource has replaced, and results that stood inside another resource and alone, too. The
 * records are packed by then, so it is known by hashes of 32 bits within its patient. Not
 * thread-safe.
 */
final class Corrections {
    private static final long MIXER = 0x9e3779b97f4a7c15L;

    private final BitSet touched = new BitSet();

    /** How often each is to leave, by patient and mark. */
    private final LongMap replaced = new LongMap();

    private final LongMap contained = new LongMap();

    /** How many contained ones say the same, whatever the encounter. */
    private final LongMap sayings = new LongMap();

    /**
     * A record without what had to leave.
     *
     * @param doubled results that stood alone, too
     */
    record Corrected(Timeline timeline, int doubled) {}

    /** What tells an event from others of its patient; never 0. */
    static int mark(ClinicalEvent event) {
        int hash = 31 * saying(event) + Objects.hashCode(event.encounterId());
        hash = 31 * hash + Objects.hashCode(event.reason());
        hash = 31 * hash + event.category().ordinal();
        return mixed(31 * hash + seconds(event.end()));
    }

    /** What an event says, at whatever encounter. */
    private static int saying(ClinicalEvent event) {
        int hash = 31 * event.concept().hashCode() + event.kind().ordinal();
        return 31 * (31 * hash + seconds(event.start())) + Objects.hashCode(event.value());
    }

    /** To the second, as the records are packed. */
    private static int seconds(@Nullable LocalDateTime time) {
        return time == null ? 1 : Long.hashCode(time.toEpochSecond(ZoneOffset.UTC) * MIXER);
    }

    /** What tells an encounter from others of its patient; its reason may come later. Never 0. */
    static int mark(Encounter encounter) {
        return mixed(
                Objects.hash(
                        encounter.id(),
                        encounter.encounterClass(),
                        encounter.type(),
                        seconds(encounter.start()),
                        seconds(encounter.end())));
    }

    private static int mixed(int hash) {
        int mixed = (hash ^ hash >>> 16) * 0x85ebca6b;
        return mixed == 0 ? 1 : mixed ^ mixed >>> 13;
    }

    /** Something of a patient that was added and is in force no longer. */
    void replace(int slot, int mark) {
        count(replaced, slot, mark);
    }

    /** A result that stood inside another resource was added. */
    void contain(int slot, ClinicalEvent event) {
        count(contained, slot, mark(event));
        count(sayings, slot, saying(event));
    }

    private void count(LongMap into, int slot, int mark) {
        touched.set(slot);
        into.put(key(slot, mark), count(into, key(slot, mark)) + 1);
    }

    private static long count(LongMap map, long key) {
        return Math.max(0, map.get(key));
    }

    private static long key(int slot, int mark) {
        long key = ((long) slot << 32 | mark & 0xffffffffL) * MIXER;
        return key == 0 ? 1 : key ^ key >>> 32;
    }

    /** What is left of a patient's record. */
    Corrected apply(int slot, Timeline read) {
        if (!touched.get(slot)) {
            return new Corrected(read, 0);
        }
        List<Encounter> encounters = kept(slot, read.encounters(), Corrections::mark, replaced);
        List<ClinicalEvent> events = kept(slot, read.events(), Corrections::mark, replaced);
        List<ClinicalEvent> single = withoutDoubles(slot, events);
        return new Corrected(
                new Timeline(read.patient(), encounters, single), events.size() - single.size());
    }

    /** Without as many of each as are to leave, the earlier ones first. */
    private static <T> List<T> kept(
            int slot, List<T> all, ToIntFunction<T> marking, LongMap leaving) {
        List<T> kept = new ArrayList<>(all.size());
        for (T each : all) {
            long key = key(slot, marking.applyAsInt(each));
            long left = count(leaving, key);
            if (left > 0) {
                leaving.put(key, left - 1);
            } else {
                kept.add(each);
            }
        }
        return kept;
    }

    private List<ClinicalEvent> withoutDoubles(int slot, List<ClinicalEvent> events) {
        Map<Long, Integer> said = new HashMap<>();
        events.forEach(each -> said.merge(key(slot, saying(each)), 1, Integer::sum));
        LongMap leaving = new LongMap();
        for (ClinicalEvent each : events) {
            long saying = key(slot, saying(each));
            long inside = count(sayings, saying);
            if (inside > 0 && said.getOrDefault(saying, 0) > inside) {
                long key = key(slot, mark(each));
                leaving.put(key, count(contained, key));
            }
        }
        return kept(slot, events, Corrections::mark, leaving);
    }
}
