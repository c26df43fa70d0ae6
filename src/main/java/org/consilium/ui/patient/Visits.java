package org.consilium.ui.patient;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Timeline;
import org.consilium.ui.common.PatientWords;
import org.consilium.ui.recommendation.Wording;

/** A patient's visits as a person reads them, the latest first. */
final class Visits {
    private Visits() {}

    /**
     * One visit.
     *
     * @param title what sort of visit, and why
     * @param content what was recorded, in a line; empty when nothing was
     */
    record Visit(Encounter encounter, String title, String content) {
        private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);

        /** A day on which there was no visit: what was recorded up to its end is known. */
        static Visit onDay(LocalDate day) {
            return new Visit(
                    new Encounter("", "", null, null, day.atTime(END_OF_DAY), null),
                    "no visit on this day",
                    "");
        }

        /** Whether it is a day without a visit. */
        boolean isDay() {
            return isDay(encounter);
        }

        static boolean isDay(Encounter encounter) {
            return encounter.id().isEmpty();
        }

        LocalDate day() {
            return encounter.start().toLocalDate();
        }

        String date() {
            return PatientWords.date(day());
        }

        /** What the choice of a date shows. */
        @Override
        public String toString() {
            return date() + "  " + title;
        }
    }

    static List<Visit> of(Timeline timeline) {
        Map<String, List<ClinicalEvent>> byVisit = new HashMap<>();
        for (ClinicalEvent event : timeline.events()) {
            String id = event.encounterId();
            if (id != null) {
                byVisit.computeIfAbsent(id, absent -> new ArrayList<>()).add(event);
            }
        }
        return timeline.encounters().stream()
                .sorted(Comparator.comparing(Encounter::start).reversed())
                .map(encounter ->
                        new Visit(
                                encounter,
                                title(encounter),
                                content(byVisit.getOrDefault(encounter.id(), List.of()))))
                .toList();
    }

    private static String title(Encounter encounter) {
        String type =
                encounter.type() == null
                        ? capital(encounter.encounterClass())
                        : Wording.name(encounter.type());
        return encounter.reason() == null ? type : type + ": " + Wording.name(encounter.reason());
    }

    private static String capital(String word) {
        return word.isEmpty()
                ? "Visit"
                : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** Problems and orders by name, results by number. */
    private static String content(List<ClinicalEvent> events) {
        Map<EventKind, Set<String>> names = new EnumMap<>(EventKind.class);
        for (ClinicalEvent event : events) {
            names.computeIfAbsent(event.kind(), absent -> new LinkedHashSet<>())
                    .add(Wording.name(event.concept()));
        }
        StringJoiner content = new StringJoiner(" \u00b7 ");
        for (EventKind kind : List.of(EventKind.CONDITION, EventKind.MEDICATION)) {
            names.getOrDefault(kind, Set.of()).forEach(content::add);
        }
        count(content, names, EventKind.IMMUNIZATION, "immunisation");
        count(content, names, EventKind.PROCEDURE, "procedure");
        count(content, names, EventKind.CARE_PLAN, "care plan");
        count(content, names, EventKind.GOAL, "goal");
        count(content, names, EventKind.OBSERVATION, "result");
        return content.toString();
    }

    private static void count(
            StringJoiner content, Map<EventKind, Set<String>> names, EventKind kind, String word) {
        int count = names.getOrDefault(kind, Set.of()).size();
        if (count > 0) {
            content.add(count + " " + word + (count == 1 ? "" : "s"));
        }
    }
}
