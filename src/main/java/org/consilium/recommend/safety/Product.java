package org.consilium.recommend.safety;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.meaning.Ingredients;

/**
 * What is in a medicine or vaccine.
 *
 * @param substances empty when that is not certain
 * @param local whether it is put on the skin, into eyes, ears, nose or lungs, as its name says
 */
record Product(Set<String> substances, boolean local) {
    private static final Pattern LOCAL =
            Pattern.compile(
                    "\\b(topical|ophthalmic|otic|nasal|inhal\\w*|metered dose|dry powder|mouthwash|shampoo)\\b");

    static Product of(Concept concept, Ingredients ingredients) {
        if (concept.system().equals(CodeSystem.CVX)) {
            String number = concept.code().strip();
            return new Product(
                    Set.of("cvx " + (number.length() < 2 ? "0" + number : number)), false);
        }
        return new Product(
                ingredients.of(concept),
                LOCAL.matcher(concept.display().toLowerCase(Locale.ROOT)).find());
    }
}
