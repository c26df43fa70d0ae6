package org.consilium.quality;

import org.consilium.meaning.Units;

/**
 * Whether two units, as recorded, can be read as one. Where units are understood (UCUM), numbers in
 * commensurable units are no finding; without, only the same text is the same unit. Thread-safe.
 */
@FunctionalInterface
public interface UnitComparison {
    /** The same text, but for blanks around it. */
    UnitComparison AS_TEXT = (first, second) -> first.strip().equals(second.strip());

    /** The same text, or spellings of one UCUM unit: "mg/dl" is "mg/dL", "mmol/L" is neither. */
    static UnitComparison ucum(Units units) {
        return (first, second) -> {
            String meant = units.ucum(first);
            return AS_TEXT.interchangeable(first, second)
                    || (meant != null && meant.equals(units.ucum(second)));
        };
    }

    /**
     * @param first empty where none was recorded
     */
    boolean interchangeable(String first, String second);
}
