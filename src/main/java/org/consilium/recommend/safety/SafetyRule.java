package org.consilium.recommend.safety;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;

/**
 * What one document says against a medicine under a condition. Immutable.
 *
 * @param id unique and lasting: decisions name it
 * @param medicine what it speaks of
 * @param anyForm whether it holds of what is put on the skin, into eyes, ears, nose or lungs, too
 * @param when all of it must hold
 * @param sentence in plain words
 */
record SafetyRule(
        String id,
        Family family,
        Term medicine,
        boolean anyForm,
        List<Criterion> when,
        SafetyVerdict verdict,
        String sentence,
        SafetySource source) {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{3,59}");

    SafetyRule {
        when = List.copyOf(when);
    }

    /**
     * @throws IllegalArgumentException with the reason when the row is no rule
     */
    static SafetyRule of(Family family, CSVRecord row, Terms terms, CriterionParser parser) {
        String id = SafetyTable.filled(row, "id");
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "the id %s is not made of lower-case words and hyphens.".formatted(id));
        }
        String sentence = SafetyTable.filled(row, "sentence");
        if (!sentence.endsWith(".")) {
            throw new IllegalArgumentException("the sentence does not end in a full stop.");
        }
        return new SafetyRule(
                id,
                family,
                terms.of(SafetyTable.filled(row, "medicine")),
                switch (row.get("form")) {
                    case "any" -> true;
                    case "" -> false;
                    default ->
                            throw new IllegalArgumentException(
                                    "the form is neither any nor empty.");
                },
                parser.parse(SafetyTable.filled(row, "when")),
                switch (row.get("verdict")) {
                    case "contraindicated" -> SafetyVerdict.CONTRAINDICATED;
                    case "caution" -> SafetyVerdict.CAUTION;
                    default ->
                            throw new IllegalArgumentException(
                                    "the verdict is neither contraindicated nor caution.");
                },
                sentence,
                SafetyTable.source(row));
    }

    /** The substances of which an item has to have one for the rule to speak; empty: any. */
    Set<String> substances() {
        Set<String> all = new LinkedHashSet<>(medicine.substances());
        for (Criterion criterion : when) {
            if (criterion instanceof Criterion.With with) {
                all.addAll(with.other().substances());
            }
        }
        return medicine.isAny() ? Set.of() : all;
    }
}
