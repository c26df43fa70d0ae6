package org.consilium.tuning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.consilium.tuning.evaluation.Evaluator;
import org.consilium.tuning.evaluation.ItemFilter;
import org.consilium.tuning.evaluation.PatientSums;
import org.jspecify.annotations.Nullable;

/** How well models rank: by fold, over all folds, by group, and less the reference. */
final class AccuracySummaries {
    private static final Comparator<PatientGroup> ORDER =
            Comparator.comparing(PatientGroup::dimension).thenComparing(PatientGroup::value);

    final List<ComparisonReport.FoldRow> rows = new ArrayList<>();
    final List<ComparisonReport.Summary> summaries = new ArrayList<>();
    final List<ComparisonReport.GroupRow> groups = new ArrayList<>();
    final Set<PatientGroup> suppressed = new TreeSet<>(ORDER);
    final List<ComparisonReport.Difference> differences = new ArrayList<>();
    private final Evaluator evaluator;
    private final ComparisonTally tally;

    AccuracySummaries(Evaluator evaluator, ComparisonTally tally) {
        this.evaluator = evaluator;
        this.tally = tally;
    }

    /** Rows of each fold, then over all folds. */
    void accuracy(String model, @Nullable Integer size) {
        List<Measurement> measured = tally.of(model, size);
        measured.forEach(each -> rows(model, size, each));
        for (int filter = 0; filter < measured.getFirst().filters().size(); filter++) {
            summary(model, size, measured, filter);
        }
    }

    private void rows(String model, @Nullable Integer size, Measurement each) {
        for (int filter = 0; filter < each.filters().size(); filter++) {
            PatientSums sums = each.sums().get(filter);
            if (sums.patients().length > 0) {
                ItemFilter items = each.filters().get(filter);
                rows.add(
                        new ComparisonReport.FoldRow(
                                model,
                                size,
                                each.trainPatients(),
                                each.fold().seed(),
                                each.fold().site(),
                                items.clinicalItemsOnly(),
                                items.kind(),
                                sums.visits(),
                                sums.patients().length,
                                evaluator.metrics(List.of(List.of(sums)))));
            }
        }
    }

    private void summary(
            String model, @Nullable Integer size, List<Measurement> measured, int filter) {
        List<PatientSums> sums = measured.stream().map(each -> each.sums().get(filter)).toList();
        if (patients(sums) > 0) {
            ItemFilter items = measured.getFirst().filters().get(filter);
            summaries.add(
                    new ComparisonReport.Summary(
                            model,
                            size,
                            trainPatients(measured),
                            items.clinicalItemsOnly(),
                            items.kind(),
                            visits(sums),
                            patients(sums),
                            evaluator.metrics(tally.grouped(sums))));
        }
    }

    /** By group; those that are too small are named and nothing more. */
    void groups(String model, @Nullable Integer size) {
        List<Measurement> measured = tally.of(model, size);
        Set<PatientGroup> all =
                measured.stream()
                        .flatMap(each -> each.groups().keySet().stream())
                        .collect(Collectors.toCollection(() -> new TreeSet<>(ORDER)));
        for (PatientGroup group : all) {
            List<PatientSums> sums =
                    measured.stream()
                            .map(each -> each.groups().getOrDefault(group, PatientSums.NONE))
                            .toList();
            if (patients(sums) < PatientGroup.FEWEST_PATIENTS) {
                suppressed.add(group);
            } else {
                groups.add(
                        new ComparisonReport.GroupRow(
                                model,
                                size,
                                group,
                                visits(sums),
                                patients(sums),
                                evaluator.metrics(tally.grouped(sums))));
            }
        }
    }

    /** From the reference, on the same visits. */
    void differences(String model, @Nullable Integer size, String reference) {
        List<Measurement> measured = tally.of(model, size);
        List<Measurement> compared = tally.of(reference, size);
        for (int filter = 0; filter < measured.getFirst().filters().size(); filter++) {
            List<PatientSums> gaps = new ArrayList<>();
            for (int fold = 0; fold < measured.size(); fold++) {
                gaps.add(
                        measured.get(fold)
                                .sums()
                                .get(filter)
                                .minus(compared.get(fold).sums().get(filter)));
            }
            ItemFilter items = measured.getFirst().filters().get(filter);
            if (patients(gaps) > 0 && (items.clinicalItemsOnly() || items.kind() == null)) {
                differences.add(
                        new ComparisonReport.Difference(
                                model,
                                reference,
                                size,
                                items.clinicalItemsOnly(),
                                items.kind(),
                                evaluator.metrics(tally.grouped(gaps))));
            }
        }
    }

    private static int trainPatients(List<Measurement> measured) {
        return (int)
                Math.round(
                        measured.stream().mapToInt(Measurement::trainPatients).average().orElse(0));
    }

    private static int visits(List<PatientSums> sums) {
        return sums.stream().mapToInt(PatientSums::visits).sum();
    }

    private static int patients(List<PatientSums> sums) {
        return (int)
                sums.stream()
                        .flatMapToInt(each -> Arrays.stream(each.patients()))
                        .distinct()
                        .count();
    }
}
