package org.consilium.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.consilium.clinical.ItemKind;
import org.consilium.recommend.Recommendation;
import org.consilium.recommend.RecommendationList;
import org.consilium.recommend.RecommendationRequest;
import org.consilium.recommend.safety.SafetyFinding;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Recommends for one patient, with reasons and with what speaks against. */
@Command(name = "recommend", description = "Recommends for one patient, with reasons.")
final class RecommendCommand extends StoreCommand {
    private static final int REASONS = 3;

    @Option(names = "--cohort", required = true, description = "Name of the cohort.")
    private String cohort = "";

    @Option(names = "--patient", required = true, description = "Identifier of the patient.")
    private String patient = "";

    @Option(names = "--at", description = "ISO date or time (default: the latest visit).")
    private @Nullable String at;

    @Option(names = "--top", description = "How many (default 10).")
    private int top = 10;

    @Option(
            names = "--kind",
            split = ",",
            description = "medication, procedure, care_plan, immunization.")
    private List<ItemKind> kinds = List.of();

    @Option(names = "--model", description = "Name of a model (default: the one served).")
    private @Nullable String model;

    @Override
    void check() {
        if (top < 1) {
            throw usage("--top takes a number from 1.");
        }
        indexTime();
    }

    @Override
    void run(Workspace workspace, Console console, boolean json) {
        Set<ItemKind> wanted = kinds.isEmpty() ? Set.of() : EnumSet.copyOf(kinds);
        RecommendationList list =
                workspace
                        .recommendations()
                        .recommend(
                                new RecommendationRequest(
                                        workspace.cohorts().byName(cohort).id(),
                                        patient,
                                        indexTime(),
                                        top,
                                        wanted,
                                        model));
        if (json) {
            console.json(RecommendationJson.of(list));
            return;
        }
        console.line("At %s, by %s", list.at(), list.model());
        list.items().forEach(item -> print(item, console));
        if (!list.withheld().isEmpty()) {
            console.line("Withheld, for they are contraindicated:");
            list.withheld().forEach(item -> print(item, console));
        }
        list.notChecked().forEach(missing -> console.line("Not checked: %s", missing.words()));
    }

    /** A date alone means its end: what was recorded that day is known. */
    private @Nullable LocalDateTime indexTime() {
        String text = at;
        if (text == null) {
            return null;
        }
        try {
            return text.contains("T")
                    ? LocalDateTime.parse(text)
                    : LocalDate.parse(text).atTime(23, 59, 59);
        } catch (DateTimeException e) {
            throw usage("--at takes a date such as 2025-03-31 or a time such as 2025-03-31T14:30.");
        }
    }

    private static void print(Recommendation item, Console console) {
        console.line(
                "%2d. %-12s %5.1f%%  consider %s",
                item.rank(),
                item.kind().name().toLowerCase(Locale.ROOT),
                100 * item.probability(),
                item.item().display());
        item.attributions().stream()
                .limit(REASONS)
                .forEach(reason ->
                        console.line(
                                "      %+.2f  %s",
                                reason.contribution(), reason.concept().display()));
        for (SafetyFinding finding : item.safety().findings()) {
            console.line(
                    "      %s (%s): %s Because: %s.",
                    finding.verdict().label().toUpperCase(Locale.ROOT),
                    finding.family().label().toLowerCase(Locale.ROOT),
                    finding.sentence(),
                    finding.because());
            console.line("          %s", finding.source().words());
        }
        item.safety()
                .notChecked()
                .forEach(missing -> console.line("      not checked: %s", missing.words()));
    }
}
