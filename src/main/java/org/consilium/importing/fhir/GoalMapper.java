package org.consilium.importing.fhir;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.GoalAims;
import org.jspecify.annotations.Nullable;

/**
 * Goals by their description (HL7 FHIR R4, Goal), since their start, else since their status was
 * recorded, else as of the day when the first target is due. Targets, how far they are reached and
 * whether the goal is planned or on hold are its value, in words.
 */
final class GoalMapper implements ResourceMapper {
    /** Of the value set goal-status: nobody has agreed to it yet, or nobody wants it any more. */
    private static final Set<String> NO_GOAL =
            Set.of("proposed", "cancelled", "rejected", "entered-in-error");

    private static final Values.Forms DETAIL = Values.Forms.of("detail");

    private static final Map<String, GoalAims.Achievement> ACHIEVEMENTS =
            Arrays.stream(GoalAims.Achievement.values())
                    .collect(
                            Collectors.toUnmodifiableMap(
                                    GoalAims.Achievement::code, Function.identity()));

    @Override
    public @Nullable String notUsed(Resource resource) {
        String status = status(resource);
        return NO_GOAL.contains(status) ? status : null;
    }

    private static String status(Resource resource) {
        String status = resource.text("lifecycleStatus");
        return status == null ? "" : status;
    }

    @Override
    public String startField() {
        return "startDate";
    }

    @Override
    public List<Draft> map(Resource resource) throws ResourceException {
        LocalDateTime recorded = resource.times().time(resource.node(), "statusDate");
        LocalDateTime start = resource.times().time(resource.node(), "startDate");
        start = start == null ? recorded : start;
        LocalDateTime due = due(resource);
        boolean over = status(resource).equals("completed");
        GoalAims aims = aims(resource);
        Concept concept = resource.concept("description", Codings.CLINICAL);
        return List.of(
                Draft.of(
                                EventKind.GOAL,
                                concept,
                                new Times.Moment(start == null ? due : start, null))
                        .until(
                                new Times.Moment(over ? recorded : null, null),
                                over ? Draft.Ending.OVER : Draft.Ending.NONE)
                        .saying(aims.words().isEmpty() ? null : aims.value()));
    }

    private static @Nullable LocalDateTime due(Resource resource) throws ResourceException {
        LocalDateTime first = null;
        for (Element target : resource.node().path("target")) {
            LocalDateTime due = resource.times().time(target, "dueDate");
            first = due != null && (first == null || due.isBefore(first)) ? due : first;
        }
        return first;
    }

    private static GoalAims aims(Resource resource) {
        Element node = resource.node();
        List<String> targets = new ArrayList<>();
        String begins = words(node.path("startCodeableConcept"));
        if (begins != null) {
            targets.add("from " + begins);
        }
        for (Element target : node.path("target")) {
            String words = target(target);
            if (!words.isEmpty()) {
                targets.add(words);
            }
        }
        String code = resource.codeOf("achievementStatus", ACHIEVEMENTS.keySet());
        String otherwise = code == null ? words(node.path("achievementStatus")) : null;
        if (otherwise != null) {
            targets.add(otherwise);
        }
        GoalAims.Pause pause =
                switch (status(resource)) {
                    case "planned" -> GoalAims.Pause.PLANNED;
                    case "on-hold" -> GoalAims.Pause.ON_HOLD;
                    default -> null;
                };
        return new GoalAims(
                String.join("; ", targets), code == null ? null : ACHIEVEMENTS.get(code), pause);
    }

    /**
     * What is measured, what it should be, until when: {@code Body weight: 70-75 kg by 2026-03}.
     */
    private static String target(Element target) {
        String measure = words(target.path("measure"));
        String detail = detail(target);
        String within = Values.written(target.path("dueDuration"));
        String due = target.text("dueDate");
        StringBuilder words = new StringBuilder(measure == null ? "" : measure);
        if (detail != null) {
            words.append(words.isEmpty() ? "" : ": ").append(detail);
        }
        if (due != null || within != null) {
            words.append(words.isEmpty() ? "" : " ");
            words.append(due == null ? "within " + within : "by " + due);
        }
        return words.toString();
    }

    private static @Nullable String detail(Element target) {
        String detail = Values.written(target.path("detailQuantity"));
        detail = detail == null ? target.text("detailInteger") : detail;
        detail = detail == null ? words(target.path("detailCodeableConcept")) : detail;
        return detail == null ? Values.words(target, DETAIL) : detail;
    }

    private static @Nullable String words(Element codeable) {
        Concept concept = Codings.concept(codeable, Codings.RESULTS);
        return concept == null ? null : concept.display();
    }
}
