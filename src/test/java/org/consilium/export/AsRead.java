package org.consilium.export;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Timeline;
import org.consilium.clinical.Value;
import org.jspecify.annotations.Nullable;

/**
 * What timelines are after an export and an import, when nothing is lost but what every format
 * loses (docs/formats). Visits are renamed by their place, since FHIR may give them other ids.
 */
public final class AsRead {
    private static final double LEAST = 1e-30;
    private static final double MOST = 1e30;

    private final Map<Concept, Concept> first = new HashMap<>();

    public Timeline of(Timeline timeline) {
        Map<String, String> names = new HashMap<>();
        List<Encounter> visits = new ArrayList<>();
        for (Encounter visit : timeline.encounters()) {
            names.put(visit.id(), "v" + names.size());
            visits.add(visit(visit, names));
        }
        List<ClinicalEvent> events = new ArrayList<>();
        for (ClinicalEvent event : timeline.events()) {
            events.add(event(event, names));
        }
        events.sort(
                Comparator.comparing(ClinicalEvent::start).thenComparing(ClinicalEvent::toString));
        return new Timeline(timeline.patient(), visits, events);
    }

    private Encounter visit(Encounter visit, Map<String, String> names) {
        LocalDateTime start = visit.start().withNano(0);
        return new Encounter(
                names.getOrDefault(visit.id(), ""),
                visit.encounterClass(),
                concept(visit.type()),
                concept(visit.reason()),
                start,
                end(start, visit.end()));
    }

    private ClinicalEvent event(ClinicalEvent event, Map<String, String> names) {
        LocalDateTime start = event.start().withNano(0);
        return new ClinicalEvent(
                event.kind(),
                event.category(),
                known(event.concept()),
                event.encounterId() == null ? null : names.get(event.encounterId()),
                start,
                end(start, event.end()),
                value(event.value()),
                concept(event.reason()));
    }

    private static @Nullable LocalDateTime end(LocalDateTime start, @Nullable LocalDateTime end) {
        if (end == null) {
            return null;
        }
        return end.isBefore(start) ? start : end.withNano(0);
    }

    private @Nullable Value value(@Nullable Value value) {
        return switch (value) {
            case null -> null;
            case Value.Coded(Concept concept) -> new Value.Coded(known(concept));
            case Value.Text text -> text;
            case Value.Quantity quantity when !isWritten(quantity.amount()) ->
                    new Value.Text((quantity.amount() + " " + quantity.unit()).strip());
            case Value.Quantity quantity ->
                    new Value.Quantity(
                            quantity.amount(),
                            quantity.unit(),
                            end(quantity.low()),
                            end(quantity.high()));
        };
    }

    private static @Nullable Double end(@Nullable Double end) {
        return end == null || !isWritten(end) ? null : end;
    }

    private static boolean isWritten(double number) {
        return number == 0 || Math.abs(number) >= LEAST && Math.abs(number) <= MOST;
    }

    private @Nullable Concept concept(@Nullable Concept concept) {
        return concept == null ? null : known(concept);
    }

    /** As the first was spelt. */
    private Concept known(Concept concept) {
        Concept known = first.putIfAbsent(concept, concept);
        return known == null ? concept : known;
    }

    /** The concepts of conditions. */
    public static Set<Concept> problems(Timeline timeline) {
        Set<Concept> problems = new HashSet<>();
        timeline.events().stream()
                .filter(event -> event.kind() == EventKind.CONDITION)
                .forEach(event -> problems.add(event.concept()));
        return problems;
    }
}
