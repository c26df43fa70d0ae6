package org.consilium.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What must hold of a number, all of it: ">=18.5 <25". Without any part nothing fulfils it. */
final class Condition implements DoublePredicate {
    private static final Pattern PART = Pattern.compile("(<=|>=|<|>)(\\d+(?:\\.\\d+)?)");

    private final String text;
    private final List<DoublePredicate> parts = new ArrayList<>();

    private Condition(String text) {
        this.text = text;
    }

    /**
     * @throws IllegalArgumentException when the text is no condition
     */
    static Condition of(String text) {
        Condition condition = new Condition(text);
        for (String word : text.isBlank() ? new String[0] : text.strip().split(" +")) {
            Matcher part = PART.matcher(word);
            if (!part.matches()) {
                throw new IllegalArgumentException(word + " is no condition");
            }
            double bound = Double.parseDouble(part.group(2));
            condition.parts.add(
                    switch (part.group(1)) {
                        case "<" -> value -> value < bound;
                        case "<=" -> value -> value <= bound;
                        case ">" -> value -> value > bound;
                        default -> value -> value >= bound;
                    });
        }
        return condition;
    }

    @Override
    public boolean test(double value) {
        return !parts.isEmpty() && parts.stream().allMatch(part -> part.test(value));
    }

    /** For a person: "≥18.5 <25"; empty where there is none. */
    String words() {
        return text.replace(">=", "\u2265").replace("<=", "\u2264");
    }
}
