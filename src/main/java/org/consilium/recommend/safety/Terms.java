package org.consilium.recommend.safety;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;

/**
 * The names that rules may use: classes of ingredients from their sourced table, single
 * ingredients, vaccines by CVX code and foods that some medicines contain ("allergen egg").
 */
final class Terms {
    private static final Pattern OTHER = Pattern.compile("cvx \\d{2,3}|allergen [a-z]+");

    private final Map<String, Term> classes = new HashMap<>();
    private final Predicate<String> isIngredient;

    /**
     * @param isIngredient whether medicines with that ingredient would be recognised
     */
    Terms(Predicate<String> isIngredient) {
        this.isIngredient = isIngredient;
    }

    static Terms shipped(Predicate<String> isIngredient) throws IOException {
        Terms terms = new Terms(isIngredient);
        SafetyTable.shipped("classes.csv", terms::add);
        return terms;
    }

    Term add(CSVRecord row) {
        String name = SafetyTable.filled(row, "class");
        Set<String> members = new LinkedHashSet<>();
        for (String member : SafetyTable.filled(row, "members").split(";")) {
            members.addAll(of(member.strip()).substances());
        }
        Term term = new Term(name, members);
        if (classes.put(name.toLowerCase(Locale.ROOT), term) != null) {
            throw new IllegalArgumentException("the class %s is there twice.".formatted(name));
        }
        return term;
    }

    /**
     * @param words a class, an ingredient, several of them joined by "or", or "any medicine"
     * @throws IllegalArgumentException when there is no such class or ingredient
     */
    Term of(String words) {
        if (words.equals("any medicine")) {
            return new Term(words, Set.of());
        }
        Set<String> substances = new LinkedHashSet<>();
        Arrays.stream(words.split(" or "))
                .map(word -> one(word.strip().toLowerCase(Locale.ROOT)))
                .forEach(substances::addAll);
        return new Term(words, substances);
    }

    private Set<String> one(String name) {
        Term known = classes.get(name);
        if (known != null) {
            return known.substances();
        }
        if (!isIngredient.test(name) && !OTHER.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "there is no class or ingredient %s.".formatted(name));
        }
        return Set.of(name);
    }
}
