package org.consilium.recommend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.ItemKind;
import org.consilium.meaning.ReferenceLevels;

/** What a model knows, found by its code or by words of its name; the shortest names first. */
final class NameSearch {
    private NameSearch() {}

    static List<Item> items(EvidenceModel model, String words, int most) {
        List<String> wanted = words(words);
        return model.items().entries().stream()
                .filter(item -> matches(item.concept(), wanted))
                .sorted(Comparator.comparing(Item::concept, SHORTEST))
                .limit(most)
                .toList();
    }

    /** Of medications only those that the model could recommend, too: other treatments are none. */
    static List<Change.With> supposable(EvidenceModel model, String words, int most) {
        List<String> wanted = words(words);
        Set<Change.With> found = new LinkedHashSet<>();
        for (Fact fact : model.facts().entries()) {
            boolean problem = fact.role() == Role.CONDITION_ACTIVE;
            boolean medication =
                    fact.role() == Role.TREATMENT_ACTIVE
                            && model.items()
                                    .indexOf(new Item(ItemKind.MEDICATION, fact.concept()))
                                    .isPresent();
            if ((problem || medication) && matches(fact.concept(), wanted)) {
                found.add(
                        new Change.With(
                                problem ? EventKind.CONDITION : EventKind.MEDICATION,
                                fact.concept()));
            }
        }
        List<Change.With> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparing(Change.With::concept, SHORTEST));
        return List.copyOf(sorted.subList(0, Math.min(most, sorted.size())));
    }

    /** Results that the model reasons from, and of which a document says where a value stands. */
    static List<Measurable> measurable(
            EvidenceModel model, ReferenceLevels levels, String words, int most) {
        List<String> wanted = words(words);
        Set<Measurable> found = new LinkedHashSet<>();
        for (Fact fact : model.facts().entries()) {
            String unit = levels.unit(fact.concept());
            if (unit != null
                    && Roles.family(fact.role()) == Roles.family(EventKind.OBSERVATION)
                    && matches(fact.concept(), wanted)
                    && !SensitiveObservations.contains(fact.concept())) {
                found.add(new Measurable(fact.concept(), unit));
            }
        }
        return found.stream()
                .sorted(Comparator.comparing(Measurable::concept, SHORTEST))
                .limit(most)
                .toList();
    }

    private static final Comparator<Concept> SHORTEST =
            Comparator.comparingInt((Concept concept) -> concept.display().length())
                    .thenComparing(Concept::display)
                    .thenComparing(Concept::code);

    private static List<String> words(String words) {
        return List.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+"));
    }

    private static boolean matches(Concept concept, List<String> wanted) {
        String name = concept.display().toLowerCase(Locale.ROOT);
        if (wanted.size() == 1
                && concept.code().toLowerCase(Locale.ROOT).equals(wanted.getFirst())) {
            return true;
        }
        return wanted.stream().allMatch(word -> !word.isEmpty() && name.contains(word));
    }
}
