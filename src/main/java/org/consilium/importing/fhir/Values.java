package org.consilium.importing.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Value;
import org.jspecify.annotations.Nullable;

/** Values of observations and of their components. */
final class Values {
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
        for (String form :
                new String[] {"valueString", "valueBoolean", "valueDateTime", "valueTime"}) {
            String text = Json.text(node, form);
            if (text != null) {
                return new Value.Text(text);
            }
        }
        return null;
    }

    private static Value quantity(double amount, JsonNode quantity, JsonNode ranges) {
        String words = Json.text(quantity, "unit");
        String code = Json.text(quantity, "code");
        String unit = words != null ? words : code != null ? code : "";
        String comparator = Json.text(quantity, "comparator");
        if (comparator != null) {
            // "<5" is not 5
            return new Value.Text(
                    (comparator + quantity.path("value").asText() + " " + unit).strip());
        }
        JsonNode range = normal(ranges);
        return new Value.Quantity(
                amount,
                unit,
                Json.number(range, "low", "value"),
                Json.number(range, "high", "value"));
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
