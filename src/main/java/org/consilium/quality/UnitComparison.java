package org.consilium.quality;

/**
 * Whether two units, as recorded, can be read as one. Where units are understood (UCUM), numbers in
 * commensurable units are no finding; without, only the same text is the same unit. Thread-safe.
 */
@FunctionalInterface
public interface UnitComparison {
    /** The same text, but for blanks around it. */
    UnitComparison AS_TEXT = (first, second) -> first.strip().equals(second.strip());

    /**
     * @param first empty where none was recorded
     */
    boolean interchangeable(String first, String second);
}
