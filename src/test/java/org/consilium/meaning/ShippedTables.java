package org.consilium.meaning;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The tables that ship, for tests of what uses them. */
public final class ShippedTables {
    private ShippedTables() {}

    public static ClinicalTables read() {
        try {
            return ClinicalTables.shipped();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
