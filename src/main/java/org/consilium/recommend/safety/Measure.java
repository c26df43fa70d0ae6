package org.consilium.recommend.safety;

import java.util.List;

/**
 * A result that rules ask for.
 *
 * @param loinc codes under which it is recorded
 * @param unit UCUM; results in a unit that can't be converted to it don't count
 * @param withinDays older results don't count
 * @param missing what is missing where there is none, as the end of a sentence
 */
record Measure(String name, List<String> loinc, String unit, int withinDays, String missing) {
    Measure {
        loinc = List.copyOf(loinc);
    }
}
