package org.consilium.quality;

import java.util.List;
import org.consilium.clinical.Concept;

/**
 * The units in which one test was recorded.
 *
 * @param numbers its numeric results
 * @param withUnit those that have a unit
 * @param units as recorded, the most used first; {@value #MOST} at most
 * @param unusual results in units that can't be read as the most used one, those without included
 * @param patients who have such results
 */
public record UnitUse(
        Concept concept,
        long numbers,
        long withUnit,
        List<Count> units,
        long unusual,
        PatientList patients) {
    static final int MOST = 6;

    /**
     * @param unit empty where none was recorded
     */
    public record Count(String unit, long numbers) {}

    public UnitUse {
        units = List.copyOf(units);
    }

    UnitUse anonymous() {
        return new UnitUse(concept, numbers, withUnit, units, unusual, patients.anonymous());
    }
}
