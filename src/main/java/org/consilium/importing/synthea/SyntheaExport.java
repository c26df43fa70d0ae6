package org.consilium.importing.synthea;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.consilium.clinical.EventKind;
import org.consilium.importing.Gathering;
import org.consilium.importing.ImportException;
import org.consilium.importing.ImportIssue;
import org.consilium.importing.PatientSink;
import org.consilium.importing.TimelineBuffer;
import org.consilium.importing.csv.CsvTable;
import org.consilium.importing.csv.Row;
import org.consilium.importing.csv.RowException;
import org.consilium.importing.source.ByteProgress;
import org.consilium.importing.source.InputFile;

/** One pass over one export: tables in, timelines out. Used once, by one thread. */
final class SyntheaExport {
    static final String PATIENTS = "patients.csv";
    static final String ENCOUNTERS = "encounters.csv";

    /** Measures of the simulation over a whole life; no record of a clinic holds them. */
    private static final Set<String> SCORES = Set.of("QALY", "DALY", "QOLS");

    private final List<InputFile> files;
    private final PatientSink sink;
    private final ByteProgress progress;
    private final Gathering patients;

    SyntheaExport(List<InputFile> files, PatientSink sink, ByteProgress progress) {
        this.files = files;
        this.sink = sink;
        this.progress = progress;
        patients = new Gathering(sink);
    }

    /** What takes a row of a table. */
    @FunctionalInterface
    private interface RowOfTable {
        void take(CsvTable table, Row row) throws RowException;
    }

    void read() throws ImportException, IOException {
        if (files.stream().noneMatch(file -> file.plainName().equals(PATIENTS))) {
            throw new ImportException(
                    "A folder of Synthea tables has no %s: it is no whole export."
                            .formatted(PATIENTS));
        }
        tables(PATIENTS, VisitTables.PATIENT_COLUMNS, this::addPatient);
        tables(ENCOUNTERS, VisitTables.ENCOUNTER_COLUMNS, this::addEncounter);
        for (EventTable events : EventTable.ALL) {
            tables(
                    events.file(),
                    events.requiredColumns(),
                    (table, row) -> addEvent(events, table, row));
        }
        files.stream().filter(file -> !isUsed(file)).map(InputFile::name).forEach(sink::skipped);
        patients.handOver(progress);
    }

    static boolean isUsed(InputFile file) {
        String name = file.plainName();
        return name.equals(PATIENTS)
                || name.equals(ENCOUNTERS)
                || EventTable.ALL.stream().anyMatch(table -> table.file().equals(name));
    }

    private void tables(String name, List<String> columns, RowOfTable rows)
            throws ImportException, IOException {
        for (InputFile file : files) {
            if (file.plainName().equals(name)) {
                CsvTable table = new CsvTable(file, columns, sink);
                table.read(progress, row -> rows.take(table, row));
            }
        }
    }

    private void addPatient(CsvTable table, Row row) throws RowException {
        String id = row.required("Id");
        if (patients.find(id) != null) {
            throw new RowException("Id", "An earlier row has the same id.");
        }
        patients.add(VisitTables.patient(id, row));
        progress.found();
    }

    private void addEncounter(CsvTable table, Row row) throws RowException {
        TimelineBuffer patient = patientOf(row);
        if (patient.knowsEncounter(row.required("Id"))) {
            throw new RowException("Id", "An earlier row has the same id.");
        }
        patient.add(VisitTables.encounter(row));
    }

    private void addEvent(EventTable events, CsvTable table, Row row) throws RowException {
        TimelineBuffer patient = patientOf(row);
        if (events.kind() == EventKind.OBSERVATION && SCORES.contains(row.required("CODE"))) {
            sink.skipped("observations.csv: life-time scores (QALY, DALY, QOLS)");
            return;
        }
        String encounter = row.optional("ENCOUNTER");
        if (encounter != null && !patient.knowsEncounter(encounter)) {
            patient.add(events.event(row, null));
            sink.noted(
                    new ImportIssue(
                            table.file().name(),
                            row.line(),
                            table.name(),
                            "ENCOUNTER",
                            "The encounter is not in encounters.csv; the row was taken without it."));
            return;
        }
        patient.add(events.event(row, encounter));
    }

    private TimelineBuffer patientOf(Row row) throws RowException {
        TimelineBuffer patient = patients.find(row.required("PATIENT"));
        if (patient == null) {
            throw new RowException("PATIENT", "The patient is not in patients.csv.");
        }
        return patient;
    }
}
