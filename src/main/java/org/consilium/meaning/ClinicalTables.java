package org.consilium.meaning;

import java.io.IOException;

/** Everything that is looked up about what is recorded. Immutable in effect and thread-safe. */
public record ClinicalTables(Units units, ReferenceLevels levels, Ingredients ingredients) {

    /**
     * The tables that ship with the program; about 0.1 s.
     *
     * @throws IOException when one is missing or damaged
     */
    public static ClinicalTables shipped() throws IOException {
        Units units = Units.shipped();
        return new ClinicalTables(units, ReferenceLevels.shipped(units), Ingredients.shipped());
    }
}
