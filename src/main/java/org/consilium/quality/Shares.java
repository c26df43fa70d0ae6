package org.consilium.quality;

import java.util.Locale;

/** Shares in words: never "0%" where there is one, never "100%" where one is missing. */
public final class Shares {
    private static final double PERMILLE = 0.001;

    private Shares() {}

    public static String words(long part, long of) {
        if (of == 0) {
            return "\u2013";
        }
        double share = (double) part / of;
        if (part == 0 || part == of) {
            return part == 0 ? "0%" : "100%";
        }
        if (share < PERMILLE) {
            return "<0.1%";
        }
        if (share > 1 - PERMILLE) {
            return ">99.9%";
        }
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }
}
