package org.consilium.tuning.evaluation;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How well members can be told from others by one number each: the area under the ROC curve, which
 * is the chance that a member's number is the smaller one (ties count half; Hanley and McNeil,
 * Radiology 143 (1982)). One half is no better than a coin. Arrays are shared, not copied.
 *
 * @param patients each once, ascending by the number that they are told by
 * @param values their numbers
 * @param members by patient whether it is a member
 */
public record AttackAuc(int[] patients, double[] values, boolean[] members) implements Statistic {

    /**
     * @param patients in any order, with their numbers and whether they are members
     */
    public static AttackAuc of(int[] patients, double[] values, boolean[] members) {
        int[] order =
                IntStream.range(0, patients.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> values[i]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        boolean[] sorted = new boolean[order.length];
        for (int i = 0; i < order.length; i++) {
            sorted[i] = members[order[i]];
        }
        return new AttackAuc(
                IntStream.of(order).map(i -> patients[i]).toArray(),
                IntStream.of(order).mapToDouble(i -> values[i]).toArray(),
                sorted);
    }

    @Override
    public double[] of(int[] weights) {
        double membersBelow = 0;
        double others = 0;
        double won = 0;
        int next = 0;
        while (next < patients.length) {
            double value = values[next];
            double tiedMembers = 0;
            double tiedOthers = 0;
            while (next < patients.length && values[next] == value) {
                tiedMembers += members[next] ? weights[patients[next]] : 0;
                tiedOthers += members[next] ? 0 : weights[patients[next]];
                next++;
            }
            won += tiedOthers * (membersBelow + tiedMembers / 2);
            membersBelow += tiedMembers;
            others += tiedOthers;
        }
        return new double[] {won / (membersBelow * others)};
    }
}
