package org.consilium.meaning;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Medicines as pharmacies write them: known names among strengths, forms, routes and other words
 * that don't say what is in it. One word that nobody knows, and the whole is not known. Stateless
 * and thread-safe.
 */
final class PharmacyText {
    private static final Pattern ASIDE = Pattern.compile("\\[[^\\]]*]|\\([^()]*\\)|\\*+[^*]*\\*+");

    /**
     * Water and salt that a medicine is dissolved in: named after it, they are not the medicine.
     */
    private static final Set<String> CARRIERS = Set.of("sodium chloride", "dextrose");

    private static final String INSULIN = "insulin";

    private final MedicineNames names;

    PharmacyText(MedicineNames names) {
        this.names = names;
    }

    /** The ingredients; null where a word is unknown or no ingredient is named. */
    @Nullable Set<String> ingredients(String display) {
        List<String> words = MedicineNames.words(ASIDE.matcher(display).replaceAll(" "));
        Found found = new Found();
        int at = 0;
        while (at < words.size()) {
            int length = nameAt(words, at);
            List<String> name = words.subList(at, at + Math.max(1, length));
            if (found.behindIngredient && name.stream().allMatch(names::isSalt)) {
                // dexamethasone sodium phosphate is no sodium phosphate
                at += name.size();
                continue;
            }
            List<String> known = length == 0 ? null : names.ingredients(name);
            if (known != null) {
                found.add(known, names.isMineral(name.getFirst()));
            } else if (names.isNoise(name.getFirst()) || names.isSalt(name.getFirst())) {
                found.behindIngredient = false;
            } else {
                return null;
            }
            at += name.size();
        }
        return found.ingredients();
    }

    /** How many words from there on make a known name; 0 for none. */
    private int nameAt(List<String> words, int at) {
        for (int length = Math.min(names.longest(), words.size() - at); length > 0; length--) {
            if (names.ingredients(words.subList(at, at + length)) != null) {
                return length;
            }
        }
        return 0;
    }

    /** What has been read so far. */
    private static final class Found {
        private final Set<String> medicines = new TreeSet<>();
        private final Set<String> carriers = new TreeSet<>();
        private boolean carrierFirst;
        private boolean behindIngredient;

        void add(List<String> ingredients, boolean mineral) {
            boolean carrier = CARRIERS.containsAll(ingredients) || ingredients.size() > 3;
            carrierFirst |= carrier && medicines.isEmpty();
            (carrier ? carriers : medicines).addAll(ingredients);
            behindIngredient = !carrier && !mineral;
        }

        @Nullable Set<String> ingredients() {
            Set<String> all = new TreeSet<>(medicines);
            if (medicines.isEmpty() || carrierFirst) {
                all.addAll(carriers);
            }
            if (all.stream().anyMatch(each -> each.startsWith(INSULIN + " "))) {
                // INSULIN HUMALOG: which one is said
                all.remove(INSULIN);
            }
            return all.isEmpty() ? null : all;
        }
    }
}
