package org.consilium.tuning.evaluation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How alike two rankings are, the first places counting most: rank-biased overlap, extrapolated
 * from the places that are seen (Webber, Moffat and Zobel, ACM TOIS 28(4) (2010), equation 30).
 */
public final class RankBiasedOverlap {
    /** With five places seen, the first three carry two thirds of what they say. */
    public static final double PERSISTENCE = .8;

    private RankBiasedOverlap() {}

    /**
     * @param first best first, without repeats; as long as the other
     * @return from 0, nothing in common, to 1, the same in the same order; 1 of two empty lists
     */
    public static <T> double of(List<T> first, List<T> second) {
        int depth = Math.min(first.size(), second.size());
        if (depth == 0) {
            return first.size() == second.size() ? 1 : 0;
        }
        Set<T> seenFirst = new HashSet<>();
        Set<T> seenSecond = new HashSet<>();
        double sum = 0;
        double weight = 1;
        double agreement = 0;
        for (int place = 0; place < depth; place++) {
            seenFirst.add(first.get(place));
            seenSecond.add(second.get(place));
            long common = seenFirst.stream().filter(seenSecond::contains).count();
            agreement = (double) common / (place + 1);
            weight *= PERSISTENCE;
            sum += agreement * weight;
        }
        return agreement * weight + (1 - PERSISTENCE) / PERSISTENCE * sum;
    }
}
