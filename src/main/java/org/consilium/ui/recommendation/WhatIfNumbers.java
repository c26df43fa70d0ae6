package org.consilium.ui.recommendation;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Numbers that a person types. */
final class WhatIfNumbers {
    private static final double MOST = 1e9;

    private WhatIfNumbers() {}

    /** Null where it is no number of a measurement; a comma counts as a point. */
    static @Nullable Double parse(String words) {
        String plain = words.strip().replace(',', '.');
        if (!plain.matches("-?\\d{1,9}(\\.\\d{1,9})?")) {
            return null;
        }
        double value = Double.parseDouble(plain);
        return Math.abs(value) <= MOST ? value : null;
    }

    static String plain(double amount) {
        return new BigDecimal(String.valueOf(amount)).stripTrailingZeros().toPlainString();
    }
}
