package org.consilium.recommend;

import java.math.BigDecimal;
import java.math.MathContext;
import org.consilium.clinical.Value;
import org.consilium.clinical.Value.Coded;
import org.consilium.clinical.Value.Quantity;
import org.consilium.clinical.Value.Text;
import org.jspecify.annotations.Nullable;

/** What a value says, for the model and for a person. */
final class Levels {
    /** Longer texts are narrative, not answers: they would make a fact of one patient's own. */
    private static final int LONGEST = 60;

    private static final MathContext SHOWN = new MathContext(4);

    private Levels() {}

    /**
     * The answer where it is one, low / normal / high where the record has its own reference range,
     * else empty.
     */
    static String of(@Nullable Value value) {
        return switch (value) {
            case null -> "";
            case Coded coded -> coded.concept().display();
            case Text text -> text.text().length() <= LONGEST ? text.text() : "";
            case Quantity quantity -> range(quantity);
        };
    }

    private static String range(Quantity quantity) {
        if (quantity.low() == null && quantity.high() == null) {
            return "";
        }
        if (quantity.low() != null && quantity.amount() < quantity.low()) {
            return "low";
        }
        return quantity.high() != null && quantity.amount() > quantity.high() ? "high" : "normal";
    }

    static @Nullable String words(@Nullable Value value) {
        return switch (value) {
            case null -> null;
            case Coded coded -> coded.concept().display();
            case Text text -> text.text();
            case Quantity quantity ->
                    (new BigDecimal(quantity.amount())
                                            .round(SHOWN)
                                            .stripTrailingZeros()
                                            .toPlainString()
                                    + " "
                                    + quantity.unit())
                            .strip();
        };
    }
}
