package org.consilium.ui.common;

import java.util.Locale;

/** Numbers of things in words: "1 patient", "1,204 patients". */
public final class Counted {
    private Counted() {}

    /**
     * @param thing in the singular; its plural ends in s
     */
    public static String of(long number, String thing) {
        return String.format(Locale.UK, "%,d %s", number, name(number, thing));
    }

    /** The thing alone, as the number wants it. */
    public static String name(long number, String thing) {
        return number == 1 ? thing : thing + "s";
    }
}
