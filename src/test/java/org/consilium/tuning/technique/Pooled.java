package org.consilium.tuning.technique;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.consilium.tuning.Estimate;
import org.consilium.tuning.Metric;
import org.consilium.tuning.evaluation.EvaluationOptions;
import org.consilium.tuning.evaluation.PairedDifference;
import org.consilium.tuning.evaluation.VisitMetrics;

/** Test visits of several splits or clinics put together, and NDCG@10 over them. */
final class Pooled {
    private Pooled() {}

    static Estimate mean(VisitMetrics metrics) {
        double[][] nothing = new double[metrics.size()][Metric.values().length];
        return difference(
                metrics,
                new VisitMetrics(
                        "", metrics.filter(), metrics.visits(), metrics.patients(), nothing));
    }

    static Estimate difference(VisitMetrics first, VisitMetrics second) {
        return Objects.requireNonNull(
                PairedDifference.of(first, second, EvaluationOptions.withSeed(1))
                        .differences()
                        .get(Metric.NDCG_10));
    }

    static VisitMetrics joined(List<VisitMetrics> parts) {
        return new VisitMetrics(
                parts.getFirst().ranker(),
                parts.getFirst().filter(),
                parts.stream().flatMapToInt(each -> Arrays.stream(each.visits())).toArray(),
                parts.stream().flatMapToInt(each -> Arrays.stream(each.patients())).toArray(),
                parts.stream()
                        .flatMap(each -> Arrays.stream(each.values()))
                        .toArray(double[][]::new));
    }

    static VisitMetrics renumbered(VisitMetrics metrics, int[] numbers) {
        return new VisitMetrics(
                metrics.ranker(),
                metrics.filter(),
                Arrays.stream(metrics.visits()).map(visit -> numbers[visit]).toArray(),
                metrics.patients(),
                metrics.values());
    }

    static VisitMetrics sorted(VisitMetrics metrics) {
        int[] order =
                IntStream.range(0, metrics.size())
                        .boxed()
                        .sorted(Comparator.comparingInt(i -> metrics.visits()[i]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        return new VisitMetrics(
                metrics.ranker(),
                metrics.filter(),
                Arrays.stream(order).map(i -> metrics.visits()[i]).toArray(),
                Arrays.stream(order).map(i -> metrics.patients()[i]).toArray(),
                Arrays.stream(order).mapToObj(i -> metrics.values()[i]).toArray(double[][]::new));
    }
}
