package org.consilium.tuning;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.consilium.recommend.Role;
import org.jspecify.annotations.Nullable;

/** A model's card as Markdown: what it is, what it learned from, how it did, what it is not for. */
public final class ModelCards {
    private static final List<Metric> SHOWN =
            List.of(
                    Metric.PRECISION_5,
                    Metric.RECALL_5,
                    Metric.RECALL_10,
                    Metric.MRR,
                    Metric.MAP,
                    Metric.NDCG_10);

    private ModelCards() {}

    public static String of(LearnedModel model, EvaluationReport report) {
        StringBuilder card = new StringBuilder();
        card.append("# Model card: ").append(model.name()).append("\n\n");
        card.append(
                """
                Suggests medications, procedures, care plans and immunisations to consider at a visit. It supports, never
                replaces, clinical judgement; it is not a medical device. It learned associations in records, not causes.

                """);
        append(card, "Learned from", model.cohort());
        append(
                card,
                "Tuned from",
                Objects.requireNonNullElse(model.base(), "nothing: a base model"));
        append(
                card,
                "Kind",
                "additive evidence: score = bias + one contribution a fact; calibrated by Platt scaling");
        append(
                card,
                "Size",
                "%,d facts in %d roles, %,d items, %d factors"
                        .formatted(
                                model.terms().facts().size(),
                                Role.values().length,
                                model.terms().items().size(),
                                model.factors().dimension()));
        append(card, "Not used", "race, ethnicity, language; reasons recorded on orders");
        provenance(card, model.provenance());
        evaluation(card, report);
        return card.toString();
    }

    /** Of a tuned model: with the recipe and what a search for it tried. */
    static String of(LearnedModel model, FineTuneRun run) {
        StringBuilder card = new StringBuilder(of(model, run.evaluation()));
        RecipeChoice recipe = run.recipe();
        if (recipe != null) {
            recipe(card, recipe);
        }
        RunFindings findings = run.findings();
        if (findings != null && findings.membership() != null) {
            card.append("\n## Privacy\n\n").append(findings.membership().words()).append('\n');
        }
        return card.toString();
    }

    private static void recipe(StringBuilder card, RecipeChoice recipe) {
        card.append("\n## Recipe\n\n");
        append(card, "Preset", recipe.preset().words());
        append(card, "Why", recipe.reason());
        if (recipe.tries().isEmpty()) {
            return;
        }
        card.append("\nTried on training patients left out, never on the held-out ones:\n\n");
        card.append("| recipe | NDCG@10 | less careful's |\n|---|---|---|\n");
        for (RecipeTry each : recipe.tries()) {
            card.append(
                    "| %s | %s | %s |\n"
                            .formatted(
                                    each.training().words(),
                                    words(each.ndcg(), "%.3f [%.3f, %.3f]"),
                                    words(each.difference(), "%+.3f [%+.3f, %+.3f]")));
        }
    }

    private static String words(@Nullable Estimate estimate, String format) {
        return estimate == null
                ? ""
                : String.format(
                        Locale.ROOT, format, estimate.mean(), estimate.low(), estimate.high());
    }

    private static void append(StringBuilder card, String name, String value) {
        card.append("- **").append(name).append("**: ").append(value).append('\n');
    }

    private static void provenance(StringBuilder card, Provenance provenance) {
        card.append("\n## Provenance\n\n");
        append(card, "Made", provenance.made().toString());
        append(card, "Training patients", "%,d".formatted(provenance.patients()));
        append(card, "Training visits", "%,d".formatted(provenance.visits()));
        append(card, "SHA-256 of the training visits", "`" + provenance.dataHash() + "`");
        append(card, "Seed", String.valueOf(provenance.seed()));
        sorted(card, provenance.options());
        sorted(card, provenance.versions());
    }

    private static void sorted(StringBuilder card, Map<String, String> entries) {
        entries.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> append(card, entry.getKey(), entry.getValue()));
    }

    private static void evaluation(StringBuilder card, EvaluationReport report) {
        card.append("\n## Evaluation\n\nSplit: ").append(report.split()).append(".\n\n");
        report.notes().forEach(note -> card.append(note).append("\n\n"));
        card.append("Means over visits with 95% intervals from a bootstrap over patients.\n\n");
        card.append("| model | items | kind | visits |");
        SHOWN.forEach(metric -> card.append(' ').append(metric.label()).append(" |"));
        card.append("\n|---|---|---|---|").append("---|".repeat(SHOWN.size())).append('\n');
        for (MetricRow row : report.rows()) {
            String kind =
                    row.kind() == null
                            ? "all"
                            : row.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            card.append(
                    "| %s | %s | %s | %,d |"
                            .formatted(
                                    row.model(),
                                    row.clinicalItemsOnly() ? "clinical" : "all",
                                    kind,
                                    row.visits()));
            for (Metric metric : SHOWN) {
                Estimate estimate = Objects.requireNonNull(row.metrics().get(metric));
                card.append(
                        " %.3f [%.3f, %.3f] |"
                                .formatted(estimate.mean(), estimate.low(), estimate.high()));
            }
            card.append('\n');
        }
    }
}
