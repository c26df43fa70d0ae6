package org.consilium.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether a model may be served: not where quality falls or a group falls further behind by more
 * than chance explains, on the patients held out from its tuning, nor where nobody has measured it
 * on patients of here. Intervals are of 95% and each is judged by itself: of forty comparisons one
 * errs to this side by chance, which is what a waiver is for.
 *
 * @param blocks why not, a sentence each; none where it may
 * @param notes what else is to be known
 */
public record PromotionCheck(String model, List<String> blocks, List<String> notes) {
    private static final List<Metric> QUALITY = List.of(Metric.NDCG_10, Metric.RECALL_10);

    public PromotionCheck {
        blocks = List.copyOf(blocks);
        notes = List.copyOf(notes);
    }

    /** Whether it takes a person who signs for it. */
    public boolean blocked() {
        return !blocks.isEmpty();
    }

    /**
     * @param findings of the run that made it; null where there are none
     * @param served what is served now
     */
    static PromotionCheck of(String model, @Nullable RunFindings findings, String served) {
        if (findings == null) {
            return new PromotionCheck(
                    model,
                    List.of(
                            model
                                    + " was not measured on patients held out here: fine-tune from it, and the tuned model is."),
                    List.of());
        }
        List<String> blocks = new ArrayList<>();
        for (Metric metric : QUALITY) {
            Estimate change = findings.change().get(metric);
            if (change != null && change.high() < 0) {
                blocks.add(
                        "Quality falls: %s changes by %s."
                                .formatted(metric.label(), words(change)));
            }
        }
        findings.fairness().groups().stream()
                .filter(group -> group.of().size() == 1)
                .forEach(group ->
                        group.gaps()
                                .forEach((measure, gap) -> {
                                    if (gap.worsened()) {
                                        blocks.add(
                                                "A group falls further behind: %s (%,d patients), %s by %s."
                                                        .formatted(
                                                                group.words(),
                                                                group.patients(),
                                                                measure.label(),
                                                                words(gap.growth())));
                                    }
                                }));
        return new PromotionCheck(model, blocks, notes(findings, served));
    }

    private static List<String> notes(RunFindings findings, String served) {
        List<String> notes = new ArrayList<>();
        if (!findings.reference().equals(served)) {
            notes.add(
                    "It was compared with %s, and %s is served now."
                            .formatted(findings.reference(), served));
        }
        if (findings.fairness().groups().isEmpty()) {
            notes.add(
                    "No group has %d held-out patients or more, so nothing is known of groups."
                            .formatted(PatientGroup.FEWEST_PATIENTS));
        }
        Estimate change = findings.change().get(Metric.NDCG_10);
        if (change != null) {
            notes.add(
                    "%s changes by %s."
                            .formatted(
                                    Metric.NDCG_10.label(), words(Objects.requireNonNull(change))));
        }
        return notes;
    }

    private static String words(Estimate change) {
        return String.format(
                Locale.ROOT, "%+.3f [%+.3f, %+.3f]", change.mean(), change.low(), change.high());
    }
}
