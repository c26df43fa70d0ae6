package org.consilium.tuning.evaluation;

import java.util.List;
import java.util.Map;
import org.consilium.tuning.EncodedVisits;
import org.consilium.tuning.Estimate;
import org.consilium.tuning.Metric;
import org.consilium.tuning.MetricRow;
import org.consilium.tuning.Ranker;
import org.jspecify.annotations.Nullable;

/** Measures rankers on test visits. Immutable and thread-safe. */
public final class Evaluator {
    private final EvaluationOptions options;

    public Evaluator(EvaluationOptions options) {
        this.options = options;
    }

    /**
     * Rows of one ranker: for each filter all its items, then each kind of item ranked among items
     * of that kind only. Where no visit has a target there is no row. The ranker scores each visit
     * once.
     *
     * @param trainPatients local patients it was trained on, for the rows
     */
    public List<MetricRow> evaluate(
            Ranker ranker, EncodedVisits test, List<ItemFilter> filters, int trainPatients) {
        List<ItemFilter> split =
                filters.stream()
                        .flatMap(filter -> filter.withKinds(test.itemVocabulary()).stream())
                        .toList();
        return measure(ranker, test, split).stream()
                .filter(measured -> measured.size() > 0)
                .map(measured -> row(measured, trainPatients))
                .toList();
    }

    /** Per visit values, one result for each filter, for pairing two rankers. */
    public List<VisitMetrics> measure(Ranker ranker, EncodedVisits test, List<ItemFilter> filters) {
        return VisitMetrics.measure(ranker, test, filters, options.seed());
    }

    /**
     * The first less the second, visit by visit.
     *
     * @throws IllegalArgumentException when they are not of the same visits, or of none
     */
    public PairedDifference difference(VisitMetrics first, VisitMetrics second) {
        return PairedDifference.of(first, second, options);
    }

    private MetricRow row(VisitMetrics measured, int trainPatients) {
        return new MetricRow(
                measured.ranker(),
                trainPatients,
                options.seed(),
                measured.filter().clinicalItemsOnly(),
                measured.filter().kind(),
                measured.size(),
                measured.patientCount(),
                metrics(measured));
    }

    /** Means over the visits with intervals over their patients. */
    public Map<Metric, Estimate> metrics(VisitMetrics measured) {
        return metrics(List.of(List.of(PatientSums.of(measured))));
    }

    /**
     * Means over the folds with intervals over patients and folds.
     *
     * @param folds each with the sums of which its mean is made
     */
    public Map<Metric, Estimate> metrics(List<List<PatientSums>> folds) {
        return PatientSums.named(estimates(folds));
    }

    /** The same of any figures; null where there is nothing to work one out from. */
    public List<@Nullable Estimate> estimates(List<? extends List<? extends Statistic>> folds) {
        return new ClusterBootstrap(options.resamples(), options.seed()).estimates(folds);
    }
}
