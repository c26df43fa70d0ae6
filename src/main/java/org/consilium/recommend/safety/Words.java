package org.consilium.recommend.safety;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.SemanticTag;

/** How findings are put. */
final class Words {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd-MMM-yyyy", Locale.UK);

    private Words() {}

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** A number in three figures with its unit as a person writes it. */
    static String amount(double amount, String unit) {
        String number =
                new BigDecimal(amount)
                        .round(new MathContext(3))
                        .stripTrailingZeros()
                        .toPlainString();
        return number + " " + unit.replace("{1.73_m2}", "1.73 m\u00b2");
    }

    /** "warfarin 5 MG Oral Tablet, since 03-Mar-2024". */
    static String since(ClinicalEvent event) {
        return name(event) + ", since " + day(event.start().toLocalDate());
    }

    static String name(ClinicalEvent event) {
        return SemanticTag.without(event.concept().display());
    }
}
