package org.consilium.importing.fhir;

import java.util.ArrayList;
import java.util.List;
import org.consilium.clinical.Concept;
import org.consilium.importing.CodeSystems;
import org.jspecify.annotations.Nullable;

/** Medication resources, alone or contained. */
final class Medications {
    private Medications() {}

    /** Its code, else its ingredients; null when it has neither. */
    static @Nullable Concept concept(Element medication) {
        Concept code = Codings.concept(medication.path("code"), Codings.DRUGS);
        if (code != null) {
            return code;
        }
        List<Concept> ingredients = new ArrayList<>();
        for (Element ingredient : medication.path("ingredient")) {
            Concept item = Codings.concept(ingredient.path("itemCodeableConcept"), Codings.DRUGS);
            if (item != null) {
                ingredients.add(item);
            }
        }
        if (ingredients.size() <= 1) {
            return ingredients.isEmpty() ? null : ingredients.getFirst();
        }
        return CodeSystems.ofText(
                String.join(" / ", ingredients.stream().map(Concept::display).toList()));
    }
}
