package org.consilium.recommend.safety;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consilium.clinical.AllergyReactions;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.Timeline;
import org.consilium.clinical.Value;

/**
 * From a timeline to what is known at a time. Like the recommendations it looks at nothing that
 * came to be known later than an hour into a visit, and at no order of the visit itself. Used once.
 */
final class RecordReader {
    /** What was stopped longer ago matters to no rule. */
    private static final int LONGEST_WASHOUT_DAYS = 90;

    private static final int ADMISSION_HOURS = 1;

    private final SafetyRules rules;
    private final Products products;
    private final LocalDateTime at;
    private final Set<String> visitsNow = new HashSet<>();
    private final List<KnownPatient.Taken> taken = new ArrayList<>();
    private final List<ClinicalEvent> unknownMedicines = new ArrayList<>();
    private final List<KnownPatient.Allergy> allergies = new ArrayList<>();
    private final Map<Problem, ClinicalEvent> problems = new LinkedHashMap<>();
    private final Map<String, ClinicalEvent> results = new HashMap<>();
    private boolean hasProblemList;

    RecordReader(SafetyRules rules, Products products, LocalDateTime at) {
        this.rules = rules;
        this.products = products;
        this.at = at;
    }

    KnownPatient read(Timeline timeline) {
        for (Encounter encounter : timeline.encounters()) {
            if (encounter.start().equals(at)) {
                visitsNow.add(encounter.id());
            }
        }
        LocalDateTime last = at.plusHours(ADMISSION_HOURS);
        for (ClinicalEvent event : timeline.events()) {
            if (!event.start().isAfter(last)) {
                take(event);
            }
        }
        return new KnownPatient(
                timeline.patient(),
                at.toLocalDate(),
                taken,
                unknownMedicines,
                allergies,
                problems,
                hasProblemList,
                results);
    }

    private void take(ClinicalEvent event) {
        switch (event.kind()) {
            case MEDICATION -> medicine(event);
            case ALLERGY -> allergy(event);
            case CONDITION -> condition(event);
            case OBSERVATION -> {
                if (event.value() instanceof Value.Quantity
                        && event.concept().system().equals(CodeSystem.LOINC)) {
                    results.put(event.concept().code(), event);
                }
            }
            default -> {}
        }
    }

    private void medicine(ClinicalEvent event) {
        LocalDateTime end = event.end();
        boolean ordered =
                event.encounterId() != null
                        && visitsNow.contains(event.encounterId())
                        && !event.start().isBefore(at.toLocalDate().atStartOfDay());
        if (ordered || !event.start().isBefore(at)) {
            return;
        }
        long stopped = end == null || end.isAfter(at) ? 0 : 1 + ChronoUnit.DAYS.between(end, at);
        if (stopped > LONGEST_WASHOUT_DAYS) {
            return;
        }
        Product product = products.of(event.concept());
        if (product.substances().isEmpty()) {
            if (stopped == 0) {
                unknownMedicines.add(event);
            }
        } else if (!product.local()) {
            taken.add(new KnownPatient.Taken(event, product.substances(), stopped));
        }
    }

    private void allergy(ClinicalEvent event) {
        if (event.end() == null || event.end().isAfter(at)) {
            AllergyReactions reactions = AllergyReactions.of(event.value());
            allergies.add(
                    new KnownPatient.Allergy(
                            event,
                            rules.allergens().of(event.concept()),
                            reactions != null && reactions.intolerance()));
        }
    }

    private void condition(ClinicalEvent event) {
        hasProblemList = true;
        for (Problem problem : rules.problems().of(event.concept())) {
            if (problem.counts(event, at)) {
                problems.put(problem, event);
            }
        }
        if (rules.allergens().isCoded(event.concept())) {
            allergy(event);
        }
    }
}
