package org.consilium.importing.fhir;

import java.util.List;
import java.util.stream.Stream;
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
    private static final Forms VALUE = Forms.of("value");

    /** The names of an element that is written as name[x]. */
    record Forms(List<String> asWritten, String ratio, String range, String period) {
        static Forms of(String name) {
            return new Forms(
                    Stream.of("String", "Boolean", "DateTime", "Time").map(name::concat).toList(),
                    name + "Ratio",
                    name + "Range",
                    name + "Period");
        }
    }

    private Values() {}

    /** The value[x] of an element; null when it has none, or one of a form that is not used. */
    static @Nullable Value of(Element node) {
        Element quantity = node.path("valueQuantity");
        Double amount = quantity.path("value").number();
        if (amount != null) {
            return quantity(amount, quantity, node.path("referenceRange"));
        }
        Double integer = node.path("valueInteger").number();
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
    static @Nullable String words(Element node, Forms forms) {
        for (String form : forms.asWritten) {
            String text = node.text(form);
            if (text != null) {
                return text;
            }
        }
        Element ratio = node.path(forms.ratio);
        if (ratio.isObject()) {
            boolean plain = unit(ratio.path("numerator")).isEmpty();
            return joined(
                    written(ratio.path("numerator")),
                    plain ? ":" : "/",
                    written(ratio.path("denominator")));
        }
        Element range = node.path(forms.range);
        if (range.isObject()) {
            return range(range);
        }
        Element period = node.path(forms.period);
        String start = period.text("start");
        String end = period.text("end");
        return start == null && end == null
                ? null
                : (start == null ? "" : start) + "/" + (end == null ? "" : end);
    }

    private static @Nullable String range(Element range) {
        String low = written(range.path("low"));
        String high = written(range.path("high"));
        if (low == null || high == null) {
            return low == null ? high == null ? null : "<=" + high : ">=" + low;
        }
        return joined(range.path("low").text("value"), "-", high);
    }

    private static @Nullable String joined(
            @Nullable String first, String sign, @Nullable String second) {
        return first == null || second == null ? null : first + sign + second;
    }

    /** A quantity or duration as written; null when it has no value. */
    static @Nullable String written(Element quantity) {
        String value = quantity.text("value");
        String comparator = quantity.text("comparator");
        return value == null
                ? null
                : ((comparator == null ? "" : comparator) + value + " " + unit(quantity)).strip();
    }

    private static Value quantity(double amount, Element quantity, Element ranges) {
        String unit = unit(quantity);
        if (quantity.text("comparator") != null) {
            // "<5" is not 5
            return new Value.Text(String.valueOf(written(quantity)));
        }
        Element range = normal(ranges);
        return new Value.Quantity(
                amount, unit, bound(range, "low", unit), bound(range, "high", unit));
    }

    /** The UCUM code, which can be computed with, else the unit in words. */
    private static String unit(Element quantity) {
        String words = quantity.text("unit");
        String code = quantity.text("code");
        if (code != null && (words == null || UCUM.equals(quantity.text("system")))) {
            return code;
        }
        return words == null ? "" : words;
    }

    /** An end of a range; null where there is none, or in another unit than the value. */
    private static @Nullable Double bound(Element range, String end, String unit) {
        String other = unit(range.path(end));
        return other.isEmpty() || other.equals(unit)
                ? range.path(end).path("value").number()
                : null;
    }

    /** The range that is called normal, or the only kind there is. */
    private static Element normal(Element ranges) {
        for (Element range : ranges) {
            String type = range.path("type").path("coding").first().text("code");
            if (type == null || type.equals("normal")) {
                return range;
            }
        }
        return Element.MISSING;
    }
}
