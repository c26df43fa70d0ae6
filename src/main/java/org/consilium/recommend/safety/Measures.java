package org.consilium.recommend.safety;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/** The results that rules may ask for, by name. Immutable once read. */
final class Measures {
    private final Map<String, Measure> byName = new HashMap<>();

    static Measures shipped() throws IOException {
        Measures measures = new Measures();
        SafetyTable.shipped("measures.csv", measures::add);
        return measures;
    }

    Measure add(CSVRecord row) {
        Measure measure =
                new Measure(
                        SafetyTable.filled(row, "measure"),
                        List.of(row.get("loinc").split(" ")),
                        SafetyTable.filled(row, "unit"),
                        Integer.parseInt(SafetyTable.filled(row, "within_days")),
                        SafetyTable.filled(row, "missing"));
        byName.put(measure.name(), measure);
        return measure;
    }

    /**
     * @throws IllegalArgumentException when there is none
     */
    Measure named(String name) {
        Measure measure = byName.get(name);
        if (measure == null) {
            throw new IllegalArgumentException("there is no measure %s.".formatted(name));
        }
        return measure;
    }
}
