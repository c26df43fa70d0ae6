package org.consilium.importing.csv;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as measurements are written: digits, a point, a power of ten. */
final class Decimal {
    private static final Pattern FORM =
            Pattern.compile("[+-]?(\\d++\\.?\\d*+|\\.\\d++)([eE]([+-]?\\d{1,9}))?");
    private static final int EXPONENT = 3;

    private Decimal() {}

    /**
     * The number; null where it is none, is longer than {@link CsvLimits#NUMBER_LENGTH} or has a
     * power of ten beyond {@link CsvLimits#EXPONENT}. Java itself would also take NaN, 0x1p3 and
     * 1d.
     */
    static @Nullable Double parse(String text) {
        if (text.length() > CsvLimits.NUMBER_LENGTH) {
            return null;
        }
        var parts = FORM.matcher(text);
        if (!parts.matches()) {
            return null;
        }
        String exponent = parts.group(EXPONENT);
        boolean tooLarge =
                exponent != null && Math.abs(Integer.parseInt(exponent)) > CsvLimits.EXPONENT;
        return tooLarge ? null : Double.valueOf(text);
    }
}
