package org.consilium.recommend;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.consilium.clinical.Category;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.Timeline;
import org.consilium.meaning.ReferenceLevels;
import org.jspecify.annotations.Nullable;

/**
 * From a timeline to what is known at an index time and what was started then (MODEL.md, "Task").
 * Looks at nothing that came to be known later than an hour into the visit, at no order of the
 * index visit and at no reason recorded on an order; of a stay of several days what was started on
 * the first is what was started at it. Goals are neither. Race, ethnicity and language are left out
 * on purpose: they group the fairness evaluation, they advise nobody. Stateless and thread-safe.
 */
public final class FactExtractor {
    private static final Set<Category> KNOWN_BEFORE_ORDERS =
            Set.of(Category.VITAL_SIGNS, Category.LABORATORY, Category.SOCIAL_HISTORY);

    /** A visit's own history, complaints and measurements are taken in its first hour. */
    private static final int ADMISSION_HOURS = 1;

    private static final int FIRST_DAY_HOURS = 24;

    private final Levels levels;
    private final int horizonDays;

    /** Levels by the records' own reference ranges alone: what models are made from. */
    public FactExtractor() {
        this(0);
    }

    /**
     * The same where what is newly started within so many days after a visit counts as started at
     * it.
     */
    public FactExtractor(int horizonDays) {
        this.levels = new Levels(ReferenceLevels.recordedOnly());
        this.horizonDays = horizonDays;
    }

    /** Levels by published documents too, where a record has no range: what is served. */
    public FactExtractor(ReferenceLevels references) {
        this.levels = new Levels(references);
        this.horizonDays = 0;
    }

    /**
     * Per encounter, in the timeline's order, the items newly started at it. Cheap: builds no
     * facts.
     */
    public List<Set<Item>> targets(Timeline timeline) {
        List<Set<Item>> targets = new ArrayList<>();
        sweep(
                timeline,
                (index, now, later, history) ->
                        targets.add(started(index.start(), now, later, history)));
        return targets;
    }

    /** One visit for each encounter that is wanted, with its targets, in the timeline's order. */
    public List<Visit> visits(Timeline timeline, IntPredicate wanted) {
        List<Visit> visits = new ArrayList<>();
        int[] number = {0};
        sweep(
                timeline,
                (index, now, later, history) -> {
                    if (wanted.test(number[0]++)) {
                        LocalDateTime at = index.start();
                        visits.add(
                                visit(
                                        timeline,
                                        at,
                                        index,
                                        known(now, at),
                                        started(at, now, later, history),
                                        history));
                    }
                });
        return visits;
    }

    /**
     * What is known at a time: at the visit of that day if there is one (the latest not after it),
     * else between visits.
     */
    public Visit visitAt(Timeline timeline, LocalDateTime at) {
        Encounter index = null;
        for (Encounter encounter : timeline.encounters()) {
            boolean sameDay = encounter.start().toLocalDate().equals(at.toLocalDate());
            if (sameDay && !encounter.start().isAfter(at)) {
                index = encounter;
            }
        }
        LocalDateTime time = index == null ? at : index.start();
        EventsByVisit events = new EventsByVisit(timeline);
        History history = new History();
        history.advance(events, time);
        List<ClinicalEvent> now = index == null ? List.of() : events.at(index);
        return visit(
                timeline,
                time,
                index,
                known(now, at),
                started(time, now, List.of(), history),
                history);
    }

    private void sweep(Timeline timeline, EachVisit action) {
        EventsByVisit events = new EventsByVisit(timeline);
        History history = new History();
        for (Encounter encounter : timeline.encounters()) {
            history.advance(events, encounter.start());
            action.visit(
                    encounter,
                    events.at(encounter),
                    events.after(encounter.start(), horizonDays),
                    history);
        }
    }

    /** Of a visit's events those known at a time, which is not before the visit. */
    private static List<ClinicalEvent> known(List<ClinicalEvent> now, LocalDateTime at) {
        LocalDateTime last = at.plusHours(ADMISSION_HOURS);
        return now.stream().filter(event -> !event.start().isAfter(last)).toList();
    }

    private Visit visit(
            Timeline timeline,
            LocalDateTime at,
            @Nullable Encounter index,
            List<ClinicalEvent> known,
            Set<Item> started,
            History history) {
        FactSet facts = new FactSet(timeline.patient(), levels);
        Demographics.of(timeline.patient(), at).forEach(facts::add);
        if (index != null) {
            VisitFacts.of(index).forEach(facts::add);
        }
        history.facts(at, facts);
        for (ClinicalEvent event : known) {
            now(event, facts);
        }
        return new Visit(timeline.patient().id(), at, facts.list(), history.active(at), started);
    }

    private static void now(ClinicalEvent event, FactSet facts) {
        switch (event.kind()) {
            case CONDITION -> facts.add(event, Role.CONDITION_NOW);
            case ALLERGY -> facts.add(event, Role.ALLERGY);
            case OBSERVATION -> {
                if (KNOWN_BEFORE_ORDERS.contains(event.category())) {
                    facts.add(event, Role.OBSERVATION_NOW);
                }
            }
            case MEDICATION, PROCEDURE, CARE_PLAN, IMMUNIZATION, GOAL -> {}
        }
    }

    /**
     * @param later what began after the visit, within the horizon
     */
    private static Set<Item> started(
            LocalDateTime at, List<ClinicalEvent> now, List<ClinicalEvent> later, History history) {
        Set<Item> started = new LinkedHashSet<>();
        for (ClinicalEvent event : now) {
            Item item = Item.of(event);
            // an order that names no visit has its own, longer window
            boolean firstDay =
                    event.encounterId() == null
                            || event.start().isBefore(at.plusHours(FIRST_DAY_HOURS));
            if (item != null && firstDay && history.isNew(item, at)) {
                started.add(item);
            }
        }
        for (ClinicalEvent event : later) {
            Item item = Item.of(event);
            if (item != null && history.isNew(item, at)) {
                started.add(item);
            }
        }
        return started;
    }

    private interface EachVisit {
        void visit(
                Encounter index,
                List<ClinicalEvent> now,
                List<ClinicalEvent> later,
                History history);
    }
}
