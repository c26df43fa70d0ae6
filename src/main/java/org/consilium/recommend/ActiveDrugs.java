package org.consilium.recommend;

import java.util.HashSet;
import java.util.Set;
import org.consilium.clinical.ItemKind;
import org.consilium.meaning.Ingredients;
import org.jspecify.annotations.Nullable;

/**
 * Medicines told apart by what is in them: what the patient takes already, and what has been
 * recommended in the same list. Of a medicine whose ingredients are not certain only the very same
 * product counts. Not thread-safe.
 */
final class ActiveDrugs {
    private final Ingredients ingredients;
    private final Set<String> taken = new HashSet<>();
    private final Set<Object> listed = new HashSet<>();

    ActiveDrugs(Ingredients ingredients, Set<Item> active) {
        this.ingredients = ingredients;
        for (Item item : active) {
            taken.addAll(of(item));
        }
    }

    private Set<String> of(Item item) {
        return item.kind() == ItemKind.MEDICATION ? ingredients.of(item.concept()) : Set.of();
    }

    /** Whether every ingredient of it is taken already, be it in one product or in several. */
    boolean covers(Item item) {
        Set<String> wanted = of(item);
        return !wanted.isEmpty() && taken.containsAll(wanted);
    }

    /** Whether it is the first of its drug; asked in the order of the list. */
    boolean isFirst(Item item) {
        @Nullable String drug =
                item.kind() == ItemKind.MEDICATION ? ingredients.key(item.concept()) : null;
        return listed.add(drug == null ? item : drug);
    }
}
