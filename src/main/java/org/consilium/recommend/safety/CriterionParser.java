package org.consilium.recommend.safety;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoublePredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what the tables say in the column {@code when}: clauses joined by "and", all of which must
 * hold.
 *
 * <pre>
 * with NSAIDs                          takes one now
 * with MAO inhibitors in the last 14 days
 * with 2 of CNS-active medicines       takes so many besides
 * with another of ACE inhibitors       takes one of the class that the item is of, too
 * with the same ingredient
 * allergic to penicillins
 * allergic to it                       to an ingredient of the item
 * has heart failure                    a problem of problems.csv
 * has no heart failure                 none on record
 * eGFR &lt;30                             a measure of measures.csv
 * age &lt;18 years, age &gt;=65 years        also months, days
 * </pre>
 */
final class CriterionParser {
    private static final Pattern WITHIN = Pattern.compile("(.*) in the last (\\d+) days");
    private static final Pattern SEVERAL = Pattern.compile("(\\d+) of (.*)");
    private static final Pattern NUMBER = Pattern.compile("(.+) (<=|>=|<|>)(\\d+(?:\\.\\d+)?)");
    private static final Pattern AGE = Pattern.compile("(<|>=)(\\d+) (years|months|days)");

    private final Terms terms;
    private final Problems problems;
    private final Measures measures;

    CriterionParser(Terms terms, Problems problems, Measures measures) {
        this.terms = terms;
        this.problems = problems;
        this.measures = measures;
    }

    /**
     * @throws IllegalArgumentException when a clause is none, or names what there is not
     */
    List<Criterion> parse(String when) {
        List<Criterion> criteria = new ArrayList<>();
        for (String clause : when.split(" and ")) {
            criteria.add(clause(clause.strip()));
        }
        return List.copyOf(criteria);
    }

    private Criterion clause(String clause) {
        if (clause.equals("with the same ingredient")) {
            return new Criterion.SameIngredient();
        }
        if (clause.equals("allergic to it")) {
            return new Criterion.AllergicToIt();
        }
        if (clause.startsWith("with another of ")) {
            return new Criterion.Another(terms.of(after("with another of ", clause)));
        }
        if (clause.startsWith("with ")) {
            return with(after("with ", clause));
        }
        if (clause.startsWith("allergic to ")) {
            return new Criterion.AllergicTo(terms.of(after("allergic to ", clause)));
        }
        if (clause.startsWith("has no ")) {
            return new Criterion.HasNo(problems.named(after("has no ", clause)));
        }
        if (clause.startsWith("has ")) {
            return new Criterion.Has(problems.named(after("has ", clause)));
        }
        return clause.startsWith("age ") ? age(after("age ", clause)) : measured(clause);
    }

    private static String after(String start, String clause) {
        return clause.substring(start.length()).strip();
    }

    private Criterion with(String words) {
        Matcher within = WITHIN.matcher(words);
        Matcher several = SEVERAL.matcher(words);
        if (within.matches()) {
            return new Criterion.With(
                    terms.of(within.group(1)), 1, Integer.parseInt(within.group(2)));
        }
        return several.matches()
                ? new Criterion.With(
                        terms.of(several.group(2)), Integer.parseInt(several.group(1)), 0)
                : new Criterion.With(terms.of(words), 1, 0);
    }

    private static Criterion age(String words) {
        Matcher age = AGE.matcher(words);
        if (!age.matches()) {
            throw new IllegalArgumentException("age %s is no condition.".formatted(words));
        }
        String unit = age.group(3).substring(0, 1).toUpperCase(Locale.ROOT);
        return new Criterion.Aged(
                Period.parse("P" + age.group(2) + unit), age.group(1).equals("<"), words);
    }

    private Criterion measured(String clause) {
        Matcher number = NUMBER.matcher(clause);
        if (!number.matches()) {
            throw new IllegalArgumentException("\"%s\" is no condition.".formatted(clause));
        }
        double bound = Double.parseDouble(number.group(3));
        DoublePredicate test =
                switch (number.group(2)) {
                    case "<" -> value -> value < bound;
                    case "<=" -> value -> value <= bound;
                    case ">" -> value -> value > bound;
                    default -> value -> value >= bound;
                };
        return new Criterion.Measured(measures.named(number.group(1)), clause, test);
    }
}
