package org.consilium.importing.events;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Sex;
import org.consilium.clinical.Timeline;
import org.consilium.importing.ImportException;
import org.consilium.importing.ImportIssue;
import org.consilium.importing.PatientSink;
import org.consilium.importing.RowNotes;
import org.consilium.importing.csv.CsvTable;
import org.consilium.importing.csv.Row;
import org.consilium.importing.csv.RowException;
import org.consilium.importing.source.ByteProgress;
import org.consilium.importing.source.InputFile;
import org.jspecify.annotations.Nullable;

/** Rows of patients.csv (docs/formats/events.md, "patients.csv"). */
final class PatientRows {
    static final List<String> COLUMNS = List.of("patient_id");
    static final String SYNTHETIC = "synthetic";

    private PatientRows() {}

    static Patient patient(CsvTable table, Row row, RowNotes notes) throws RowException {
        Sex sex = sex(row.optional("sex"));
        if (sex == null) {
            notes.add(table, row, "sex", "The word is none that is known; the sex is unknown.");
        }
        return new Patient(
                row.required("patient_id"),
                row.optional("family_name"),
                row.optional("given_name"),
                sex == null ? Sex.UNKNOWN : sex,
                date(row.optionalTime("birth_date")),
                date(row.optionalTime("death_date")),
                row.optional("race"),
                row.optional("ethnicity"),
                row.optional("language"),
                row.optional("site"));
    }

    private static @Nullable Sex sex(@Nullable String word) {
        return switch (word == null ? "" : word.toLowerCase(Locale.ROOT)) {
            case "f", "female" -> Sex.FEMALE;
            case "m", "male" -> Sex.MALE;
            case "o", "other" -> Sex.OTHER;
            case "", "u", "unknown" -> Sex.UNKNOWN;
            default -> null;
        };
    }

    private static @Nullable LocalDate date(@Nullable LocalDateTime time) {
        return time == null ? null : time.toLocalDate();
    }

    /** Whether every row says that nobody real is meant. */
    static boolean allSynthetic(InputFile file) throws ImportException, IOException {
        AtomicBoolean all = new AtomicBoolean(true);
        CsvTable table = new CsvTable(file, List.of(SYNTHETIC), new Nowhere());
        table.read(
                ByteProgress.none(),
                row -> {
                    if (!"true".equalsIgnoreCase(row.optional(SYNTHETIC))) {
                        all.set(false);
                    }
                });
        return all.get();
    }

    /** For a first look: what is wrong is told when the rows are taken. */
    private record Nowhere() implements PatientSink {
        @Override
        public void patient(Timeline timeline) {}

        @Override
        public void skipped(String type) {}

        @Override
        public void rejected(ImportIssue issue) {}
    }
}
