package org.consilium.recommend.safety;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.SemanticTag;
import org.consilium.meaning.Ingredients;

/**
 * To which substances a recorded allergy is: by its code, by the words of its text, or because the
 * text names a medicine. Answers are kept (at most {@link #MOST_KEPT}). Thread-safe.
 */
final class Allergens {
    private static final int MOST_KEPT = 5_000;
    private static final Pattern ALLERGY =
            Pattern.compile(
                    "\\b(drug |medication |propensity to )?(allergy|allergic|hypersensitivity|adverse reactions?)( reaction)?( to)?\\b");

    /** One row of the table. */
    private record Allergen(Set<String> codes, Set<String> words, Set<String> substances) {}

    /**
     * What is known of an allergy.
     *
     * @param recognised false when nobody knows what it is to
     * @param none whether it says that there are no allergies
     * @param substances empty for what is in no medicine
     */
    record Reading(boolean recognised, boolean none, Set<String> substances) {}

    private final List<Allergen> table = new ArrayList<>();
    private final Set<String> noneCodes = new HashSet<>();
    private final Ingredients ingredients;
    private final Map<String, Optional<Reading>> kept = new ConcurrentHashMap<>();

    private Allergens(Ingredients ingredients) {
        this.ingredients = ingredients;
    }

    static Allergens shipped(Terms terms, Ingredients ingredients) throws IOException {
        Allergens allergens = new Allergens(ingredients);
        SafetyTable.shipped("allergens.csv", row -> allergens.add(row, terms));
        return allergens;
    }

    private Allergen add(CSVRecord row, Terms terms) {
        Set<String> codes = parts(row.get("snomed"), " ");
        String to = SafetyTable.filled(row, "substances");
        if (to.equals("no allergies")) {
            noneCodes.addAll(codes);
        }
        boolean medicine = !to.equals("no allergies") && !to.equals("in no medicine");
        Allergen allergen =
                new Allergen(
                        codes,
                        parts(row.get("words").toLowerCase(Locale.ROOT), ";"),
                        medicine ? terms.of(to).substances() : Set.of());
        table.add(allergen);
        return allergen;
    }

    private static Set<String> parts(String cell, String separator) {
        Set<String> parts = new HashSet<>(Arrays.asList(cell.split(separator)));
        parts.removeIf(String::isBlank);
        return Set.copyOf(parts);
    }

    /** What an entry among the allergies says. */
    Reading of(Concept allergy) {
        return kept(allergy).orElseGet(() -> new Reading(false, false, Set.of()));
    }

    /** Whether a condition on the problem list is an allergy of this table, by its code. */
    boolean isCoded(Concept condition) {
        return condition.system().equals(CodeSystem.SNOMED_CT)
                && table.stream().anyMatch(allergen -> allergen.codes().contains(condition.code()));
    }

    private Optional<Reading> kept(Concept allergy) {
        String key = allergy.system().uri() + '|' + allergy.code() + '|' + allergy.display();
        Optional<Reading> known = kept.get(key);
        if (known == null) {
            known = read(allergy);
            if (kept.size() < MOST_KEPT) {
                kept.put(key, known);
            }
        }
        return known;
    }

    private Optional<Reading> read(Concept allergy) {
        if (noneCodes.contains(allergy.code())) {
            return Optional.of(new Reading(true, true, Set.of()));
        }
        String display = SemanticTag.without(allergy.display()).toLowerCase(Locale.ROOT);
        String words = ALLERGY.matcher(display).replaceAll(" ").replaceAll("\\s+", " ").strip();
        Set<String> substances = new HashSet<>();
        boolean recognised = false;
        for (Allergen allergen : table) {
            if (allergen.codes().contains(allergy.code()) || allergen.words().contains(words)) {
                substances.addAll(allergen.substances());
                recognised = true;
            }
        }
        if (!words.isEmpty()) {
            substances.addAll(ingredients.of(new Concept(CodeSystem.TEXT, words, words)));
        }
        return recognised || !substances.isEmpty()
                ? Optional.of(new Reading(true, false, Set.copyOf(substances)))
                : Optional.empty();
    }
}
