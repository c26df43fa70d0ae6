package org.consilium.importing.omop;

import java.util.Map;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Value;
import org.consilium.importing.csv.RowException;
import org.jspecify.annotations.Nullable;

/**
 * Results of measurements and observations (OMOP CDM v5.4, "measurement", "observation"): the
 * number with its unit and normal range, else the concept, else the text, else what the source had.
 *
 * @param concepts collects the concepts that are results
 * @param units collects the units
 */
record Results(ConceptReferences concepts, UnitReferences units) {
    private static final int EQUAL = 4172703;

    /** Domain "Meas Value Operator". */
    private static final Map<Integer, String> OPERATORS =
            Map.of(4171756, "<", 4171754, "<=", 4172704, ">", 4171755, ">=");

    @Nullable Value value(OmopRow row) throws RowException {
        Double number = row.number("value_as_number");
        if (number != null) {
            return quantity(row, number);
        }
        String text = row.text("value_as_string");
        String source = row.text("value_source_value");
        int concept = row.concept("value_as_concept_id");
        if (concept != 0) {
            Concept coded = concepts.of(concept, 0, text == null ? source : text);
            return coded == null ? null : new Value.Coded(coded);
        }
        String words = text == null ? source : text;
        return words == null ? null : new Value.Text(words);
    }

    /** What is only known to be below or above a number is no number. */
    private Value quantity(OmopRow row, double number) throws RowException {
        int unit = row.concept("unit_concept_id");
        String word = row.text("unit_source_value");
        int operator = row.concept("operator_concept_id");
        String source = row.text("value_source_value");
        if (source != null && (source.startsWith("<") || source.startsWith(">"))) {
            return new Value.Text(units.behind(source, unit, word));
        }
        if (operator != 0 && operator != EQUAL) {
            String sign = OPERATORS.getOrDefault(operator, "about ");
            return new Value.Text(units.behind(sign + plain(number), unit, word));
        }
        return new Value.Quantity(
                number, units.of(unit, word), row.number("range_low"), row.number("range_high"));
    }

    private static String plain(double number) {
        boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
        return whole ? Long.toString((long) number) : Double.toString(number);
    }
}
