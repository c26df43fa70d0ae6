package org.consilium.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.consilium.tuning.Estimate;
import org.jspecify.annotations.Nullable;

/** Figures in the cells of a table: all as wide, without the 0 before the point. */
final class Cells {
    private static final int NAME = 22;
    private static final int WIDTH = 76;

    private Cells() {}

    /** ".512 [.498, .527]"; a dash for nothing. */
    static String interval(@Nullable Estimate estimate) {
        return estimate == null
                ? "-"
                : "%s [%s, %s]"
                        .formatted(
                                number(estimate.mean()),
                                number(estimate.low()),
                                number(estimate.high()));
    }

    /** With a fourth decimal, for small errors. */
    static String fine(@Nullable Estimate estimate) {
        return estimate == null
                ? "-"
                : "%s [%s, %s]"
                        .formatted(
                                number(estimate.mean(), 4),
                                number(estimate.low(), 4),
                                number(estimate.high(), 4));
    }

    /** "+.012 [+.003, +.021] *". */
    static String difference(@Nullable Estimate estimate) {
        if (estimate == null) {
            return "-";
        }
        boolean clear = estimate.low() > 0 || estimate.high() < 0;
        return "%s [%s, %s]%s"
                .formatted(
                        signed(estimate.mean()),
                        signed(estimate.low()),
                        signed(estimate.high()),
                        clear ? " *" : "");
    }

    static String mean(@Nullable Estimate estimate) {
        return estimate == null ? "-" : number(estimate.mean());
    }

    static String number(double value) {
        return number(value, 3);
    }

    private static String number(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        String shorter = text.replaceFirst("^(-?)0\\.", "$1.");
        return shorter.equals(text) ? text.substring(0, text.length() - 1) : shorter;
    }

    private static String signed(double value) {
        String text = number(value);
        return value < 0 ? text : "+" + text;
    }

    static String name(String model) {
        return cut(model, NAME);
    }

    static String cut(String words, int width) {
        return words.length() <= width ? words : words.substring(0, width - 1) + "\u2026";
    }

    /** Broken between words. */
    static List<String> wrap(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
