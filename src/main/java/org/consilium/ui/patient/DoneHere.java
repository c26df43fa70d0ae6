package org.consilium.ui.patient;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.EventKind;
import org.consilium.meaning.Ingredients;
import org.consilium.recommend.Recommendation;
import org.consilium.recommend.RecommendationList;
import org.consilium.ui.recommendation.Wording;
import org.jspecify.annotations.Nullable;

/**
 * What was begun at the visit that is looked at, to be seen beside what would have been advised.
 *
 * @param drug its active ingredients where it is a medicine whose are known
 */
record DoneHere(EventKind kind, Concept concept, @Nullable String drug) {

    String name() {
        return Wording.name(concept);
    }

    /** Medicines, procedures, immunisations and care plans, each once. */
    static List<DoneHere> of(List<ClinicalEvent> known, Encounter visit, Ingredients ingredients) {
        Map<Concept, DoneHere> done = new LinkedHashMap<>();
        for (ClinicalEvent event : known) {
            if (visit.id().equals(event.encounterId()) && isTreatment(event.kind())) {
                boolean medicine = event.kind() == EventKind.MEDICATION;
                done.putIfAbsent(
                        event.concept(),
                        new DoneHere(
                                event.kind(),
                                event.concept(),
                                medicine ? ingredients.key(event.concept()) : null));
            }
        }
        return new ArrayList<>(done.values());
    }

    private static boolean isTreatment(EventKind kind) {
        return switch (kind) {
            case MEDICATION, PROCEDURE, IMMUNIZATION, CARE_PLAN -> true;
            case CONDITION, OBSERVATION, ALLERGY, GOAL -> false;
        };
    }

    /** The recommendation that would have named it; null where none would. */
    @Nullable Recommendation advised(RecommendationList list, Ingredients ingredients) {
        return list.items().stream()
                .filter(item -> isSame(item.item(), ingredients))
                .findFirst()
                .orElse(null);
    }

    private boolean isSame(Concept item, Ingredients ingredients) {
        return item.equals(concept) || drug != null && drug.equals(ingredients.key(item));
    }

    /** "3rd to consider, 61%", or that it was not among them. */
    String advice(RecommendationList list, Ingredients ingredients) {
        Recommendation advised = advised(list, ingredients);
        return advised == null
                ? "not among those to consider"
                : "no. %d to consider, %s"
                        .formatted(advised.rank(), Wording.percent(advised.probability()));
    }
}
