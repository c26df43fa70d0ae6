package org.consilium.importing.csv;

import org.jspecify.annotations.Nullable;

/**
 * Numbers as tables hold them: digits with a decimal point and perhaps an exponent; at most 40
 * characters, and between 1e-30 and 1e30 or zero. What {@link Double#parseDouble} takes beyond that
 * (1d, 0x1p3, NaN) is none.
 */
public final class Numbers {
    private static final double LEAST = 1e-30;
    private static final double MOST = 1e30;

    private Numbers() {}

    /** The number; null when it is none. */
    public static @Nullable Double parse(String text) {
        if (text.isEmpty() || text.length() > CsvLimits.NUMBER_LENGTH || !hasForm(text)) {
            return null;
        }
        double number = Double.parseDouble(text);
        double size = Math.abs(number);
        return size >= LEAST && size <= MOST || isZero(text) ? number : null;
    }

    /** [+-] digits [. digits] [e [+-] digits], with a digit before the exponent and in it. */
    private static boolean hasForm(String text) {
        int at = sign(text, 0);
        int whole = digits(text, at);
        int digits = whole - at;
        at = whole;
        if (at < text.length() && text.charAt(at) == '.') {
            int fraction = digits(text, at + 1);
            digits += fraction - at - 1;
            at = fraction;
        }
        if (digits == 0) {
            return false;
        }
        if (at < text.length() && (text.charAt(at) | 0x20) == 'e') {
            int from = sign(text, at + 1);
            at = digits(text, from);
            return at > from && at == text.length();
        }
        return at == text.length();
    }

    /** A number that is only too small to be told from zero is none. */
    private static boolean isZero(String text) {
        for (int i = 0; i < text.length() && (text.charAt(i) | 0x20) != 'e'; i++) {
            if (text.charAt(i) >= '1' && text.charAt(i) <= '9') {
                return false;
            }
        }
        return true;
    }

    private static int sign(String text, int at) {
        return at < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+')
                ? at + 1
                : at;
    }

    private static int digits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
