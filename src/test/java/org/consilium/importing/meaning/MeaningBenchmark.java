package org.consilium.importing.meaning;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.consilium.clinical.Category;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Sex;
import org.consilium.clinical.Timeline;
import org.consilium.clinical.Value.Quantity;
import org.consilium.meaning.ShippedTables;

/**
 * Processor time an event that the settling of meaning adds to an import, beside the copying of the
 * same timelines that a reader does anyway. 5 million events: 500 a patient, ten of one moment, one
 * in twenty in another unit, one in a hundred of an unknown one, one in a hundred recorded twice.
 */
final class MeaningBenchmark {
    /** Other programs on the machine would be counted in wall time. */
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private static final int PATIENTS = 1_000;
    private static final int EVENTS = 500;
    private static final int ROUNDS = 10;
    private static final String[] TESTS = {"718-7", "2345-7", "8480-6", "2951-2", "72514-3"};
    private static final String[] UNITS = {"g/dL", "mg/dL", "mm[Hg]", "mmol/L", "{score}"};

    private MeaningBenchmark() {}

    public static void main(String[] args) {
        List<Timeline> patients = patients(new Random(1));
        for (int run = 0; run < 3; run++) {
            MeaningPass pass = new MeaningPass(ShippedTables.read().units());
            double settled = nanos(patients, pass::settle);
            double copied =
                    nanos(
                            patients,
                            each ->
                                    new Timeline(
                                            each.patient(),
                                            each.encounters(),
                                            new ArrayList<>(each.events())));
            System.out.printf(
                    "settling %.3f us an event, copying %.3f us; %s%n",
                    settled / 1e3, copied / 1e3, pass.counts());
        }
    }

    private interface Work {
        Timeline with(Timeline timeline);
    }

    private static double nanos(List<Timeline> patients, Work work) {
        long events = 0;
        long begun = CPU.getCurrentThreadCpuTime();
        for (int round = 0; round < ROUNDS; round++) {
            for (Timeline patient : patients) {
                events += Math.max(1, patient.events().size());
                if (work.with(patient).events().isEmpty()) {
                    throw new IllegalStateException("nothing left");
                }
            }
        }
        return (CPU.getCurrentThreadCpuTime() - begun) / (double) events;
    }

    private static List<Timeline> patients(Random random) {
        List<Timeline> patients = new ArrayList<>();
        for (int p = 0; p < PATIENTS; p++) {
            List<ClinicalEvent> events = new ArrayList<>();
            for (int e = 0; e < EVENTS; e++) {
                events.add(
                        random.nextInt(100) == 0 && e % 10 > 0
                                ? events.getLast()
                                : event(random, e));
            }
            patients.add(
                    new Timeline(
                            new Patient(
                                    "p" + p, null, null, Sex.OTHER, null, null, null, null, null,
                                    null),
                            List.of(),
                            events));
        }
        return patients;
    }

    private static ClinicalEvent event(Random random, int number) {
        int test = random.nextInt(TESTS.length);
        int odd = random.nextInt(100);
        String unit = odd < 5 && test < 2 ? "g/L" : odd == 99 ? "gobbets" : UNITS[test];
        return new ClinicalEvent(
                EventKind.OBSERVATION,
                Category.LABORATORY,
                new Concept(CodeSystem.LOINC, TESTS[test], "Test"),
                "e" + number / 10,
                LocalDateTime.of(2020, 1, 1, 0, 0).plusDays(number / 10),
                null,
                new Quantity(random.nextInt(10_000) / 10.0, unit),
                null);
    }
}
