package org.consilium.tuning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The measurements of a comparison, by model and number of training patients. Not thread-safe. */
final class ComparisonTally {
    private static final int FEW_TESTED = 50;

    private final EvaluationRequest request;
    private final List<Fold> folds;
    private final int patients;
    private final Map<Key, List<Measurement>> measurements = new LinkedHashMap<>();
    private long targets;
    private long knownTargets;

    private record Key(String model, @Nullable Integer size) {}

    /**
     * @param patients of the cohort
     */
    ComparisonTally(EvaluationRequest request, List<Fold> folds, int patients) {
        this.request = request;
        this.patients = patients;
        this.folds = List.copyOf(folds);
    }

    void add(FoldMaterial material) {
        targets += material.targets();
        knownTargets += material.knownTargets();
    }

    /**
     * @param model as it was asked for
     * @param size training patients that were asked for; null for all
     */
    void add(String model, @Nullable Integer size, Measurement measurement) {
        measurements
                .computeIfAbsent(new Key(model, size), absent -> new ArrayList<>())
                .add(measurement);
    }

    /** One a fold, in the order of the folds. */
    List<Measurement> of(String model, @Nullable Integer size) {
        return Objects.requireNonNull(measurements.get(new Key(model, size)));
    }

    List<Fold> folds() {
        return folds;
    }

    /**
     * The folds' statistics as the bootstrap takes them: a site's seeds are drawn together, since
     * sites differ far more than seeds.
     */
    <T> List<List<T>> grouped(List<T> perFold) {
        Map<String, List<T>> groups = new LinkedHashMap<>();
        for (int fold = 0; fold < perFold.size(); fold++) {
            Fold of = folds.get(fold);
            String name = of.site() == null ? "seed " + of.seed() : of.site();
            groups.computeIfAbsent(name, absent -> new ArrayList<>()).add(perFold.get(fold));
        }
        return List.copyOf(groups.values());
    }

    /** The one asked for, else the baseline of the highest mean NDCG@10 of clinical items. */
    @Nullable String reference(@Nullable Integer size) {
        if (request.reference() != null) {
            return request.reference();
        }
        return request.models().stream()
                .filter(Baselines.NAMES::contains)
                .max(Comparator.comparingDouble(model -> ndcg(of(model, size))))
                .orElse(null);
    }

    private static double ndcg(List<Measurement> measured) {
        return measured.stream()
                .map(each -> each.sums().getFirst())
                .filter(sums -> sums.patients().length > 0)
                .mapToDouble(sums -> sums.means()[Metric.NDCG_10.ordinal()])
                .average()
                .orElse(Double.NEGATIVE_INFINITY);
    }

    /** Who was tested, in words. */
    String split() {
        String tested = "%,d patients tested".formatted(tested());
        String seeds = request.seeds() == 1 ? "seed 1" : "seeds 1 to " + request.seeds();
        return switch (request.split().kind()) {
            case PATIENT -> "by patient, a quarter held out (%s), %s".formatted(tested, seeds);
            case TIME ->
                    "by time, the last quarter of the visits held out and the %d days before them left out (%s), %s"
                            .formatted(Folds.GAP_DAYS, tested, seeds);
            case SITE ->
                    "by site, %d in turn, half of its patients held out (%s), learned from %s, %s"
                            .formatted(
                                    folds.stream().map(Fold::site).distinct().count(),
                                    tested,
                                    switch (request.split().learnFrom()) {
                                        case LOCAL -> "the other half";
                                        case OTHERS -> "the other sites";
                                        case POOLED -> "the other half and the other sites";
                                    },
                                    seeds);
        };
    }

    /** Patients with a clinical item started at a test visit. */
    private int tested() {
        return (int)
                measurements.values().iterator().next().stream()
                        .flatMapToInt(each -> Arrays.stream(each.sums().getFirst().patients()))
                        .distinct()
                        .count();
    }

    private String fewTested(int tested) {
        return tested == 0
                ? "The cohort has %d patients and none of those held out starts an item that the others know, so that nothing could be measured: %d tested patients are needed for means to be read."
                        .formatted(patients, FEW_TESTED)
                : "Only %d of the cohort's %d patients are tested, and %d are needed for means to be read: read the intervals."
                        .formatted(tested, patients, FEW_TESTED);
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>();
        int tested = tested();
        if (tested < FEW_TESTED) {
            notes.add(fewTested(tested));
        }
        if (knownTargets < targets) {
            notes.add(
                    "%.1f%% of the starts at the test visits are of items too rare in training to be known: they are not counted."
                            .formatted(100.0 * (targets - knownTargets) / targets));
        }
        int smallest =
                measurements.values().stream()
                        .flatMap(List::stream)
                        .filter(each -> each.trainPatients() > 0)
                        .mapToInt(Measurement::trainPatients)
                        .min()
                        .orElse(Integer.MAX_VALUE);
        if (request.recalibrated() && smallest < Measurement.FEWEST_TO_RECALIBRATE) {
            notes.add(
                    "With fewer than %d training patients nothing is recalibrated."
                            .formatted(Measurement.FEWEST_TO_RECALIBRATE));
        }
        if (request.seeds() > 1 && request.seeds() < 5) {
            notes.add(
                    "An interval over %d seeds knows little of how seeds differ: take 5 or more for a claim."
                            .formatted(request.seeds()));
        }
        return notes;
    }
}
