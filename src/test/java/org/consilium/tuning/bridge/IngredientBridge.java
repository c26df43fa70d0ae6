package org.consilium.tuning.bridge;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.consilium.meaning.Ingredients;
import org.jspecify.annotations.Nullable;

/**
 * A medicine by what is in it; where its own text does not tell, by what most texts of its code
 * name in the records at hand.
 */
public final class IngredientBridge implements ConceptBridge {
    public static final CodeSystem INGREDIENTS = new CodeSystem("urn:consilium:ingredients");

    private final Ingredients ingredients;
    private final Map<Concept, String> byCode = new HashMap<>();

    /**
     * @param named medicines with code and name, once for each time that they were recorded so
     */
    public IngredientBridge(Ingredients ingredients, List<Concept> named) {
        this.ingredients = ingredients;
        Map<Concept, Map<String, Integer>> counts = new HashMap<>();
        for (Concept each : named) {
            String key = ingredients.key(each);
            if (key != null) {
                counts.computeIfAbsent(each, absent -> new HashMap<>()).merge(key, 1, Integer::sum);
            }
        }
        counts.forEach((concept, keys) -> byCode.put(concept, most(keys)));
    }

    private static String most(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .max(
                        Map.Entry.<String, Integer>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow()
                .getKey();
    }

    @Override
    public Concept of(EventKind kind, Concept concept) {
        if (kind != EventKind.MEDICATION && kind != EventKind.ALLERGY) {
            return concept;
        }
        @Nullable String key = ingredients.key(concept);
        if (key == null && kind == EventKind.MEDICATION) {
            key = byCode.get(concept);
        }
        return key == null ? concept : new Concept(INGREDIENTS, key, key);
    }
}
