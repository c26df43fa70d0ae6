package org.consilium.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.consilium.clinical.Decision;
import org.consilium.clinical.Decision.DeclineReason;
import org.consilium.clinical.Decision.OverrideReason;
import org.consilium.clinical.NotFoundException;
import org.consilium.clinical.StandingDecisions;
import org.consilium.plan.Choice;
import org.consilium.recommend.Item;
import org.consilium.recommend.Place;
import org.consilium.recommend.RecommendationList;
import org.consilium.recommend.RecommendationRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Records what was decided on one item for one patient. */
@Command(
        name = "decide",
        description = "Records a decision on one item; says so when it is on disk.")
final class DecideCommand extends StoreCommand {
    @Mixin private PatientAsked asked = new PatientAsked();

    @Option(names = "--item", required = true, description = "Its code, or words of its name.")
    private String item = "";

    @ArgGroup(multiplicity = "1")
    private What what = new What();

    @Option(names = "--note", description = "In your own words.")
    private @Nullable String note;

    /** Exactly one of these. */
    static final class What {
        @Option(names = "--accept", description = "Into the care plan.")
        private boolean accept;

        @Option(
                names = "--override",
                paramLabel = "REASON",
                description = "Accept what is withheld: ${COMPLETION-CANDIDATES}.")
        private @Nullable OverrideReason override;

        @Option(
                names = "--modify",
                paramLabel = "TEXT",
                description = "Accept it with a change, in your words.")
        private @Nullable String modify;

        @Option(
                names = "--decline",
                paramLabel = "REASON",
                description = "${COMPLETION-CANDIDATES}.")
        private @Nullable DeclineReason decline;

        @Option(
                names = "--put-off",
                paramLabel = "DATE",
                description = "The first day on which it is shown again.")
        private @Nullable LocalDate putOff;

        @Option(names = "--undo", description = "Take the last decision on it back.")
        private boolean undo;
    }

    @Override
    void check() {
        try {
            asked.time();
        } catch (IllegalArgumentException e) {
            throw usage(String.valueOf(e.getMessage()));
        }
        if (what.modify != null && what.modify.isBlank()) {
            throw usage("--modify takes what is done instead.");
        }
    }

    @Override
    void run(Workspace workspace, Console console, boolean json) {
        RecommendationRequest request = asked.request(workspace, 1);
        RecommendationList list = workspace.recommendations().recommend(request);
        Item wanted = PatientAsked.item(workspace, item);
        Place place = workspace.recommendations().place(request, wanted).orElseThrow();
        Decision decision =
                choice(workspace, request, list, wanted)
                        .on(
                                list,
                                place.item(),
                                request.cohortId(),
                                System.getProperty("user.name", "clinician"),
                                Instant.now());
        workspace.decisions().record(decision);
        if (json) {
            console.json(PlanJson.row(decision));
        } else {
            console.line(
                    "Recorded: %s %s, for the visit at %s.",
                    PlanJson.verdict(decision), wanted.concept().display(), decision.at());
        }
    }

    private Choice choice(
            Workspace workspace, RecommendationRequest request, RecommendationList list, Item of) {
        if (what.accept) {
            return Choice.accept();
        }
        if (what.override != null) {
            return Choice.override(what.override, note);
        }
        if (what.modify != null) {
            return Choice.modify(what.modify, note);
        }
        if (what.decline != null) {
            return Choice.decline(what.decline, note);
        }
        if (what.undo) {
            return StandingDecisions.on(
                            StandingDecisions.of(
                                    workspace
                                            .decisions()
                                            .forPatient(request.cohortId(), asked.patient())
                                            .reversed()),
                            of.kind(),
                            of.concept(),
                            list.at())
                    .map(Choice::undo)
                    .orElseThrow(() ->
                            new NotFoundException("No decision on it is there to take back."));
        }
        return Choice.snooze(Objects.requireNonNull(what.putOff), note);
    }
}
