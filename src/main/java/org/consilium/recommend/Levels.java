package org.consilium.recommend;

import java.math.BigDecimal;
import java.math.MathContext;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Value;
import org.consilium.clinical.Value.Coded;
import org.consilium.clinical.Value.Quantity;
import org.consilium.clinical.Value.Text;
import org.consilium.meaning.Level;
import org.consilium.meaning.ReferenceLevels;
import org.jspecify.annotations.Nullable;

/**
 * What the value of an observation says, for the model and for a person. What other events have for
 * a value (the reactions of an allergy) is for the chart: a fact is the same with and without.
 */
final class Levels {
    /** Longer texts are narrative, not answers: they would make a fact of one patient's own. */
    private static final int LONGEST = 60;

    private static final MathContext SHOWN = new MathContext(4);

    private final ReferenceLevels references;

    Levels(ReferenceLevels references) {
        this.references = references;
    }

    /** The answer where it is one, the level of a number where there is one, else empty. */
    String of(Patient patient, ClinicalEvent event) {
        return switch (result(event)) {
            case null -> "";
            case Coded coded -> coded.concept().display();
            case Text text -> text.text().length() <= LONGEST ? text.text() : "";
            case Quantity quantity -> {
                Level level = references.level(patient, event);
                yield level == null ? "" : level.words();
            }
        };
    }

    static @Nullable String words(ClinicalEvent event) {
        return switch (result(event)) {
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

    private static @Nullable Value result(ClinicalEvent event) {
        return event.kind() == EventKind.OBSERVATION ? event.value() : null;
    }
}
