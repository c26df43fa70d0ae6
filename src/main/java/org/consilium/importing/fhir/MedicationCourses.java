package org.consilium.importing.fhir;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Concept;
import org.jspecify.annotations.Nullable;

/**
 * The drugs of one patient in one file: FHIR says when an order was made and that it is over, but
 * seldom since when. Not thread-safe.
 */
final class MedicationCourses {
    /** A stopped order may have gone on until the next of the same drug within so many years. */
    private static final int LONGEST_ORDER_YEARS = 2;

    private final List<Course> orders = new ArrayList<>();
    private final List<ClinicalEvent> administrations = new ArrayList<>();
    private final Map<Concept, NavigableSet<LocalDateTime>> starts = new HashMap<>();
    private int absorbed;

    private static final class Course {
        private final ClinicalEvent event;
        private final Draft.Ending ending;
        private @Nullable LocalDateTime given;

        Course(ClinicalEvent event, Draft.Ending ending) {
            this.event = event;
            this.ending = ending;
        }
    }

    private record Key(Concept concept, String encounterId) {}

    void add(Draft draft, ClinicalEvent event) {
        if (draft.origin().type().equals("MedicationAdministration")) {
            administrations.add(event);
        } else {
            orders.add(new Course(event, draft.ending()));
            starts.computeIfAbsent(event.concept(), key -> new TreeSet<>()).add(event.start());
        }
    }

    /** Orders with their ends, and administrations that nobody ordered. */
    List<ClinicalEvent> settled() {
        List<ClinicalEvent> settled = new ArrayList<>();
        Map<Key, NavigableMap<LocalDateTime, Course>> ordered = ordered();
        for (ClinicalEvent administration : administrations) {
            Key key = key(administration);
            NavigableMap<LocalDateTime, Course> candidates = key == null ? null : ordered.get(key);
            if (candidates == null) {
                settled.add(administration);
            } else {
                give(candidates, administration);
                absorbed++;
            }
        }
        orders.forEach(order -> settled.add(until(order.event, end(order))));
        return settled;
    }

    /** How many administrations were of an order, once settled. */
    int absorbed() {
        return absorbed;
    }

    private Map<Key, NavigableMap<LocalDateTime, Course>> ordered() {
        Map<Key, NavigableMap<LocalDateTime, Course>> ordered = new HashMap<>();
        for (Course order : orders) {
            Key key = key(order.event);
            if (key != null) {
                ordered.computeIfAbsent(key, k -> new TreeMap<>()).put(order.event.start(), order);
            }
        }
        return ordered;
    }

    /** To the latest order before it, else to the first. */
    private static void give(
            NavigableMap<LocalDateTime, Course> candidates, ClinicalEvent administration) {
        var before = candidates.floorEntry(administration.start());
        Course order = (before == null ? candidates.firstEntry() : before).getValue();
        LocalDateTime end = administration.end();
        LocalDateTime at = end == null ? administration.start() : end;
        if (order.given == null || at.isAfter(order.given)) {
            order.given = at;
        }
    }

    private @Nullable LocalDateTime end(Course order) {
        LocalDateTime start = order.event.start();
        LocalDateTime known = order.event.end();
        if (order.ending == Draft.Ending.NONE) {
            return known;
        }
        if (order.given != null) {
            return order.given.isBefore(start) ? start : order.given;
        }
        if (order.ending == Draft.Ending.OVER || known != null) {
            return known;
        }
        NavigableSet<LocalDateTime> others = starts.get(order.event.concept());
        LocalDateTime next = others == null ? null : others.higher(start);
        return next == null || next.isAfter(start.plusYears(LONGEST_ORDER_YEARS)) ? start : next;
    }

    private static @Nullable Key key(ClinicalEvent event) {
        String encounter = event.encounterId();
        return encounter == null ? null : new Key(event.concept(), encounter);
    }

    private static ClinicalEvent until(ClinicalEvent event, @Nullable LocalDateTime end) {
        return new ClinicalEvent(
                event.kind(),
                event.category(),
                event.concept(),
                event.encounterId(),
                event.start(),
                end,
                event.value(),
                event.reason());
    }
}
