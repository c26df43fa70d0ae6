package org.consilium.importing.fhir;

import com.fasterxml.jackson.databind.JsonNode;
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
    private static final String[] AS_WRITTEN = {
        "valueString", "valueBoolean", "valueDateTime", "valueTime"
    };

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
        String words = words(node);
        return words == null ? null : new Value.Text(words);
    }

    private static @Nullable String words(JsonNode node) {
        for (String form : AS_WRITTEN) {
            String text = Json.text(node, form);
            if (text != null) {
                return text;
            }
        }
        JsonNode ratio = node.path("valueRatio");
        if (ratio.isObject()) {
            boolean plain = unit(ratio.path("numerator")).isEmpty();
            return joined(
                    words(ratio, "numerator"), plain ? ":" : "/", words(ratio, "denominator"));
        }
        JsonNode range = node.path("valueRange");
        if (range.isObject()) {
            return range(range);
        }
        JsonNode period = node.path("valuePeriod");
        String start = Json.text(period, "start");
        String end = Json.text(period, "end");
        return start == null && end == null
                ? null
                : (start == null ? "" : start) + "/" + (end == null ? "" : end);
    }

    private static @Nullable String range(JsonNode range) {
        String low = words(range, "low");
        String high = words(range, "high");
        if (low == null || high == null) {
            return low == null ? high == null ? null : "<=" + high : ">=" + low;
        }
        return joined(Json.text(range, "low", "value"), "-", high);
    }

    private static @Nullable String joined(
            @Nullable String first, String sign, @Nullable String second) {
        return first == null || second == null ? null : first + sign + second;
    }

    private static @Nullable String words(JsonNode node, String name) {
        return written(node.path(name));
    }

    /** A quantity as written; null when it has no value. */
    private static @Nullable String written(JsonNode quantity) {
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
