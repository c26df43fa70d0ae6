package org.consilium.tuning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.consilium.job.Progress;
import org.consilium.tuning.evaluation.CatalogueFigures;
import org.consilium.tuning.evaluation.EvaluationOptions;
import org.consilium.tuning.evaluation.Evaluator;
import org.consilium.tuning.evaluation.PatientSums;
import org.consilium.tuning.evaluation.Reliability;
import org.jspecify.annotations.Nullable;

/** Makes a report of measurements: means over folds and their intervals. */
final class Summaries {
    private static final EvaluationOptions OPTIONS = EvaluationOptions.withSeed(1);

    private final Evaluator evaluator = new Evaluator(OPTIONS);
    private final EvaluationRequest request;
    private final ComparisonTally tally;
    private final List<@Nullable Integer> sizes;
    private final List<String> notes;
    private final List<ComparisonReport.CalibrationRow> calibration = new ArrayList<>();
    private final List<ComparisonReport.BeyondAccuracy> beyond = new ArrayList<>();

    Summaries(
            EvaluationRequest request,
            ComparisonTally tally,
            List<@Nullable Integer> sizes,
            List<String> notes) {
        this.request = request;
        this.tally = tally;
        this.sizes = sizes;
        this.notes = notes;
    }

    ComparisonReport report(String cohort, Progress progress) {
        Stepwise steps = new Stepwise(progress, sizes.size() * request.models().size());
        AccuracySummaries accuracy = new AccuracySummaries(evaluator, tally);
        for (Integer size : sizes) {
            String reference = tally.reference(size);
            for (String model : request.models()) {
                steps.begin("Working out intervals");
                List<Measurement> measured = tally.of(model, size);
                accuracy.accuracy(model, size);
                accuracy.groups(model, size);
                calibration(model, size, measured);
                beyond(model, size, measured);
                if (reference != null && !reference.equals(model)) {
                    accuracy.differences(model, size, reference);
                }
                steps.end();
            }
        }
        return new ComparisonReport(
                ComparisonReport.FORMAT,
                cohort,
                tally.split(),
                new ComparisonReport.Settings(
                        request.split(),
                        request.seeds(),
                        tally.folds().size(),
                        request.coldVisits(),
                        PatientGroup.FEWEST_PATIENTS,
                        OPTIONS.resamples(),
                        Measurement.SHOWN),
                accuracy.rows,
                accuracy.summaries,
                accuracy.groups,
                List.copyOf(accuracy.suppressed),
                calibration,
                beyond,
                accuracy.differences,
                notes);
    }

    private void calibration(String model, @Nullable Integer size, List<Measurement> measured) {
        Map<Recalibration, List<Reliability>> ways = new EnumMap<>(Recalibration.class);
        for (Measurement each : measured) {
            each.reliability()
                    .forEach((way, reliability) ->
                            ways.computeIfAbsent(way, absent -> new ArrayList<>())
                                    .add(reliability));
        }
        ways.forEach((way, parts) -> {
            // a site that was too small to recalibrate leaves a gap that grouping can't see
            List<@Nullable Estimate> errors =
                    evaluator.estimates(
                            parts.size() == measured.size()
                                    ? tally.grouped(parts)
                                    : parts.stream().map(List::of).toList());
            calibration.add(
                    new ComparisonReport.CalibrationRow(
                            model,
                            size,
                            way,
                            errors.get(0),
                            errors.get(1),
                            Reliability.together(parts).bins()));
        });
    }

    private void beyond(String model, @Nullable Integer size, List<Measurement> measured) {
        List<CatalogueFigures> figures = measured.stream().map(Measurement::figures).toList();
        List<@Nullable Estimate> estimates = evaluator.estimates(tally.grouped(figures));
        List<PatientSums> cold = measured.stream().map(Measurement::cold).toList();
        beyond.add(
                new ComparisonReport.BeyondAccuracy(
                        model,
                        size,
                        mean(
                                figures.stream()
                                        .mapToInt(each -> each.catalogue().items().size())
                                        .toArray()),
                        plain(estimates.get(CatalogueFigures.COVERAGE)),
                        plain(estimates.get(CatalogueFigures.GINI)),
                        estimates.get(CatalogueFigures.NOVELTY),
                        estimates.get(CatalogueFigures.MACRO_RECALL),
                        mean(
                                figures.stream()
                                        .mapToInt(each -> each.catalogue().cold().size())
                                        .toArray()),
                        evaluator.metrics(tally.grouped(cold)).get(Metric.NDCG_10),
                        estimates.get(CatalogueFigures.COLD_RECALL)));
    }

    private static double plain(@Nullable Estimate estimate) {
        return estimate == null ? 0 : estimate.mean();
    }

    private static int mean(int[] numbers) {
        return (int) Math.round(Arrays.stream(numbers).average().orElse(0));
    }
}
