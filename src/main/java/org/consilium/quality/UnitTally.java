package org.consilium.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Timeline;
import org.consilium.clinical.Value;

/** Results without a value, numbers without a unit, and tests recorded in units that differ. */
final class UnitTally {
    private static final Comparator<Map.Entry<String, UnitCounter>> MOST_USED =
            Comparator.comparingLong(
                            (Map.Entry<String, UnitCounter> entry) -> -entry.getValue().numbers)
                    .thenComparing(Map.Entry::getKey);

    private static final class UnitCounter {
        private final PatientSet patients = new PatientSet();
        private long numbers;
    }

    private final Findings findings;
    private final UnitComparison comparison;
    private final Map<Concept, Map<String, UnitCounter>> tests = new HashMap<>();
    private long results;
    private long numbers;

    UnitTally(Findings findings, UnitComparison comparison) {
        this.findings = findings;
        this.comparison = comparison;
    }

    void take(Timeline timeline) {
        String patient = timeline.patient().id();
        for (ClinicalEvent event : timeline.events()) {
            if (event.kind() == EventKind.OBSERVATION) {
                results++;
                switch (event.value()) {
                    case null -> findings.add(QualityCheck.RESULT_WITHOUT_VALUE, patient);
                    case Value.Quantity quantity -> number(event.concept(), quantity, patient);
                    case Value.Text text -> {
                        if (text.text().isBlank()) {
                            findings.add(QualityCheck.RESULT_WITHOUT_VALUE, patient);
                        }
                    }
                    case Value.Coded coded -> {}
                }
            }
        }
    }

    private void number(Concept test, Value.Quantity quantity, String patient) {
        numbers++;
        UnitCounter counter =
                tests.computeIfAbsent(test, each -> new HashMap<>(2))
                        .computeIfAbsent(quantity.unit().strip(), each -> new UnitCounter());
        counter.numbers++;
        counter.patients.add(patient);
        if (quantity.unit().isBlank()) {
            findings.add(QualityCheck.NUMBER_WITHOUT_UNIT, patient);
        }
    }

    /** Observations of any kind. */
    long results() {
        return results;
    }

    /** Those whose value is a number. */
    long numbers() {
        return numbers;
    }

    /** Different tests with numeric results. */
    int tests() {
        return tests.size();
    }

    /**
     * Tests of which something was found, those with the most unusual numbers first. To be called
     * once, when everybody was taken in.
     */
    List<UnitUse> uses() {
        List<UnitUse> uses = new ArrayList<>();
        Set<String> concerned = new LinkedHashSet<>();
        long unusual = 0;
        for (Map.Entry<Concept, Map<String, UnitCounter>> test : tests.entrySet()) {
            UnitUse use = use(test.getKey(), test.getValue());
            concerned.addAll(use.patients().ids());
            unusual += use.unusual();
            if (use.unusual() > 0 || use.withUnit() < use.numbers()) {
                uses.add(use);
            }
        }
        if (unusual > 0) {
            findings.add(QualityCheck.UNUSUAL_UNIT, unusual, concerned);
        }
        uses.sort(
                Comparator.comparingLong(UnitUse::unusual)
                        .thenComparingLong(use -> use.numbers() - use.withUnit())
                        .reversed()
                        .thenComparing(use -> use.concept().code()));
        return uses.subList(0, Math.min(uses.size(), QualityReport.MOST_UNITS));
    }

    private UnitUse use(Concept test, Map<String, UnitCounter> counters) {
        List<Map.Entry<String, UnitCounter>> units =
                counters.entrySet().stream().sorted(MOST_USED).toList();
        String usual = units.getFirst().getKey();
        long all = 0;
        long unusual = 0;
        Set<String> concerned = new LinkedHashSet<>();
        int counted = 0;
        for (Map.Entry<String, UnitCounter> unit : units) {
            UnitCounter counter = unit.getValue();
            all += counter.numbers;
            if (!comparison.interchangeable(usual, unit.getKey())) {
                unusual += counter.numbers;
                PatientList who = counter.patients.list();
                int before = concerned.size();
                concerned.addAll(who.ids());
                counted += concerned.size() - before + who.count() - who.ids().size();
            }
        }
        UnitCounter without = counters.get("");
        return new UnitUse(
                test,
                all,
                without == null ? all : all - without.numbers,
                units.stream()
                        .limit(UnitUse.MOST)
                        .map(unit -> new UnitUse.Count(unit.getKey(), unit.getValue().numbers))
                        .toList(),
                unusual,
                new PatientList(counted, concerned.stream().limit(PatientList.MOST).toList()));
    }
}
