package org.consilium.importing.fhir;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Timeline;
import org.consilium.clinical.Value;
import org.jspecify.annotations.Nullable;

/**
 * The drugs of one patient once everything about them was read: FHIR says when an order was made
 * and that it is over, but seldom since when. Until then what is known of an end stands where other
 * events have their value, see {@link #mark}. Used for one patient.
 */
final class MedicationCourses {
    /** A stopped order may have gone on until the next of the same drug within so many years. */
    private static final int LONGEST_ORDER_YEARS = 2;

    private static final Value GIVEN = new Value.Text("given");
    private static final Value DISPENSED = new Value.Text("dispensed");
    private static final Value OVER = new Value.Text("over");
    private static final Value STOPPED = new Value.Text("stopped");

    private final Map<Key, NavigableMap<LocalDateTime, Course>> atEncounter = new HashMap<>();
    private final Map<Concept, NavigableMap<LocalDateTime, Course>> ofDrug = new HashMap<>();
    private final Map<String, Integer> absorbed = new HashMap<>();

    /** An order, and until when something of it was given. */
    private static final class Course {
        private @Nullable LocalDateTime given;
    }

    private record Key(Concept concept, String encounterId) {}

    /**
     * A patient whose drugs have their ends.
     *
     * @param absorbed resources that were of an order, by type
     */
    record Settled(Timeline timeline, Map<String, Integer> absorbed) {}

    private MedicationCourses() {}

    /** What has to be known of a drug until all drugs are known. */
    static @Nullable Value mark(String type, Draft.Ending ending) {
        return switch (type) {
            case "MedicationAdministration" -> GIVEN;
            case "MedicationDispense" -> DISPENSED;
            default ->
                    switch (ending) {
                        case NONE -> null;
                        case OVER -> OVER;
                        case STOPPED -> STOPPED;
                    };
        };
    }

    /** Orders with their ends, and what was given or dispensed that nobody ordered. */
    static Settled settle(Timeline read) {
        return new MedicationCourses().settled(read);
    }

    private Settled settled(Timeline read) {
        List<ClinicalEvent> drugs = new ArrayList<>();
        for (ClinicalEvent event : read.events()) {
            if (event.kind() == EventKind.MEDICATION) {
                drugs.add(event);
            }
        }
        Iterator<@Nullable ClinicalEvent> settled = settled(drugs).iterator();
        List<ClinicalEvent> kept = new ArrayList<>(read.events().size());
        for (ClinicalEvent event : read.events()) {
            ClinicalEvent now = event.kind() == EventKind.MEDICATION ? settled.next() : event;
            if (now != null) {
                kept.add(now);
            }
        }
        return new Settled(new Timeline(read.patient(), read.encounters(), kept), absorbed);
    }

    /** Each with its end, in its place; null in the place of what was of another. */
    private List<@Nullable ClinicalEvent> settled(List<ClinicalEvent> drugs) {
        List<@Nullable Course> courses = new ArrayList<>(drugs.size());
        for (ClinicalEvent event : drugs) {
            courses.add(isGiven(event) ? null : order(event));
        }
        List<@Nullable ClinicalEvent> settled = new ArrayList<>(drugs);
        for (int i = 0; i < settled.size(); i++) {
            if (courses.get(i) == null && give(drugs.get(i))) {
                settled.set(i, null);
            }
        }
        for (int i = 0; i < settled.size(); i++) {
            ClinicalEvent event = settled.get(i);
            Course course = courses.get(i);
            if (event != null) {
                settled.set(i, until(event, course == null ? event.end() : end(event, course)));
            }
        }
        return settled;
    }

    private static boolean isGiven(ClinicalEvent event) {
        return GIVEN.equals(event.value()) || DISPENSED.equals(event.value());
    }

    private Course order(ClinicalEvent event) {
        Course course = new Course();
        ofDrug.computeIfAbsent(event.concept(), key -> new TreeMap<>()).put(event.start(), course);
        String encounter = event.encounterId();
        if (encounter != null) {
            atEncounter
                    .computeIfAbsent(new Key(event.concept(), encounter), key -> new TreeMap<>())
                    .put(event.start(), course);
        }
        return course;
    }

    /** Whether it was of an order. */
    private boolean give(ClinicalEvent event) {
        boolean dispensed = DISPENSED.equals(event.value());
        Course order = dispensed ? lastOrder(event) : orderAtEncounter(event);
        if (order == null) {
            return false;
        }
        LocalDateTime end = event.end();
        LocalDateTime at = end == null ? event.start() : end;
        if (order.given == null || at.isAfter(order.given)) {
            order.given = at;
        }
        absorbed.merge(
                dispensed ? "MedicationDispense" : "MedicationAdministration", 1, Integer::sum);
        return true;
    }

    /** The latest before it, else the first. */
    private @Nullable Course orderAtEncounter(ClinicalEvent event) {
        String encounter = event.encounterId();
        var candidates =
                encounter == null ? null : atEncounter.get(new Key(event.concept(), encounter));
        if (candidates == null) {
            return null;
        }
        var before = candidates.floorEntry(event.start());
        return (before == null ? candidates.firstEntry() : before).getValue();
    }

    /** The latest of the day it was handed over or before. */
    private @Nullable Course lastOrder(ClinicalEvent event) {
        var candidates = ofDrug.get(event.concept());
        LocalDateTime day = event.start().toLocalDate().plusDays(1).atStartOfDay();
        var before = candidates == null ? null : candidates.lowerEntry(day);
        return before == null
                        || before.getKey().isBefore(event.start().minusYears(LONGEST_ORDER_YEARS))
                ? null
                : before.getValue();
    }

    private @Nullable LocalDateTime end(ClinicalEvent order, Course course) {
        LocalDateTime start = order.start();
        LocalDateTime known = order.end();
        if (order.value() == null) {
            return known;
        }
        if (course.given != null) {
            return course.given.isBefore(start) ? start : course.given;
        }
        if (OVER.equals(order.value()) || known != null) {
            return known;
        }
        var others = ofDrug.get(order.concept());
        LocalDateTime next = others == null ? null : others.higherKey(start);
        return next == null || next.isAfter(start.plusYears(LONGEST_ORDER_YEARS)) ? start : next;
    }

    private static ClinicalEvent until(ClinicalEvent event, @Nullable LocalDateTime end) {
        return new ClinicalEvent(
                event.kind(),
                event.category(),
                event.concept(),
                event.encounterId(),
                event.start(),
                end,
                null,
                event.reason());
    }
}
