package org.consilium.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.consilium.clinical.Category;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.Timeline;
import org.consilium.clinical.Value.Quantity;
import org.consilium.csv.SafeCsv;
import org.consilium.ui.SamplePatient;

/**
 * Invented records in the events format: patients with very many events, and very many patients.
 */
final class DeskRecords {
    private static final List<String> PATIENT =
            List.of("patient_id", "birth_date", "sex", "family_name", "given_name", "synthetic");
    private static final List<String> EVENT =
            List.of(
                    "patient_id",
                    "encounter_id",
                    "start",
                    "end",
                    "kind",
                    "code_system",
                    "code",
                    "display",
                    "value",
                    "unit",
                    "category");

    private DeskRecords() {}

    /** The sample patient, again and again at other times, as {@code p2000} with 2,000 events. */
    static void longOnes(Path folder, int... sizes) throws IOException {
        Files.createDirectories(folder);
        try (SafeCsv patients = csv(folder, "patients.csv", PATIENT);
                SafeCsv events = csv(folder, "events.csv", EVENT)) {
            for (int size : sizes) {
                row(patients, PATIENT, "p" + size, "1961-09-05", "female", "Long", "Lena", "true");
                int written = 0;
                for (int copy = 0; written < size; copy++) {
                    written += copy(events, "p" + size, copy, size - written);
                }
            }
        }
    }

    private static int copy(SafeCsv csv, String patient, int copy, int most) throws IOException {
        Timeline sample = SamplePatient.timeline();
        int days = copy * 11;
        for (Encounter each : sample.encounters()) {
            row(
                    csv,
                    EVENT,
                    patient,
                    each.id() + "-" + copy,
                    each.start().minusDays(days).toString(),
                    "",
                    "encounter",
                    "",
                    "",
                    "Visit");
        }
        int written = 0;
        for (ClinicalEvent each : sample.events()) {
            if (written == most) {
                break;
            }
            row(
                    csv,
                    EVENT,
                    patient,
                    each.encounterId() == null ? "" : each.encounterId() + "-" + copy,
                    each.start().minusDays(days).toString(),
                    each.end() == null ? "" : each.end().minusDays(days).toString(),
                    each.kind().name().toLowerCase(Locale.ROOT).replace("care_plan", "careplan"),
                    each.concept().system().label(),
                    each.concept().code(),
                    each.concept().display(),
                    each.value() instanceof Quantity quantity ? "" + quantity.amount() : "",
                    each.value() instanceof Quantity quantity ? quantity.unit() : "",
                    category(each.category()));
            written++;
        }
        return written;
    }

    private static String category(Category category) {
        return switch (category) {
            case LABORATORY -> "laboratory";
            case VITAL_SIGNS -> "vital-signs";
            default -> "";
        };
    }

    static void manyPatients(Path folder, int number) throws IOException {
        Files.createDirectories(folder);
        try (SafeCsv patients = csv(folder, "patients.csv", PATIENT);
                SafeCsv events = csv(folder, "events.csv", EVENT)) {
            for (int i = 0; i < number; i++) {
                String born = LocalDate.of(1940, 1, 1).plusDays(i * 3L).toString();
                String sex = i % 2 == 0 ? "female" : "male";
                row(patients, PATIENT, "n" + i, born, sex, "Family" + i, "Given" + i, "true");
                row(events, EVENT, "n" + i, "v", "2024-03-04", "", "encounter", "", "", "Visit");
            }
        }
    }

    private static SafeCsv csv(Path folder, String name, List<String> columns) throws IOException {
        return new SafeCsv(Files.newBufferedWriter(folder.resolve(name)), columns);
    }

    private static void row(SafeCsv csv, List<String> columns, String... cells) throws IOException {
        csv.row(Arrays.asList(Arrays.copyOf(cells, columns.size())));
    }
}
