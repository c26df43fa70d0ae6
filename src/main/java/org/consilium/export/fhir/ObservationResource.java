package org.consilium.export.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Locale;
import org.consilium.clinical.Category;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Value;
import org.consilium.export.Loss;
import org.consilium.export.Losses;
import org.consilium.importing.PreferredSystems;
import org.jspecify.annotations.Nullable;

/** Observation, its result in the form in which it was recorded. */
final class ObservationResource {
    private ObservationResource() {}

    static ObjectNode of(Chart chart, ClinicalEvent event, String id) {
        Elements elements = chart.elements();
        ObjectNode resource = chart.resource("Observation", id);
        resource.put("status", "final");
        if (event.category() != Category.NONE) {
            resource.putArray("category")
                    .add(
                            elements.hl7(
                                    "observation-category",
                                    event.category()
                                            .name()
                                            .toLowerCase(Locale.ROOT)
                                            .replace('_', '-')));
        }
        resource.set("code", elements.codeable(event.concept(), PreferredSystems.RESULTS));
        chart.subject(resource, "subject");
        chart.encounter(resource, event);
        if (event.end() == null) {
            resource.put("effectiveDateTime", elements.time(event.start()));
        } else {
            chart.losses().add(Loss.END);
            resource.set("effectivePeriod", elements.period(event.start(), event.end()));
        }
        value(chart, resource, event.value());
        if (event.reason() != null) {
            chart.losses().add(Loss.REASON);
        }
        return resource;
    }

    private static void value(Chart chart, ObjectNode resource, @Nullable Value value) {
        switch (value) {
            case Value.Quantity quantity -> quantity(chart, resource, quantity);
            case Value.Coded(var concept) ->
                    resource.set("valueCodeableConcept", chart.elements().codeable(concept));
            case Value.Text(String text) when !text.isBlank() ->
                    resource.put("valueString", chart.losses().text(text));
            case null, default -> {
                chart.losses().add(Loss.NO_RESULT);
                resource.set(
                        "dataAbsentReason", chart.elements().hl7("data-absent-reason", "unknown"));
            }
        }
    }

    private static void quantity(Chart chart, ObjectNode resource, Value.Quantity quantity) {
        BigDecimal amount = Losses.decimal(quantity.amount());
        if (amount == null) {
            chart.losses().add(Loss.NUMBER_AS_TEXT);
            resource.put(
                    "valueString",
                    chart.losses().text((quantity.amount() + " " + quantity.unit()).strip()));
            return;
        }
        resource.set("valueQuantity", chart.elements().quantity(amount, quantity.unit()));
        BigDecimal low = chart.losses().rangeEnd(quantity.low());
        BigDecimal high = chart.losses().rangeEnd(quantity.high());
        if (low == null && high == null) {
            return;
        }
        ObjectNode range = resource.putArray("referenceRange").addObject();
        if (low != null) {
            range.set("low", chart.elements().quantity(low, quantity.unit()));
        }
        if (high != null) {
            range.set("high", chart.elements().quantity(high, quantity.unit()));
        }
    }
}
