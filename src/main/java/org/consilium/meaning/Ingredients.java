package org.consilium.meaning;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * Which medicines are the same drug: those with the same active ingredients, whatever the salt,
 * strength, form, release or brand. By known names, and for RxNorm concepts by RxNorm's grammar
 * where it names an ingredient that the tables don't; what is not certain has no ingredients rather
 * than wrong ones. Answers are kept (at most {@link #MOST_KEPT}). Thread-safe.
 */
public final class Ingredients {
    private static final int MOST_KEPT = 20_000;
    private static final int LONGEST = 600;
    private static final String BETWEEN = " / ";

    private final MedicineNames names;
    private final RxNormGrammar grammar;
    private final PharmacyText text;
    private final Map<Name, Optional<Set<String>>> kept = new ConcurrentHashMap<>();

    /** Sources give one code several texts, and some none: the text is what is read. */
    private record Name(boolean rxNorm, String display) {}

    private Ingredients(MedicineNames names) {
        this.names = names;
        grammar = new RxNormGrammar(names);
        text = new PharmacyText(names);
    }

    /** The tables that ship with the program. */
    public static Ingredients shipped() throws IOException {
        return new Ingredients(MedicineNames.shipped());
    }

    /** The active ingredients of a medicine by their RxNorm names; empty where not certain. */
    public Set<String> of(Concept medicine) {
        if (medicine.system().equals(CodeSystem.INGREDIENT)) {
            return Set.of(medicine.code().split(BETWEEN));
        }
        Name name = new Name(medicine.system().equals(CodeSystem.RXNORM), medicine.display());
        Optional<Set<String>> known = kept.get(name);
        if (known == null) {
            known = Optional.ofNullable(read(name)).map(Set::copyOf);
            if (kept.size() < MOST_KEPT) {
                kept.put(name, known);
            }
        }
        return known.orElse(Set.of());
    }

    /** Whether an ingredient is among those that names of medicines are known for. */
    public boolean isKnown(String ingredient) {
        return names.isIngredient(ingredient);
    }

    /** The ingredients as one text, the same for the same drug; null where not certain. */
    public @Nullable String key(Concept medicine) {
        Set<String> ingredients = of(medicine);
        return ingredients.isEmpty()
                ? null
                : String.join(BETWEEN, ingredients.stream().sorted().toList());
    }

    private @Nullable Set<String> read(Name name) {
        String display = name.display();
        if (display.length() > LONGEST) {
            return null;
        }
        boolean pack = display.startsWith("{");
        Set<String> named = pack ? null : text.ingredients(display);
        return named == null && name.rxNorm() ? grammar.ingredients(display) : named;
    }

    /**
     * Medicines of one drug that were begun on the same day: the same order recorded twice, perhaps
     * by two systems.
     *
     * @param ingredients as {@link #key}
     * @param events two or more, in the timeline's order
     */
    public record PossibleDuplicate(
            String ingredients, LocalDate day, List<ClinicalEvent> events) {}

    /** Every drug and day with more than one medicine, in the timeline's order. */
    public List<PossibleDuplicate> possibleDuplicates(Timeline timeline) {
        record Dose(String ingredients, LocalDate day) {}
        Map<Dose, List<ClinicalEvent>> doses = new LinkedHashMap<>();
        for (ClinicalEvent event : timeline.events()) {
            String drug = event.kind() == EventKind.MEDICATION ? key(event.concept()) : null;
            if (drug != null) {
                Dose dose = new Dose(drug, event.start().toLocalDate());
                doses.computeIfAbsent(dose, absent -> new ArrayList<>()).add(event);
            }
        }
        List<PossibleDuplicate> found = new ArrayList<>();
        doses.forEach((dose, events) -> {
            if (events.size() > 1) {
                found.add(
                        new PossibleDuplicate(dose.ingredients(), dose.day(), List.copyOf(events)));
            }
        });
        return found;
    }
}
