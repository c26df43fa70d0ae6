package org.consilium.tuning.factor;

import java.util.Locale;

/** Numbers that a person may set, told in one sentence when they make no sense. */
final class Range {
    private Range() {}

    static void check(String name, double value, double least, double most) {
        // not a number is in no range
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "%s must be from %s to %s, not %s.",
                            Character.toUpperCase(name.charAt(0)) + name.substring(1),
                            words(least),
                            words(most),
                            words(value)));
        }
    }

    private static String words(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }
}
