package org.consilium.tuning;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.consilium.tuning.card.SourceAttribute;
import org.consilium.tuning.task.TaskScope;
import org.jspecify.annotations.Nullable;

/**
 * What the program itself knows of a model's source attributes; empty where only people can say.
 *
 * @param run null where the model was not tuned here
 * @param provenance of its training
 */
record CardFiller(
        ModelSummary model, Provenance provenance, @Nullable FineTuneRun run, List<String> served) {

    /** Within which an order that names no visit counts for it. */
    private static final int USUAL_DAYS = 30;

    String words(SourceAttribute attribute) {
        return switch (attribute) {
            case OUTPUT ->
                    "For each treatment a probability that it is started within %d days of the visit, with the contribution of every fact."
                            .formatted(Math.max(USUAL_DAYS, scope().horizonDays()));
            case OUTPUT_TYPE -> "Recommendation, with a prediction as its reason.";
            case INTENDED_USE ->
                    "To remind of medications, procedures, care plans and immunisations to consider at a visit.";
            case DECISION_ROLE -> "Informs; never replaces clinical judgement.";
            case KNOWN_RISKS -> risks();
            case INCLUSION -> inclusion();
            case DEMOGRAPHIC_INPUTS ->
                    "Used: age and sex. Not used: race, ethnicity, language, sexual orientation, gender identity, social determinants of health as such.";
            case REPRESENTATIVENESS -> representativeness();
            case RELEVANCE -> relevance();
            case FAIRNESS_APPROACH ->
                    "Groups by sex, age band, race, ethnicity and language, and each two of them, are compared in recall, NDCG, calibration and exposure; a model under which a group falls further behind is not served unless a named person signs for it.";
            case BIAS_APPROACH ->
                    "Race, ethnicity and language are not inputs; groups of fewer than 20 are not reported; gaps are shown before and after.";
            case VALIDITY_INTERNAL -> validity();
            case FAIRNESS_INTERNAL -> fairness();
            case VALIDITY_MONITORING, FAIRNESS_MONITORING ->
                    "Whenever the monitor is opened: drift of inputs, calibration, acceptance and group gaps by period, with thresholds that propose a new tuning.";
            case VALIDITY_LOCAL -> run == null ? "" : validity();
            case FAIRNESS_LOCAL -> run == null ? "" : fairness();
            case UPDATES -> updates();
            default -> "";
        };
    }

    private static String risks() {
        return "It learned associations in records, not causes. What was recorded seldom is known badly; what was done by habit is suggested by habit.";
    }

    private String inclusion() {
        return run == null
                ? "%,d patients and %,d visits of %s."
                        .formatted(
                                provenance.patients(),
                                provenance.visits(),
                                String.valueOf(model.cohort()))
                : "%,d patients of %s with visits, %,d visits, at most 24 of one patient; a quarter of the patients was held out. What fewer than three visits had was left out. %s"
                        .formatted(
                                provenance.patients(),
                                run.cohort(),
                                provenance.visits(),
                                scope().equals(TaskScope.ALL)
                                        ? "Every visit, every item."
                                        : "Of these: " + scope().words() + ".");
    }

    /** What the model was tuned for. */
    private TaskScope scope() {
        return run == null || run.origin() == null
                ? TaskScope.ALL
                : run.origin().request().taskOrUsual().scope();
    }

    private String representativeness() {
        RunFindings findings = findings();
        return findings == null || findings.trained().isEmpty()
                ? ""
                : findings.trained().stream()
                        .map(share ->
                                "%s %s %.0f%%"
                                        .formatted(
                                                share.group()
                                                        .dimension()
                                                        .label()
                                                        .toLowerCase(Locale.ROOT),
                                                share.group().value(),
                                                100.0 * share.patients() / share.of()))
                        .collect(
                                Collectors.joining(
                                        "; ",
                                        "Of the training patients: ",
                                        ". Groups under 20 are not told."));
    }

    private String relevance() {
        return run == null
                ? ""
                : "Tuned on the patients of %s, where it is used. %s"
                        .formatted(
                                run.cohort(),
                                run.transfer() == null ? "" : run.transfer().reason());
    }

    private String validity() {
        if (run == null) {
            return "";
        }
        String rows =
                run.evaluation().rows().stream()
                        .filter(row -> row.clinicalItemsOnly() && row.kind() == null)
                        .map(row ->
                                "%s %s"
                                        .formatted(
                                                row.model().replace('-', ' '),
                                                words(row.metrics().get(Metric.NDCG_10))))
                        .collect(Collectors.joining("; "));
        RunFindings findings = findings();
        return "NDCG@10 over clinical items, %s: %s.%s"
                .formatted(
                        run.evaluation().split(),
                        rows,
                        findings == null
                                ? ""
                                : " Less " + findings.reference() + ": " + difference(findings));
    }

    private static String difference(RunFindings findings) {
        Estimate change = findings.change().get(Metric.NDCG_10);
        return change == null
                ? "not known."
                : String.format(
                        Locale.ROOT,
                        "%+.3f [%+.3f, %+.3f].",
                        change.mean(),
                        change.low(),
                        change.high());
    }

    private String fairness() {
        RunFindings findings = findings();
        if (findings == null) {
            return "";
        }
        List<FairnessReport.Group> groups =
                findings.fairness().groups().stream()
                        .filter(group -> group.of().size() == 1)
                        .toList();
        if (groups.isEmpty()) {
            return "No group has %d held-out patients or more."
                    .formatted(PatientGroup.FEWEST_PATIENTS);
        }
        return groups.stream()
                .filter(group -> group.gaps().containsKey(FairnessMeasure.NDCG))
                .map(group -> {
                    FairnessReport.Gap gap =
                            Objects.requireNonNull(group.gaps().get(FairnessMeasure.NDCG));
                    return String.format(
                            Locale.ROOT,
                            "%s %.3f (behind the others by %.3f)",
                            group.words(),
                            gap.after(),
                            gap.behindAfter());
                })
                .collect(Collectors.joining("; ", "NDCG@10 by group: ", "."));
    }

    private String updates() {
        return served.isEmpty()
                ? "By hand: it was never served here."
                : "By hand: a new tuning is promoted after its gate. Served here: "
                        + String.join("; ", served)
                        + ".";
    }

    private @Nullable RunFindings findings() {
        return run == null ? null : run.findings();
    }

    private static String words(@Nullable Estimate estimate) {
        return estimate == null
                ? "not known"
                : String.format(
                        Locale.ROOT,
                        "%.3f [%.3f, %.3f]",
                        estimate.mean(),
                        estimate.low(),
                        estimate.high());
    }
}
