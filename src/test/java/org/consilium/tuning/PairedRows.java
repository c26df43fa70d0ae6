package org.consilium.tuning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.consilium.tuning.evaluation.EvaluationOptions;
import org.consilium.tuning.evaluation.Evaluator;
import org.consilium.tuning.evaluation.ItemFilter;
import org.consilium.tuning.evaluation.VisitMetrics;

/**
 * NDCG@10 of several ways on the same test visits of several clinics and seeds. Rows of one group,
 * named by what stands before a bar, are paired; intervals are from a bootstrap over patients, each
 * with all its visits of all seeds.
 */
final class PairedRows {
    private final Map<String, List<VisitMetrics>> measured = new TreeMap<>();

    /**
     * @param row a group, a bar and a name
     * @param numbers by patient of the test visits its number among all
     */
    void keep(String row, LearnedModel model, EncodedVisits test, int[] numbers, long seed) {
        VisitMetrics metrics =
                VisitMetrics.measure(
                        new EvidenceRanker(row, model.evidence()),
                        test,
                        ItemFilter.all(test.itemVocabulary()),
                        seed);
        if (metrics.size() > 0) {
            measured.computeIfAbsent(row, key -> new ArrayList<>())
                    .add(
                            new VisitMetrics(
                                    row,
                                    metrics.filter(),
                                    metrics.visits(),
                                    Arrays.stream(metrics.patients())
                                            .map(patient -> numbers[patient])
                                            .toArray(),
                                    metrics.values()));
        }
    }

    /**
     * @param reference name of the row that those of its group are paired with
     */
    void print(String reference) {
        Evaluator evaluator = new Evaluator(EvaluationOptions.withSeed(1));
        System.out.printf("| | visits | NDCG@10 | less %s |%n|---|---|---|---|%n", reference);
        measured.forEach((row, parts) -> {
            String group = row.substring(0, row.indexOf('|') + 1);
            VisitMetrics all = VisitMetrics.joined(parts);
            VisitMetrics prior =
                    VisitMetrics.joined(
                            Objects.requireNonNull(measured.get(group + " " + reference)));
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %s | %s |%n",
                    row.replace(" |", ","),
                    all.size(),
                    words("%.4f [%.4f, %.4f]", evaluator.metrics(all)),
                    words("%+.4f [%+.4f, %+.4f]", evaluator.difference(all, prior).differences()));
        });
    }

    private static String words(String format, Map<Metric, Estimate> metrics) {
        Estimate estimate = Objects.requireNonNull(metrics.get(Metric.NDCG_10));
        return String.format(Locale.ROOT, format, estimate.mean(), estimate.low(), estimate.high());
    }
}
