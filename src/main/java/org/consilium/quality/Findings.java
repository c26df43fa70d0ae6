package org.consilium.quality;

import java.util.EnumMap;
import java.util.Map;

/** Gathers what the checks find. */
final class Findings {
    private static final class Counter {
        private final PatientSet patients = new PatientSet();
        private long found;
    }

    private final Map<QualityCheck, Counter> counters = new EnumMap<>(QualityCheck.class);

    void add(QualityCheck check, String patient) {
        Counter counter = counters.computeIfAbsent(check, each -> new Counter());
        counter.found++;
        counter.patients.add(patient);
    }

    /** Takes in what was counted elsewhere, with all whom it concerns. */
    void add(QualityCheck check, long found, Iterable<String> patients) {
        Counter counter = counters.computeIfAbsent(check, each -> new Counter());
        counter.found += found;
        patients.forEach(counter.patients::add);
    }

    Finding of(QualityCheck check, long lookedAt) {
        Counter counter = counters.get(check);
        return counter == null
                ? new Finding(check, 0, lookedAt, PatientList.NOBODY)
                : new Finding(check, counter.found, lookedAt, counter.patients.list());
    }
}
