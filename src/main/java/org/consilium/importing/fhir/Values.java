package org.consilium.importing.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Value;
import org.jspecify.annotations.Nullable;

/**
 * Values of observations and of their components (HL7 FHIR R4, Observation.value[x]). What is
 * neither a number nor a code is kept as it would be written: {@code <5 mg}, {@code 5-10 mg},
 * {@code 1:128}, {@code 1 mg/2 mL}, {@code 2020-01-01/2020-02-01}, {@code true}. Sampled data
 * (curves) are no value.
 */
final class Values {
    private static final String UCUM = "http://unitsofmeasure.org";
    private static final List<String> AS_WRITTEN = List.of("String", "Boolean", "DateTime", "Time");
    private static final String VALUE = "value";

    private Values() {}

    /** The value[x] of an element; null when it has none, or one of a form that is not used. */
    static @Nullable Value of(JsonNode node) {
        JsonNode quantity = node.path("valueQuantity");
        Double amount = Json.number(quantity, "value");
        if (amount != null) {
            return quantity(amount, quantity, node.path("referenceRange"));
        }
        Double integer = Json.number(node, "valueInteger");
        if (integer != null) {
            return new Value.Quantity(integer, "");
        }
        Concept concept = Codings.concept(node.path("valueCodeableConcept"), Codings.CLINICAL);
        if (concept != null) {
            return new Value.Coded(concept);
        }
        String words = words(node, VALUE);
        return words == null ? null : new Value.Text(words);
    }

    /**
     * The words of an element that is written as name[x], whatever its form but for quantities,
     * integers and codes; null when it has none.
     */
    static @Nullable String words(JsonNode node, String name) {
        for (String form : AS_WRITTEN) {
            String text = Json.text(node, name + form);
            if (text != null) {
                return text;
            }
        }
        JsonNode ratio = node.path(name + "Ratio");
        if (ratio.isObject()) {
            boolean plain = unit(ratio.path("numerator")).isEmpty();
            return joined(
                    written(ratio.path("numerator")),
                    plain ? ":" : "/",
                    written(ratio.path("denominator")));
        }
        JsonNode range = node.path(name + "Range");
        if (range.isObject()) {
            return range(range);
        }
        JsonNode period = node.path(name + "Period");
        String start = Json.text(period, "start");
        String end = Json.text(period, "end");
        return start == null && end == null
                ? null
                : (start == null ? "" : start) + "/" + (end == null ? "" : end);
    }

    private static @Nullable String range(JsonNode range) {
        String low = written(range.path("low"));
        String high = written(range.path("high"));
        if (low == null || high == null) {
            return low == null ? high == null ? null : "<=" + high : ">=" + low;
        }
        return joined(Json.text(range, "low", "value"), "-", high);
    }

    private static @Nullable String joined(
            @Nullable String first, String sign, @Nullable String second) {
        return first == null || second == null ? null : first + sign + second;
    }

    /** A quantity or duration as written; null when it has no value. */
    static @Nullable String written(JsonNode quantity) {
        String value = Json.text(quantity, "value");
        String comparator = Json.text(quantity, "comparator");
        return value == null
                ? null
                : ((comparator == null ? "" : comparator) + value + " " + unit(quantity)).strip();
    }

    private static Value quantity(double amount, JsonNode quantity, JsonNode ranges) {
        String unit = unit(quantity);
        if (Json.text(quantity, "comparator") != null) {
            // "<5" is not 5
            return new Value.Text(String.valueOf(written(quantity)));
        }
        JsonNode range = normal(ranges);
        return new Value.Quantity(
                amount, unit, bound(range, "low", unit), bound(range, "high", unit));
    }

    /** The UCUM code, which can be computed with, else the unit in words. */
    private static String unit(JsonNode quantity) {
        String words = Json.text(quantity, "unit");
        String code = Json.text(quantity, "code");
        if (code != null && (words == null || UCUM.equals(Json.text(quantity, "system")))) {
            return code;
        }
        return words == null ? "" : words;
    }

    /** An end of a range; null where there is none, or in another unit than the value. */
    private static @Nullable Double bound(JsonNode range, String end, String unit) {
        String other = unit(range.path(end));
        return other.isEmpty() || other.equals(unit) ? Json.number(range, end, "value") : null;
    }

    /** The range that is called normal, or the only kind there is. */
    private static JsonNode normal(JsonNode ranges) {
        for (JsonNode range : ranges) {
            String type = Json.text(range.path("type").path("coding").path(0), "code");
            if (type == null || type.equals("normal")) {
                return range;
            }
        }
        return ranges.path("");
    }
}
