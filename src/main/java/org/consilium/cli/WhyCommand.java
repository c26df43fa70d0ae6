package org.consilium.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.NotFoundException;
import org.consilium.recommend.Attribution;
import org.consilium.recommend.Change;
import org.consilium.recommend.Changeable;
import org.consilium.recommend.CohortEvidence;
import org.consilium.recommend.Item;
import org.consilium.recommend.Place;
import org.consilium.recommend.RecommendationRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says why any one item is, or is not, recommended, and what would change that. */
@Command(
        name = "why",
        description = "Says why an item is, or is not, recommended, and what would change it.")
final class WhyCommand extends StoreCommand {
    @Mixin private PatientAsked asked = new PatientAsked();

    @Option(names = "--item", required = true, description = "Its code, or words of its name.")
    private String item = "";

    @Option(
            names = "--without",
            paramLabel = "CODE",
            description = "As if this fact were not on record.")
    private List<String> without = List.of();

    @Option(
            names = "--result",
            paramLabel = "CODE=NUMBER",
            description = "As if the latest result had been this, in its unit.")
    private Map<String, Double> results = Map.of();

    @Option(
            names = "--with",
            paramLabel = "NAME",
            description = "As if this problem or medication were there as well.")
    private List<String> with = List.of();

    @Option(
            names = "--cohort-evidence",
            description = "Look through the cohort: similar patients, how steady the rank is.")
    private boolean cohortEvidence;

    /** What the command promises as JSON; what could not be told is null. */
    record Row(Place place, @Nullable CohortEvidence cohort) {}

    @Override
    void check() {
        try {
            asked.time();
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
    }

    @Override
    void run(Workspace workspace, Console console, boolean json) {
        RecommendationRequest request = asked.request(workspace, 1);
        Item wanted = PatientAsked.item(workspace, item);
        Place recorded = workspace.recommendations().place(request, wanted).orElseThrow();
        List<Change> changes = changes(workspace, recorded);
        Place shown =
                changes.isEmpty()
                        ? recorded
                        : workspace
                                .recommendations()
                                .place(supposed(request, changes), wanted)
                                .orElseThrow();
        CohortEvidence cohort =
                cohortEvidence
                        ? workspace
                                .recommendations()
                                .cohortEvidence(request, wanted, console)
                                .orElseThrow()
                        : null;
        if (json) {
            console.json(new Row(shown, cohort));
            return;
        }
        if (!changes.isEmpty()) {
            console.line(
                    "As recorded it ranks %d of %d, %.1f%%. As supposed:",
                    recorded.item().rank(),
                    recorded.candidates(),
                    100 * recorded.item().probability());
        }
        print(shown, console);
        if (cohort != null) {
            print(cohort, console);
        }
    }

    private static RecommendationRequest supposed(
            RecommendationRequest request, List<Change> changes) {
        return new RecommendationRequest(
                request.cohortId(),
                request.patientId(),
                request.at(),
                request.top(),
                Set.of(),
                request.model(),
                changes);
    }

    private List<Change> changes(Workspace workspace, Place place) {
        List<Change> changes = new ArrayList<>();
        for (String code : without) {
            Attribution fact = changeable(place, code);
            changes.add(new Change.Without(kind(fact), fact.concept()));
        }
        results.forEach((code, amount) ->
                changes.add(new Change.Measured(changeable(place, code).concept(), amount)));
        for (String name : with) {
            changes.add(
                    workspace.recommendations().supposable(name, null, 1).stream()
                            .findFirst()
                            .orElseThrow(() ->
                                    new NotFoundException(
                                            "The model knows no problem or medication called \"%s\"."
                                                    .formatted(name))));
        }
        return changes;
    }

    private static Attribution changeable(Place place, String code) {
        return place.item().attributions().stream()
                .filter(fact ->
                        fact.concept().code().equalsIgnoreCase(code)
                                && Changeable.kind(fact) != null)
                .findFirst()
                .orElseThrow(() ->
                        new NotFoundException(
                                "No fact of code %s is on record that could change: age, sex and what is past can't."
                                        .formatted(code)));
    }

    private static EventKind kind(Attribution fact) {
        EventKind kind = Changeable.kind(fact);
        return kind == null ? EventKind.OBSERVATION : kind;
    }

    private static void print(Place place, Console console) {
        console.line(
                "%s: %s. Rank %d of %d, %.1f%%, score %+.2f",
                place.item().item().display(),
                place.why().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                place.item().rank(),
                place.candidates(),
                100 * place.item().probability(),
                place.item().score());
        console.line("  %+.2f  starting point, any visit", place.item().bias());
        place.item()
                .attributions()
                .forEach(fact ->
                        console.line(
                                "  %+.2f  %s%s [%s]",
                                fact.contribution(),
                                fact.concept().display(),
                                fact.value() == null ? "" : ": " + fact.value(),
                                fact.concept().code()));
        place.item()
                .safety()
                .findings()
                .forEach(finding ->
                        console.line(
                                "  %s: %s",
                                finding.verdict().label().toUpperCase(Locale.ROOT),
                                finding.sentence()));
        place.missing()
                .forEach(input ->
                        console.line(
                                "  not on record: %s could change the score by %+.2f to %+.2f",
                                input.concept().display(), input.least(), input.most()));
    }

    private static void print(CohortEvidence cohort, Console console) {
        CohortEvidence.Received asked = cohort.asked();
        if (asked == null) {
            console.line(
                    "Fewer than %d of %d other patients are similar: not shown.",
                    CohortEvidence.LEAST, cohort.patients());
        } else {
            console.line(
                    "The %d most similar of %d other patients received, newly, within %d days:",
                    cohort.similar(), cohort.patients(), CohortEvidence.DAYS);
            print(asked, console);
            cohort.received().forEach(one -> print(one, console));
        }
        console.line(
                "Rank %d; between %d and %d in 9 of 10 of %d draws of the cohort's patients.",
                cohort.steadiness().rank(),
                cohort.steadiness().best(),
                cohort.steadiness().worst(),
                cohort.steadiness().draws());
        console.line("Association, not cause.");
    }

    private static void print(CohortEvidence.Received received, Console console) {
        Concept concept = received.item().concept();
        console.line(
                "  %-22s %s",
                switch (received.told()) {
                    case EXACT ->
                            "%d, median day %d".formatted(received.count(), received.medianDays());
                    case FEW -> "fewer than " + CohortEvidence.LEAST;
                    case NEARLY_ALL -> "all but fewer than " + CohortEvidence.LEAST;
                },
                concept.display());
    }
}
