package org.consilium.recommend.safety;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.jspecify.annotations.Nullable;

/**
 * Makes, from a rule's own conditions, a patient of whom all of them hold, and patients of whom all
 * but one do.
 */
final class RulePatients {
    private static final Pattern BOUND = Pattern.compile("(.+) (<=|>=|<|>)([\\d.]+)");
    private static final Map<String, Concept> FOODS =
            Map.of(
                    "allergen egg", snomed("102263004", "Eggs (edible) (substance)"),
                    "allergen soya", snomed("256355007", "Soy bean"),
                    "allergen peanut", snomed("762952008", "Peanut (substance)"),
                    "allergen fish", snomed("735971005", "Fish (substance)"),
                    "allergen milk", snomed("3718001", "Cow's milk (substance)"));
    private static final Map<String, String> PRODUCTS = products();

    private RulePatients() {}

    private static Concept snomed(String code, String display) {
        return new Concept(CodeSystem.SNOMED_CT, code, display);
    }

    /** From an ingredient to a name under which a record may have it alone. */
    private static Map<String, String> products() {
        Map<String, String> products = new HashMap<>();
        try {
            for (String line :
                    Files.readAllLines(
                            Path.of("resources/org/consilium/meaning/ingredient-names.csv"))) {
                String[] cells = line.split(",", 3);
                if (cells.length == 3
                        && (cells[0].equals(cells[1]) || !products.containsKey(cells[1]))) {
                    products.put(cells[1], cells[0]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return products;
    }

    /** A product that contains the substance alone. */
    static Concept product(String substance) {
        if (substance.startsWith("cvx ")) {
            return new Concept(CodeSystem.CVX, substance.substring(4), substance);
        }
        return Charted.text(PRODUCTS.getOrDefault(substance, substance));
    }

    /**
     * @param item substance of the item
     * @param other what is taken, where the rule asks for one; null: any of those that it names
     * @param broken number of the condition that does not hold; -1: all do
     */
    static Charted patient(SafetyRule rule, String item, @Nullable String other, int broken) {
        Charted chart = Charted.woman();
        chart.has(snomed("160903007", "Full-time employment (finding)"));
        List<String> measured = new ArrayList<>();
        for (int i = 0; i < rule.when().size(); i++) {
            if (i != broken) {
                write(chart, measured, rule, rule.when().get(i), item, other, true);
            }
        }
        if (broken >= 0) {
            write(chart, measured, rule, rule.when().get(broken), item, other, false);
        }
        measure(chart, measured);
        return chart;
    }

    private static void write(
            Charted chart,
            List<String> measured,
            SafetyRule rule,
            Criterion criterion,
            String item,
            @Nullable String other,
            boolean holds) {
        switch (criterion) {
            case Criterion.With(Term term, int least, int washout) ->
                    take(chart, others(rule, term, item, other), holds ? least : least - 1);
            case Criterion.Another(Term of) ->
                    take(chart, others(rule, of, item, other), holds ? 1 : 0);
            case Criterion.SameIngredient same -> take(chart, Set.of(item), holds ? 1 : 0);
            case Criterion.AllergicTo(Term to) when holds ->
                    allergic(chart, to.substances().stream().sorted().findFirst().orElseThrow());
            case Criterion.AllergicToIt it when holds -> allergic(chart, item);
            case Criterion.Has(Problem problem) when holds -> chart.has(condition(problem));
            case Criterion.HasNo(Problem problem) when !holds -> chart.has(condition(problem));
            case Criterion.Measured(Measure measure, String words, var test) ->
                    measured.add(holds ? words : opposite(words));
            case Criterion.Aged aged -> age(chart, aged, holds);
            default -> {}
        }
    }

    /** Substances that the rule's other side names, without the item. */
    private static Set<String> others(
            SafetyRule rule, Term term, String item, @Nullable String other) {
        if (other != null) {
            return Set.of(other);
        }
        Set<String> all =
                new TreeSet<>(
                        term.touches(Set.of(item)) && !rule.medicine().touches(Set.of(item))
                                ? rule.medicine().substances()
                                : term.substances());
        all.remove(item);
        return all;
    }

    private static void take(Charted chart, Set<String> from, int number) {
        from.stream()
                .sorted()
                .limit(number)
                .forEach(substance ->
                        chart.takes(product(substance), Charted.AT.minusDays(30), null, null));
    }

    private static void allergic(Charted chart, String substance) {
        Concept food = FOODS.get(substance);
        chart.allergic(food == null ? product(substance) : food);
    }

    static Concept condition(Problem problem) {
        if (!problem.snomed().isEmpty()) {
            String code = problem.snomed().stream().sorted().findFirst().orElseThrow();
            return snomed(code, "something on record");
        }
        if (!problem.icd10Cm().isEmpty()) {
            String code = problem.icd10Cm().stream().sorted().findFirst().orElseThrow();
            return new Concept(CodeSystem.ICD_10_CM, code, "something on record");
        }
        return Charted.text(problem.words().stream().sorted().findFirst().orElseThrow());
    }

    private static void age(Charted chart, Criterion.Aged aged, boolean holds) {
        LocalDate today = Charted.AT.toLocalDate();
        LocalDate reached = today.minus(aged.bound());
        chart.born(aged.below() == holds ? reached.plusDays(1) : reached);
    }

    private static String opposite(String words) {
        Matcher bound = BOUND.matcher(words);
        if (!bound.matches()) {
            throw new IllegalArgumentException(words);
        }
        String turned =
                switch (bound.group(2)) {
                    case "<" -> ">=";
                    case "<=" -> ">";
                    case ">" -> "<=";
                    default -> "<";
                };
        return bound.group(1) + " " + turned + bound.group(3);
    }

    /** Writes down one result that fulfils all that is asked of it. */
    private static void measure(Charted chart, List<String> asked) {
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        String name = "";
        for (String words : asked) {
            Matcher bound = BOUND.matcher(words);
            if (!bound.matches()) {
                throw new IllegalArgumentException(words);
            }
            name = bound.group(1);
            double number = Double.parseDouble(bound.group(3));
            switch (bound.group(2)) {
                case "<" -> high = Math.min(high, number - .1);
                case "<=" -> high = Math.min(high, number);
                case ">" -> low = Math.max(low, number + .1);
                default -> low = Math.max(low, number);
            }
        }
        double value = low > 0 ? low : high;
        switch (name) {
            case "" -> {}
            case "eGFR" -> chart.result("33914-3", value, "mL/min/{1.73_m2}");
            case "potassium" -> chart.result("2823-3", value, "mmol/L");
            case "creatinine clearance" -> clearance(chart, low > 0 ? value + .001 : value - .001);
            default -> throw new IllegalArgumentException("no way to record " + name);
        }
    }

    /** (140 - age) x 72 kg / (72 x Scr) x .85 for a woman. */
    private static void clearance(Charted chart, double value) {
        int age =
                Period.between(
                                Objects.requireNonNull(chart.timeline().patient().birthDate()),
                                Charted.AT.toLocalDate())
                        .getYears();
        chart.result("2160-0", .85 * (140 - age) / value, "mg/dL");
        chart.result("29463-7", 72, "kg");
    }
}
