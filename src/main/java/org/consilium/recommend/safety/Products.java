package org.consilium.recommend.safety;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.consilium.clinical.Concept;
import org.consilium.meaning.Ingredients;

/** What is in each medicine; answers are kept (at most {@link #MOST_KEPT}). Thread-safe. */
final class Products {
    private static final int MOST_KEPT = 20_000;

    private final Ingredients ingredients;
    private final Map<Text, Product> kept = new ConcurrentHashMap<>();

    /** Sources give one code several texts. */
    private record Text(Concept concept, String display) {}

    Products(Ingredients ingredients) {
        this.ingredients = ingredients;
    }

    Product of(Concept concept) {
        Text text = new Text(concept, concept.display());
        Product known = kept.get(text);
        if (known == null) {
            known = Product.of(concept, ingredients);
            if (kept.size() < MOST_KEPT) {
                kept.put(text, known);
            }
        }
        return known;
    }
}
