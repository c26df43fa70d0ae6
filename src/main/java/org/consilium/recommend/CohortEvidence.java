package org.consilium.recommend;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a cohort says of one item for one patient.
 *
 * @param patients looked at, without the patient
 * @param similar how many of them are similar enough; 0 where they are too few to be shown
 * @param asked what those similar received of the item itself; null where they are too few
 * @param received what else they received, the most often first
 * @param steadiness how the item's rank varies
 */
public record CohortEvidence(
        int patients,
        int similar,
        @Nullable Received asked,
        List<Received> received,
        Steadiness steadiness) {
    /** Counts below it are never shown, nor such that tell one below it by subtraction. */
    public static final int LEAST = 10;

    /** How many are counted at most. */
    public static final int NEAREST = 100;

    /** How long after the visit it counts as received then. */
    public static final int DAYS = 180;

    public CohortEvidence {
        received = List.copyOf(received);
    }

    /** How much of a count can be told. */
    public enum Told {
        EXACT,
        /** Fewer than {@link CohortEvidence#LEAST}, none among them. */
        FEW,
        /** All but fewer than {@link CohortEvidence#LEAST}. */
        NEARLY_ALL
    }

    /**
     * How many of the similar patients were newly started on an item at the visit at which they
     * were most similar, or within {@link #DAYS} days of it.
     *
     * @param count 0 unless it can be told
     * @param medianDays after that visit; -1 unless the count can be told
     */
    public record Received(Item item, Told told, int count, int medianDays) {
        static Received of(Item item, List<Integer> days, int similar) {
            int count = days.size();
            if (count < LEAST) {
                return new Received(item, Told.FEW, 0, -1);
            }
            if (similar - count < LEAST && similar > count) {
                return new Received(item, Told.NEARLY_ALL, 0, -1);
            }
            List<Integer> sorted = days.stream().sorted().toList();
            return new Received(item, Told.EXACT, count, sorted.get(count / 2));
        }
    }

    /**
     * How an item's rank varies when the evidence of this patient's facts is fitted again on
     * patients that are drawn anew.
     *
     * @param draws how many times
     * @param rank on the record as it is
     * @param best in all but the 1 in 20 best draws
     * @param worst in all but the 1 in 20 worst draws
     */
    public record Steadiness(int draws, int rank, int best, int worst) {}
}
