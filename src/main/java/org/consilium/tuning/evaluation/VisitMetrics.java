package org.consilium.tuning.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consilium.tuning.EncodedVisits;
import org.consilium.tuning.Metric;
import org.consilium.tuning.Ranker;

/**
 * Every {@link Metric} of every counted visit: one that has a target among the candidates (items of
 * the filter less those active). Arrays are shared, not copied: nobody may write to them.
 *
 * @param ranker its name
 * @param visits indices of the counted visits, ascending
 * @param patients the patient of each counted visit
 * @param values by counted visit, then by ordinal of the metric; each from 0 to 1
 */
public record VisitMetrics(
        String ranker, ItemFilter filter, int[] visits, int[] patients, double[][] values) {

    /** Of one filter. */
    public static VisitMetrics measure(
            Ranker ranker, EncodedVisits visits, ItemFilter filter, long seed) {
        return measure(ranker, visits, List.of(filter), seed).getFirst();
    }

    /**
     * Of several filters, scoring each visit once.
     *
     * @param seed of the order among equal scores
     */
    public static List<VisitMetrics> measure(
            Ranker ranker, EncodedVisits visits, List<ItemFilter> filters, long seed) {
        List<Collector> collectors = filters.stream().map(Collector::new).toList();
        float[] scores = new float[visits.itemVocabulary().size()];
        for (int visit = 0; visit < visits.size(); visit++) {
            if (visits.targets()[visit].length == 0) {
                continue;
            }
            ranker.score(visits.facts()[visit], scores);
            TieBreak ties = new TieBreak(seed, visits.patients()[visit], visits.days()[visit]);
            for (Collector collector : collectors) {
                collector.add(visits, visit, scores, ties);
            }
        }
        return collectors.stream().map(each -> each.collected(ranker, visits)).toList();
    }

    /** Those of several parts of the same data as one: each part's visits after the last's. */
    public static VisitMetrics joined(List<VisitMetrics> parts) {
        return new VisitMetrics(
                parts.getFirst().ranker,
                parts.getFirst().filter,
                parts.stream().flatMapToInt(part -> Arrays.stream(part.visits)).toArray(),
                parts.stream().flatMapToInt(part -> Arrays.stream(part.patients)).toArray(),
                parts.stream()
                        .flatMap(part -> Arrays.stream(part.values))
                        .toArray(double[][]::new));
    }

    /** How many visits were counted. */
    public int size() {
        return visits.length;
    }

    /** How many patients have a counted visit. */
    public int patientCount() {
        return (int) Arrays.stream(patients).distinct().count();
    }

    /**
     * @return mean over the counted visits; not a number when there are none
     */
    public double mean(Metric metric) {
        return Arrays.stream(values)
                .mapToDouble(row -> row[metric.ordinal()])
                .average()
                .orElse(Double.NaN);
    }

    private static final class Collector {
        private final ItemFilter filter;
        private final Ranking ranking;
        private final Stream.Builder<double[]> rows = Stream.builder();
        private final IntStream.Builder counted = IntStream.builder();

        Collector(ItemFilter filter) {
            this.filter = filter;
            this.ranking = new Ranking(filter);
        }

        void add(EncodedVisits visits, int visit, float[] scores, TieBreak ties) {
            ranking.start(scores, visits.masked()[visit], ties);
            int[] ranks = ranking.ranksOf(visits.targets()[visit]);
            if (ranks.length > 0) {
                rows.add(RankMetrics.of(ranks));
                counted.add(visit);
            }
        }

        VisitMetrics collected(Ranker ranker, EncodedVisits visits) {
            int[] indices = counted.build().toArray();
            int[] patients = Arrays.stream(indices).map(v -> visits.patients()[v]).toArray();
            return new VisitMetrics(
                    ranker.name(),
                    filter,
                    indices,
                    patients,
                    rows.build().toArray(double[][]::new));
        }
    }
}
