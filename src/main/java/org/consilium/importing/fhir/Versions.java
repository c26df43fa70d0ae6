package org.consilium.importing.fhir;

import org.consilium.clinical.Timeline;
import org.consilium.importing.ImportIssue;
import org.consilium.importing.LongSet;
import org.consilium.importing.PatientSink;

/**
 * Which version of a resource counts that comes more than once: the newer one ({@link Version});
 * where nothing tells which that is, the one read later. What was made of the other one leaves the
 * record in the end. Used by one thread.
 */
final class Versions {
    private static final int NOBODY = -1;

    /** Two events of one resource are this far apart. */
    private static final long NEXT = 0x9e3779b97f4a7c15L;

    private static final String NEWER =
            "Resources that came again with other content: %,d. Of each the newest version was taken,"
                    + " by meta.lastUpdated or meta.versionId.";
    private static final String LATER =
            "Resources that came again with other content and without anything that tells which is newer:"
                    + " %,d. Of each the one that was read later was taken; files are read by their names.";

    private final PatientSink sink;
    private final Taken taken = new Taken();
    private final LongSet takenLate = new LongSet();
    private final Corrections corrections = new Corrections();
    private long byVersion;
    private long byOrder;

    Versions(PatientSink sink) {
        this.sink = sink;
    }

    /**
     * What one version says.
     *
     * @param slot number of the patient
     * @param content hash of what it says
     * @param marks of what is made of it, see {@link Corrections#mark}
     * @param late whether it had to wait, and so was read before those that were taken
     */
    record Saying(Origin origin, int slot, int content, int[] marks, boolean late) {}

    /** A version that records nothing: what an older one recorded is withdrawn. */
    void withdraw(Origin origin) {
        take(new Saying(origin, NOBODY, 0, new int[0], false));
    }

    /** Whether a version of it was met. */
    boolean hasMet(Origin origin) {
        return origin.identity() != 0 && taken.find(origin.identity()) >= 0;
    }

    /** Whether it is to be taken; what it replaces then is not in force any more. */
    boolean take(Saying saying) {
        Origin origin = saying.origin;
        if (origin.identity() == 0) {
            return true;
        }
        boolean late = saying.late && !takenLate.contains(origin.identity());
        if (saying.late) {
            takenLate.add(origin.identity());
        }
        int at = taken.find(origin.identity());
        if (at < 0) {
            put(saying);
            return true;
        }
        int order = Version.compare(origin.version(), taken.version(at));
        boolean same = taken.content(at) == saying.content && taken.slot(at) == saying.slot;
        if (same) {
            if (order > 0) {
                taken.update(at, origin.version());
            }
            skipped(origin, saying.marks.length, "repeated");
            return false;
        }
        changed(order);
        if (order < 0 || order == 0 && late) {
            skipped(origin, saying.marks.length, "older version");
            return false;
        }
        skipped(origin, taken.mark(at), "older version");
        replace(origin.identity(), at);
        put(saying);
        return true;
    }

    /** What was withdrawn, or is nothing anyhow, was counted as what it is. */
    private void skipped(Origin origin, int made, String why) {
        if (made != 0) {
            sink.skipped("%s (%s)".formatted(origin.type(), why));
        }
    }

    private void put(Saying saying) {
        long key = saying.origin.identity();
        int[] marks = saying.marks;
        int first = marks.length == 0 ? 0 : marks[0];
        taken.put(key, saying.origin.version(), saying.slot, saying.content, first);
        for (int i = 1; i < marks.length; i++) {
            taken.put(key + i * NEXT, Version.UNKNOWN, saying.slot, 0, marks[i]);
        }
    }

    private void replace(long identity, int first) {
        long key = identity;
        for (int at = first; at >= 0 && taken.mark(at) != 0; at = taken.find(key)) {
            corrections.replace(taken.slot(at), taken.mark(at));
            taken.clear(at);
            key += NEXT;
        }
    }

    /**
     * A resource came again with other content.
     *
     * @param order as {@link Version#compare} has it
     */
    void changed(int order) {
        if (order == 0) {
            byOrder++;
        } else {
            byVersion++;
        }
    }

    Corrections corrections() {
        return corrections;
    }

    /** A patient's record as it is in force. */
    Timeline inForce(PatientSlot slot, Timeline read) {
        var corrected = corrections.apply(slot.number(), read);
        for (int i = 0; i < corrected.doubled(); i++) {
            sink.skipped("Observation (contained, and alone)");
        }
        Timeline kept = corrected.timeline();
        return new Timeline(slot.patient(), kept.encounters(), kept.events());
    }

    /** Says how many there were. */
    void report() {
        note(byVersion, NEWER);
        note(byOrder, LATER);
    }

    private void note(long count, String words) {
        if (count > 0) {
            sink.noted(new ImportIssue("", null, null, null, words.formatted(count)));
        }
    }
}
