package org.consilium.ui.patient;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.EventKind;
import org.consilium.meaning.Ingredients;
import org.consilium.ui.recommendation.Wording;
import org.jspecify.annotations.Nullable;

/**
 * One drug that is taken, once, with the products that it is taken as.
 *
 * @param name of the product where there is one, else of the drug
 * @param products at least one, the earliest first
 * @param since when the first of them was begun
 * @param reason why it was ordered, as recorded with the first that has a reason
 * @param startedNow whether all of it was ordered at the visit itself
 */
record Medication(
        String name,
        List<Concept> products,
        LocalDate since,
        @Nullable Concept reason,
        boolean startedNow) {
    Medication {
        products = List.copyOf(products);
    }

    /** The products where there are several, in one line; else empty. */
    String productNames() {
        return products.size() < 2
                ? ""
                : products.stream().map(Wording::name).collect(Collectors.joining("; "));
    }

    /** Names, codes and systems: what a tooltip says. */
    String inFull(Codes codes) {
        return products.stream().map(codes::inFull).collect(Collectors.joining("\n"));
    }

    /** What was active at the visit or ordered at it; what was ordered last. */
    static List<Medication> active(
            List<ClinicalEvent> known, Encounter visit, Ingredients ingredients) {
        Map<Object, List<ClinicalEvent>> drugs = new LinkedHashMap<>();
        for (ClinicalEvent event : known) {
            if (event.kind() == EventKind.MEDICATION
                    && (startedAt(visit, event) || event.isActiveAt(visit.start()))) {
                String drug = ingredients.key(event.concept());
                drugs.computeIfAbsent(
                                drug == null ? event.concept() : drug, absent -> new ArrayList<>())
                        .add(event);
            }
        }
        List<Medication> medications = new ArrayList<>();
        drugs.forEach((drug, events) -> medications.add(of(drug, events, visit)));
        medications.sort(
                Comparator.comparing(Medication::startedNow)
                        .thenComparing(Medication::since, Comparator.reverseOrder()));
        return medications;
    }

    private static Medication of(Object drug, List<ClinicalEvent> events, Encounter visit) {
        List<Concept> products = events.stream().map(ClinicalEvent::concept).distinct().toList();
        Concept reason = null;
        for (ClinicalEvent event : events) {
            reason = reason == null ? event.reason() : reason;
        }
        return new Medication(
                products.size() > 1 && drug instanceof String name
                        ? name
                        : Wording.name(products.getFirst()),
                products,
                events.getFirst().start().toLocalDate(),
                reason,
                startedAt(visit, events.getFirst()));
    }

    private static boolean startedAt(Encounter visit, ClinicalEvent event) {
        return visit.id().equals(event.encounterId()) || event.start().equals(visit.start());
    }
}
