package org.consilium.ui.patient;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.GoalAims;
import org.consilium.ui.recommendation.Wording;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed to aim at.
 *
 * @param aims targets and how far they are, in words; empty when none are recorded
 * @param completed null while it is open
 */
record Goal(Concept concept, LocalDate since, @Nullable LocalDate completed, String aims) {
    /** A line a goal, as it was recorded last: open ones first, the latest first. */
    static List<Goal> of(List<ClinicalEvent> known, LocalDateTime at) {
        Map<Concept, Goal> latest = new LinkedHashMap<>();
        for (ClinicalEvent event : known) {
            if (event.kind() == EventKind.GOAL) {
                LocalDateTime end = event.end();
                GoalAims aims = GoalAims.of(event.value());
                latest.put(
                        event.concept(),
                        new Goal(
                                event.concept(),
                                event.start().toLocalDate(),
                                end == null || end.isAfter(at) ? null : end.toLocalDate(),
                                aims == null ? "" : aims.words()));
            }
        }
        List<Goal> goals = new ArrayList<>(latest.values());
        goals.sort(
                Comparator.comparing(Goal::isOpen)
                        .thenComparing(Goal::since)
                        .reversed()
                        .thenComparing(Goal::name));
        return goals;
    }

    boolean isOpen() {
        return completed == null;
    }

    String name() {
        return Wording.name(concept);
    }
}
