package org.consilium.export.events;

import java.math.BigDecimal;
import org.consilium.clinical.Value;
import org.consilium.export.Loss;
import org.consilium.export.Losses;
import org.jspecify.annotations.Nullable;

/** The columns of an observation's result; its type is always said, never left to be guessed. */
final class ValueCells {
    private ValueCells() {}

    static void set(EventRow row, @Nullable Value value, Losses losses) {
        switch (value) {
            case null -> {}
            case Value.Quantity quantity -> quantity(row, quantity, losses);
            case Value.Coded(var concept) ->
                    row.set(EventColumn.VALUE_TYPE, "code")
                            .text(EventColumn.VALUE, concept.display())
                            .set(EventColumn.VALUE_SYSTEM, row.name(concept.system()))
                            .text(EventColumn.VALUE_CODE, concept.code());
            case Value.Text(String text) ->
                    row.set(EventColumn.VALUE_TYPE, "text").text(EventColumn.VALUE, text);
        }
    }

    private static void quantity(EventRow row, Value.Quantity quantity, Losses losses) {
        BigDecimal amount = Losses.decimal(quantity.amount());
        if (amount == null) {
            losses.add(Loss.NUMBER_AS_TEXT);
            row.set(EventColumn.VALUE_TYPE, "text")
                    .text(EventColumn.VALUE, (quantity.amount() + " " + quantity.unit()).strip());
            return;
        }
        row.set(EventColumn.VALUE_TYPE, "number")
                .set(EventColumn.VALUE, amount)
                .text(EventColumn.UNIT, quantity.unit())
                .set(EventColumn.LOW, losses.rangeEnd(quantity.low()))
                .set(EventColumn.HIGH, losses.rangeEnd(quantity.high()));
    }
}
