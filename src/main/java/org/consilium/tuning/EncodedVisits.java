package org.consilium.tuning;

import java.util.Arrays;
import org.consilium.recommend.Fact;
import org.consilium.recommend.Item;
import org.consilium.recommend.Role;
import org.consilium.recommend.Vocabulary;

/**
 * Visits as numbers: a sparse binary matrix of facts and one of targets. Arrays are shared, not
 * copied: nobody may write to them.
 *
 * @param facts per visit the indices of its facts, ascending
 * @param targets per visit the indices of the items newly started
 * @param masked per visit the indices of items that were no candidates because they were active,
 *     ascending
 * @param patients per visit the number of its patient, from 0; visits of one patient stand
 *     together, by time
 * @param days per visit its day (epoch day)
 */
public record EncodedVisits(
        Vocabulary<Fact> factVocabulary,
        Vocabulary<Item> itemVocabulary,
        int[][] facts,
        int[][] targets,
        int[][] masked,
        int[] patients,
        long[] days) {

    public int size() {
        return facts.length;
    }

    /** How many different patients there are. */
    public int patientCount() {
        return (int) Arrays.stream(patients).distinct().count();
    }

    /** These visits only, in that order. */
    public EncodedVisits subset(int[] visits) {
        return new EncodedVisits(
                factVocabulary,
                itemVocabulary,
                pick(facts, visits),
                pick(targets, visits),
                pick(masked, visits),
                Arrays.stream(visits).map(v -> patients[v]).toArray(),
                Arrays.stream(visits).mapToLong(v -> days[v]).toArray());
    }

    /** The same visits with the facts of one role hidden. */
    public EncodedVisits without(Role role) {
        int[][] kept = new int[facts.length][];
        for (int visit = 0; visit < kept.length; visit++) {
            kept[visit] =
                    Arrays.stream(facts[visit])
                            .filter(fact -> factVocabulary.get(fact).role() != role)
                            .toArray();
        }
        return new EncodedVisits(
                factVocabulary, itemVocabulary, kept, targets, masked, patients, days);
    }

    private static int[][] pick(int[][] from, int[] visits) {
        return Arrays.stream(visits).mapToObj(v -> from[v]).toArray(int[][]::new);
    }
}
