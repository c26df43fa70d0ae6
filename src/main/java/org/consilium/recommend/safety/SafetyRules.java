package org.consilium.recommend.safety;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consilium.meaning.Ingredients;

/** Every rule, by the substances that it speaks of. Immutable in effect and thread-safe. */
final class SafetyRules {
    private final List<SafetyRule> all;
    private final Problems problems;
    private final Allergens allergens;
    private final List<SafetyRule> general = new ArrayList<>();
    private final Map<String, List<SafetyRule>> bySubstance = new HashMap<>();

    private SafetyRules(List<SafetyRule> all, Problems problems, Allergens allergens) {
        this.all = List.copyOf(all);
        this.problems = problems;
        this.allergens = allergens;
        for (SafetyRule rule : all) {
            if (rule.medicine().isAny()) {
                general.add(rule);
            }
            for (String substance : rule.substances()) {
                bySubstance.computeIfAbsent(substance, absent -> new ArrayList<>()).add(rule);
            }
        }
    }

    /**
     * The tables that ship with the program.
     *
     * @throws IOException naming file, line and reason when a row has no source, names a class or
     *     ingredient that there is not, or can't be understood
     */
    static SafetyRules shipped(Ingredients ingredients) throws IOException {
        Terms terms = Terms.shipped(ingredients::isKnown);
        Problems problems = Problems.shipped();
        CriterionParser parser = new CriterionParser(terms, problems, Measures.shipped());
        List<SafetyRule> rules = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Family family : Family.values()) {
            rules.addAll(
                    SafetyTable.shipped(
                            family.file(),
                            row -> {
                                SafetyRule rule = SafetyRule.of(family, row, terms, parser);
                                if (!ids.add(rule.id())) {
                                    throw new IllegalArgumentException(
                                            "the id %s is there twice.".formatted(rule.id()));
                                }
                                return rule;
                            }));
        }
        return new SafetyRules(rules, problems, Allergens.shipped(terms, ingredients));
    }

    List<SafetyRule> all() {
        return all;
    }

    /** Those that speak of every medicine. */
    List<SafetyRule> general() {
        return general;
    }

    /** Those that speak of one of the substances. */
    Set<SafetyRule> of(Collection<String> substances) {
        Set<SafetyRule> rules = new LinkedHashSet<>();
        for (String substance : substances) {
            rules.addAll(bySubstance.getOrDefault(substance, List.of()));
        }
        return rules;
    }

    Problems problems() {
        return problems;
    }

    Allergens allergens() {
        return allergens;
    }
}
