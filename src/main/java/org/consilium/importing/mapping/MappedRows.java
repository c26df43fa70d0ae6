package org.consilium.importing.mapping;

import java.io.IOException;
import java.util.Objects;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Sex;
import org.consilium.importing.ImportException;
import org.consilium.importing.PatientGathering;
import org.consilium.importing.RowNotes;
import org.consilium.importing.TimelineBuffer;
import org.consilium.importing.csv.CsvTable;
import org.consilium.importing.csv.Row;
import org.consilium.importing.csv.RowException;
import org.consilium.importing.source.ByteProgress;
import org.jspecify.annotations.Nullable;

/** The rows of one file on their way to the patients they are about. Not thread-safe. */
final class MappedRows {
    private static final String OTHERWISE =
            "An earlier row says otherwise of the same patient; the earlier one was kept.";
    private static final String SHORT =
            "The row is too short; what it lacks was taken as empty cells.";

    private final CsvTable table;
    private final TableMapping mapping;
    private final RowMapper mapper;
    private final PatientGathering patients;
    private final RowNotes notes;
    private int needed;

    /**
     * @param mapping without problems
     */
    MappedRows(CsvTable table, TableMapping mapping, PatientGathering patients, RowNotes notes) {
        this.table = table;
        this.mapping = mapping;
        this.mapper = new RowMapper(mapping);
        this.patients = patients;
        this.notes = notes;
    }

    void read(ByteProgress progress) throws ImportException, IOException {
        table.read(progress, row -> take(row, progress));
    }

    private void take(Row row, ByteProgress progress) throws RowException {
        RowMapper.Mapped mapped = mapper.map(row);
        String id = mapped.patient().id();
        Patient known = patients.patient(id);
        if (known != null) {
            compare(known, mapped.patient(), row);
        }
        if (patients.complete(mapped.patient())) {
            progress.found();
        }
        if (row.cells().size() < needed(row)) {
            notes.add(table, row, "", SHORT);
        }
        Encounter visit = mapped.visit();
        if (visit != null) {
            patients.add(id, visit); // a table in long form repeats it
        }
        TimelineBuffer records = Objects.requireNonNull(patients.records(id));
        for (ClinicalEvent event : mapped.events()) {
            records.add(event);
        }
    }

    /** Cells up to the last one that the mapping names. */
    private int needed(Row row) {
        if (needed == 0) {
            needed = 1 + mapping.columns().stream().mapToInt(row::place).max().orElse(-1);
        }
        return needed;
    }

    /** Of what does not change; an age does, and so does the birth date that is made of it. */
    private void compare(Patient known, Patient said, Row row) {
        PatientColumns columns = mapping.patient();
        CellSource sex = columns.sex();
        if (said.sex() != Sex.UNKNOWN && known.sex() != Sex.UNKNOWN) {
            compare(known.sex(), said.sex(), sex == null ? null : sex.column(), row);
        }
        compare(known.birthDate(), said.birthDate(), columns.birthDate(), row);
        compare(known.deathDate(), said.deathDate(), columns.deathDate(), row);
    }

    private void compare(
            @Nullable Object known, @Nullable Object said, @Nullable String column, Row row) {
        boolean isSaid = said != null && column != null && row.optional(column) != null;
        if (isSaid && known != null && !known.equals(said)) {
            notes.add(table, row, String.valueOf(column), OTHERWISE);
        }
    }
}
