package org.consilium.tuning;

import java.util.List;
import java.util.Map;
import org.consilium.clinical.ItemKind;
import org.consilium.tuning.evaluation.Calibration;
import org.jspecify.annotations.Nullable;

/**
 * Several models on the same test patients, with everything that was measured. A fold is one
 * division into training and test: a seed, or a site and a seed. What is said of all folds is the
 * mean of the folds' figures, with an interval over patients and folds ({@link
 * org.consilium.tuning.evaluation.Evaluator}).
 *
 * <p>Everywhere {@code size} is the number of local training patients that was asked for, null for
 * all, and {@code trainPatients} how many there were (their mean over the folds), 0 for an
 * untouched model. Where an estimate is null there was nothing to work it out from.
 *
 * @param format of this record as JSON: 1
 * @param split who was tested, in words
 * @param rows of each fold
 * @param summaries over all folds: clinical items, then all; together, then by kind
 * @param groups over all folds, clinical items of any kind
 * @param suppressed groups of fewer than {@link PatientGroup#FEWEST_PATIENTS} test patients
 * @param differences from the reference on the same visits, over all folds
 * @param notes what the reader must know
 */
public record ComparisonReport(
        int format,
        String cohort,
        String split,
        Settings settings,
        List<FoldRow> rows,
        List<Summary> summaries,
        List<GroupRow> groups,
        List<PatientGroup> suppressed,
        List<CalibrationRow> calibration,
        List<BeyondAccuracy> beyondAccuracy,
        List<Difference> differences,
        List<String> notes) {
    /** Of the JSON. */
    public static final int FORMAT = 1;

    public ComparisonReport {
        rows = List.copyOf(rows);
        summaries = List.copyOf(summaries);
        groups = List.copyOf(groups);
        suppressed = List.copyOf(suppressed);
        calibration = List.copyOf(calibration);
        beyondAccuracy = List.copyOf(beyondAccuracy);
        differences = List.copyOf(differences);
        notes = List.copyOf(notes);
    }

    /**
     * @param resamples of the bootstrap
     * @param itemsShown length of the lists of {@link BeyondAccuracy}
     */
    public record Settings(
            SplitOptions split,
            int seeds,
            int folds,
            int coldVisits,
            int fewestInGroup,
            int resamples,
            int itemsShown) {}

    /** One model on one fold; the other components as in {@link MetricRow}. */
    public record FoldRow(
            String model,
            @Nullable Integer size,
            int trainPatients,
            long seed,
            @Nullable String site,
            boolean clinicalItemsOnly,
            @Nullable ItemKind kind,
            int visits,
            int patients,
            Map<Metric, Estimate> metrics) {}

    /**
     * @param visits tested, in every fold
     * @param patients different ones
     */
    public record Summary(
            String model,
            @Nullable Integer size,
            int trainPatients,
            boolean clinicalItemsOnly,
            @Nullable ItemKind kind,
            int visits,
            int patients,
            Map<Metric, Estimate> metrics) {}

    public record GroupRow(
            String model,
            @Nullable Integer size,
            PatientGroup group,
            int visits,
            int patients,
            Map<Metric, Estimate> metrics) {}

    /**
     * @param error expected calibration error
     * @param errorWithin the same over probabilities from .1 to .9
     * @param bins of all folds together
     */
    public record CalibrationRow(
            String model,
            @Nullable Integer size,
            Recalibration method,
            @Nullable Estimate error,
            @Nullable Estimate errorWithin,
            List<Calibration.Bin> bins) {}

    /**
     * As {@link org.consilium.tuning.evaluation.CatalogueFigures} has them, of clinical items.
     * Coverage and Gini coefficient have no interval: fewer different patients, as in a resample,
     * always show fewer different items.
     *
     * @param catalogue items in use (mean over folds)
     * @param coldItems cold ones that could be shown (mean over folds)
     * @param novelty in bits
     * @param coldNdcg NDCG@10 of cold items ranked among themselves
     */
    public record BeyondAccuracy(
            String model,
            @Nullable Integer size,
            int catalogue,
            double coverage,
            double gini,
            @Nullable Estimate novelty,
            @Nullable Estimate macroRecall,
            int coldItems,
            @Nullable Estimate coldNdcg,
            @Nullable Estimate coldRecall) {}

    /**
     * @param metrics model less reference
     */
    public record Difference(
            String model,
            String reference,
            @Nullable Integer size,
            boolean clinicalItemsOnly,
            @Nullable ItemKind kind,
            Map<Metric, Estimate> metrics) {}
}
