package org.consilium.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.consilium.tuning.card.Disclosure.ReportingItem;

/**
 * The items of TRIPOD+AI (Collins et al., BMJ 2024;385:e078378) that the program knows of a tuned
 * model. What is not here only people can report.
 */
final class ReportingItems {
    private ReportingItems() {}

    static List<ReportingItem> of(FineTuneRun run) {
        Provenance provenance = run.provenance();
        List<ReportingItem> items = new ArrayList<>();
        add(
                items,
                "5a",
                "Source of data",
                "Records of %s; what is started within 30 days of a visit is the outcome."
                        .formatted(run.cohort()));
        add(
                items,
                "6c",
                "Participants",
                "Patients with a visit; treatments known at the visit are inputs, those active are no candidates.");
        add(
                items,
                "7",
                "Data preparation",
                "Drugs by ingredient; results by level; no other change.");
        add(items, "8a", "Outcome", "A treatment newly started within 30 days of the visit.");
        add(
                items,
                "9a",
                "Predictors",
                "Conditions, results, treatments, allergies, kind of visit, age and sex, as known at the visit.");
        add(
                items,
                "10",
                "Sample size",
                "%,d patients and %,d visits to learn from."
                        .formatted(provenance.patients(), provenance.visits()));
        add(items, "11", "Missing data", "What is not recorded is no fact; nothing is filled in.");
        add(items, "12a", "Division of the data", run.evaluation().split() + ".");
        add(
                items,
                "12c",
                "Type of model",
                "Additive evidence: a bias and one contribution a fact.");
        add(
                items,
                "12d",
                "How it was trained",
                provenance.options().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(each -> each.getKey() + " " + each.getValue())
                                .collect(Collectors.joining("; "))
                        + "; seed "
                        + provenance.seed()
                        + ".");
        add(
                items,
                "12e",
                "Measures of performance",
                "Precision, recall, hit rate, MRR, MAP and NDCG with 95% intervals from a bootstrap over patients; calibration.");
        add(
                items,
                "13",
                "Class imbalance",
                "Nothing is resampled; probabilities are recalibrated.");
        RunFindings findings = run.findings();
        add(
                items,
                "14",
                "Fairness",
                findings == null
                        ? "Not measured in this run."
                        : "%d groups compared, %d suppressed for being small."
                                .formatted(
                                        findings.fairness().groups().size(),
                                        findings.fairness().suppressed()));
        add(items, "15", "Output", "A calibrated probability for each item, and a ranking.");
        add(
                items,
                "18f",
                "Availability",
                "Versions: "
                        + provenance.versions().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(each -> each.getKey() + " " + each.getValue())
                                .collect(Collectors.joining("; "))
                        + ". The capsule makes it again, bit by bit.");
        add(
                items,
                "22",
                "The whole model",
                "Weights, vocabularies and provenance are in its file; SHA-256 of the training visits "
                        + provenance.dataHash()
                        + ".");
        add(
                items,
                "23a",
                "Performance",
                "In the attributes, paragraphs 7-i and 7-ii, with intervals.");
        return items;
    }

    private static void add(List<ReportingItem> items, String number, String label, String words) {
        items.add(new ReportingItem(number, label, words));
    }
}
