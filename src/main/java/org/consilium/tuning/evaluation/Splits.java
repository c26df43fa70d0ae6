package org.consilium.tuning.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.consilium.tuning.EncodedVisits;

/**
 * Divides visits into parts. Visits keep their order and patients their numbers. The same seed
 * gives the same parts on every machine (java.util.Random's sequence is specified).
 */
public final class Splits {
    private Splits() {}

    /**
     * Whole patients go to one part each, so that no test patient was seen in training. The part
     * sizes are rounded, but with at least two patients and a test fraction above 0 neither
     * training nor test is empty.
     *
     * @param validation fraction of the patients, from 0
     * @param test fraction of the patients, from 0; with validation below 1
     */
    public static Split byPatient(EncodedVisits visits, double validation, double test, long seed) {
        if (validation < 0 || test < 0 || validation + test >= 1) {
            throw new IllegalArgumentException(
                    "fractions for validation and test must leave something to train on");
        }
        int[] order = shuffledPatients(visits, seed);
        int forTest = count(test, order.length);
        int forValidation =
                Math.min(
                        (int) Math.round(validation * order.length),
                        Math.max(0, order.length - forTest - 1));
        int[] testing = Arrays.copyOf(order, forTest);
        int[] validating = Arrays.copyOfRange(order, forTest, forTest + forValidation);
        int[] training = Arrays.copyOfRange(order, forTest + forValidation, order.length);
        return new Split(of(visits, training), of(visits, validating), of(visits, testing));
    }

    /**
     * Earlier visits train, later ones test; a patient may be in both, as in use. Targets look up
     * to 30 days ahead, so visits shortly before the test period are left out of training, or it
     * would know what happens in it.
     *
     * @param quantile which part of the visits lies before the test period, from 0 to 1
     * @param gapDays days before the test period that nobody trains on; 30 for the usual targets
     */
    public static Split byTime(EncodedVisits visits, double quantile, int gapDays) {
        if (visits.size() == 0 || quantile < 0 || quantile > 1 || gapDays < 0) {
            throw new IllegalArgumentException(
                    "a split by time needs visits, a quantile from 0 to 1 and a gap from 0 days");
        }
        long[] days = visits.days().clone();
        Arrays.sort(days);
        long start = days[Math.min((int) (quantile * days.length), days.length - 1)];
        return new Split(
                where(visits, visit -> visits.days()[visit] < start - gapDays),
                visits.subset(new int[0]),
                where(visits, visit -> visits.days()[visit] >= start));
    }

    /**
     * Visits of n patients (all when there are fewer). Nested: for one seed, the patients of a
     * smaller n are among those of a larger one.
     */
    public static EncodedVisits patients(EncodedVisits visits, int n, long seed) {
        int[] order = shuffledPatients(visits, seed);
        return of(visits, Arrays.copyOf(order, Math.min(n, order.length)));
    }

    /**
     * Parts in which every patient is tested once, for choosing among what is trained on the rest.
     *
     * @param count how many, at most one a patient; the parts' validation is empty
     */
    public static List<Split> folds(EncodedVisits visits, int count, long seed) {
        return folds(visits, patient -> patient, count, seed);
    }

    /**
     * The same with whole groups of patients (a hospital's) on one side: for what is to hold where
     * nobody was trained on.
     *
     * @param group of a patient
     */
    public static List<Split> folds(
            EncodedVisits visits, IntUnaryOperator group, int count, long seed) {
        int[] groups = visits.patients();
        int[] order =
                shuffled(Arrays.stream(groups).map(group).distinct().sorted().toArray(), seed);
        Map<Integer, Integer> places = new HashMap<>();
        for (int place = 0; place < order.length; place++) {
            places.put(order[place], place % count);
        }
        List<Split> folds = new ArrayList<>();
        for (int fold = 0; fold < Math.min(count, order.length); fold++) {
            int number = fold;
            IntPredicate tested =
                    visit ->
                            Integer.valueOf(number)
                                    .equals(places.get(group.applyAsInt(groups[visit])));
            folds.add(
                    new Split(
                            where(visits, tested.negate()),
                            visits.subset(new int[0]),
                            where(visits, tested)));
        }
        return folds;
    }

    private static int count(double fraction, int patients) {
        int rounded = (int) Math.round(fraction * patients);
        int least = fraction > 0 ? 1 : 0;
        return Math.min(Math.max(rounded, least), Math.max(0, patients - 1));
    }

    private static int[] shuffledPatients(EncodedVisits visits, long seed) {
        return shuffled(Arrays.stream(visits.patients()).distinct().sorted().toArray(), seed);
    }

    private static int[] shuffled(int[] numbers, long seed) {
        Random random = new Random(seed);
        for (int last = numbers.length - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            int number = numbers[last];
            numbers[last] = numbers[other];
            numbers[other] = number;
        }
        return numbers;
    }

    private static EncodedVisits of(EncodedVisits visits, int[] patients) {
        int[] sorted = patients.clone();
        Arrays.sort(sorted);
        return where(visits, visit -> Arrays.binarySearch(sorted, visits.patients()[visit]) >= 0);
    }

    private static EncodedVisits where(EncodedVisits visits, IntPredicate wanted) {
        return visits.subset(IntStream.range(0, visits.size()).filter(wanted).toArray());
    }
}
