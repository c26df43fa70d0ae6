package org.consilium.ui.shell;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.consilium.csv.SafeCsv;

/**
 * Files of invented people that are hard to show, for the tour to import: very long names, names
 * from right to left, 20,000 events, next to nothing known; and a table that has to be mapped.
 */
final class TourRecords {
    static final int MANY = 20_000;

    /** Codes and names of SNOMED CT (hypertension, diabetes, ...) and RxNorm. */
    private static final List<List<String>> EPISODES =
            List.of(
                    List.of(
                            "condition",
                            "SNOMED CT",
                            "44054006",
                            "Diabetes mellitus type 2 (disorder)"),
                    List.of(
                            "medication",
                            "RxNorm",
                            "860975",
                            "24 HR Metformin hydrochloride 500 MG Extended Release Oral Tablet"),
                    List.of("condition", "SNOMED CT", "195967001", "Asthma (disorder)"),
                    List.of("medication", "RxNorm", "308136", "amLODIPine 2.5 MG Oral Tablet"),
                    List.of("condition", "SNOMED CT", "444814009", "Viral sinusitis (disorder)"),
                    List.of("medication", "RxNorm", "617312", "atorvastatin 20 MG Oral Tablet"));

    private static final List<String> PATIENT =
            List.of("patient_id", "birth_date", "sex", "family_name", "given_name", "synthetic");
    private static final List<String> EVENT =
            List.of(
                    "patient_id",
                    "encounter_id",
                    "start",
                    "kind",
                    "code_system",
                    "code",
                    "display",
                    "value",
                    "unit",
                    "category");
    private static final LocalDateTime FIRST = LocalDateTime.of(2010, 1, 12, 9, 0);

    private final Path folder;

    TourRecords(Path folder) {
        this.folder = folder;
    }

    Path hardCases() {
        return folder.resolve("hard-cases");
    }

    Path unknownTable() {
        return folder.resolve("ward-list");
    }

    void write() throws IOException {
        Files.createDirectories(hardCases());
        Files.createDirectories(unknownTable());
        try (SafeCsv patients = csv(hardCases().resolve("patients.csv"), PATIENT)) {
            row(
                    patients,
                    "long",
                    "1938-02-03",
                    "male",
                    "Featherstonehaugh-Cholmondeley-Wolfeschlegelstein zu Bergerdorf",
                    "Maximilian Bartholomew Theophilus Alexander",
                    "true");
            row(patients, "arabic", "1979-11-21", "female", "الحدّاد", "ليلى", "true");
            row(patients, "hebrew", "1990-06-30", "female", "כהן־לוי", "אביגיל", "true");
            row(patients, "many", "1951-08-14", "male", "Manyevents", "Otto", "true");
            row(patients, "unknown", "", "", "", "", "true");
        }
        try (SafeCsv events = csv(hardCases().resolve("events.csv"), EVENT)) {
            for (String patient : List.of("long", "arabic", "hebrew")) {
                few(events, patient);
            }
            many(events);
            event(events, "unknown", "u1", "2024-05-02T10:00", "encounter", "", "", "Visit");
            event(events, "unknown", "u1", "the day before", "condition", "", "", "Cough");
            event(events, "nobody", "", "2024-05-02", "condition", "", "", "Cough");
        }
        try (SafeCsv table =
                csv(
                        unknownTable().resolve("ward.csv"),
                        List.of("MRN", "Seen on", "Finding", "ICD-10", "Test", "Result", "Unit"))) {
            row(table, "A17", "03.02.2024", "Heart failure", "I50.9", "Potassium", "4.1", "mmol/L");
            row(table, "A17", "17.05.2024", "Heart failure", "I50.9", "Potassium", "5.3", "mmol/L");
            row(table, "B02", "21.03.2024", "Asthma", "J45.9", "PEF", "310", "L/min");
        }
    }

    private static void few(SafeCsv events, String patient) throws IOException {
        event(events, patient, "v1", "2024-03-04T10:00", "encounter", "", "", "Check-up");
        event(
                events,
                patient,
                "v1",
                "2024-03-04T10:00",
                "condition",
                "SNOMED CT",
                "59621000",
                "Essential hypertension (disorder)");
        event(
                events,
                patient,
                "v1",
                "2024-03-04T10:00",
                "allergy",
                "SNOMED CT",
                "91936005",
                "Allergy to penicillin (finding)");
        event(
                events,
                patient,
                "v1",
                "2024-03-04T10:00",
                "medication",
                "RxNorm",
                "314076",
                "lisinopril 10 MG Oral Tablet");
        result(events, patient, "v1", "2024-03-04T10:00", 148);
    }

    private static void many(SafeCsv events) throws IOException {
        few(events, "many");
        for (int i = 0; i < MANY; i++) {
            LocalDateTime at = FIRST.plusHours(6L * i);
            if (i % 2_500 == 100) {
                List<String> each = EPISODES.get(i / 2_500 % EPISODES.size());
                event(
                        events,
                        "many",
                        "m" + i / 25 * 25,
                        at.toString(),
                        each.get(0),
                        each.get(1),
                        each.get(2),
                        each.get(3));
            }
            if (i % 25 == 0) {
                event(events, "many", "m" + i, at.toString(), "encounter", "", "", "Check-up");
            }
            result(events, "many", "m" + i / 25 * 25, at.toString(), 120 + i * 7 % 40);
        }
    }

    private static void result(SafeCsv events, String patient, String visit, String at, int value)
            throws IOException {
        event(
                events,
                patient,
                visit,
                at,
                "observation",
                "LOINC",
                "8480-6",
                "Systolic Blood Pressure",
                Integer.toString(value),
                "mm[Hg]",
                "vital-signs");
    }

    private static SafeCsv csv(Path file, List<String> columns) throws IOException {
        Writer text = Files.newBufferedWriter(file);
        return new SafeCsv(text, columns);
    }

    private static void row(SafeCsv csv, String... cells) throws IOException {
        csv.row(Arrays.asList(cells));
    }

    /** With empty cells where the row ends early. */
    private static void event(SafeCsv csv, String... cells) throws IOException {
        csv.row(Arrays.asList(Arrays.copyOf(cells, EVENT.size())));
    }

    /** Removes what was written. */
    void delete() throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
