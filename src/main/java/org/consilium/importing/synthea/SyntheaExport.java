package org.consilium.importing.synthea;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consilium.clinical.EventKind;
import org.consilium.importing.ByteProgress;
import org.consilium.importing.ImportException;
import org.consilium.importing.ImportIssue;
import org.consilium.importing.PatientSink;
import org.consilium.importing.TimelineBuffer;
import org.jspecify.annotations.Nullable;

/** One pass over one export: tables in, timelines out. Used once, by one thread. */
final class SyntheaExport {
    static final String PATIENTS = "patients.csv";
    static final String ENCOUNTERS = "encounters.csv";

    /** Measures of the simulation over a whole life; no record of a clinic holds them. */
    private static final Set<String> SCORES = Set.of("QALY", "DALY", "QOLS");

    private final SyntheaSource source;
    private final PatientSink sink;
    private final ByteProgress progress;
    private final TimelineBuffer.Words words;
    private final Map<String, TimelineBuffer> patients = new LinkedHashMap<>();
    private @Nullable TimelineBuffer lastPatient;
    private String lastPatientId = "";

    SyntheaExport(
            SyntheaSource source,
            PatientSink sink,
            ByteProgress progress,
            TimelineBuffer.Words words) {
        this.source = source;
        this.sink = sink;
        this.progress = progress;
        this.words = words;
    }

    /** What takes a row of a table. */
    @FunctionalInterface
    private interface RowOfTable {
        void take(CsvTable table, Row row) throws RowException;
    }

    void read() throws ImportException, IOException {
        List<String> files = source.files();
        if (!files.contains(PATIENTS)) {
            throw new ImportException(
                    "%s has no file %s: it is no whole Synthea export."
                            .formatted(source.name(), PATIENTS));
        }
        table(PATIENTS, VisitTables.PATIENT_COLUMNS, this::addPatient);
        if (files.contains(ENCOUNTERS)) {
            table(ENCOUNTERS, VisitTables.ENCOUNTER_COLUMNS, this::addEncounter);
        }
        for (EventTable events : EventTable.ALL) {
            if (files.contains(events.file())) {
                table(
                        events.file(),
                        events.requiredColumns(),
                        (table, row) -> addEvent(events, table, row));
            }
        }
        files.stream().filter(file -> !isUsed(file)).forEach(sink::skipped);
        handOver();
    }

    static boolean isUsed(String file) {
        return file.equals(PATIENTS)
                || file.equals(ENCOUNTERS)
                || EventTable.ALL.stream().anyMatch(table -> table.file().equals(file));
    }

    private void table(String file, List<String> columns, RowOfTable rows)
            throws ImportException, IOException {
        CsvTable table = new CsvTable(file, columns, sink);
        try (InputStream bytes = progress.counting(source.open(file), "Reading " + file)) {
            table.read(bytes, row -> rows.take(table, row));
        }
    }

    private void addPatient(CsvTable table, Row row) throws RowException {
        String id = row.required("Id");
        if (patients.containsKey(id)) {
            throw new RowException("Id", "An earlier row has the same id.");
        }
        patients.put(id, new TimelineBuffer(VisitTables.patient(id, row), words));
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
                            table.file(),
                            row.line(),
                            table.name(),
                            "ENCOUNTER",
                            "The encounter is not in encounters.csv; the row was taken without it."));
            return;
        }
        patient.add(events.event(row, encounter));
    }

    private TimelineBuffer patientOf(Row row) throws RowException {
        String id = row.required("PATIENT");
        TimelineBuffer patient = lastPatient;
        if (patient == null || !id.equals(lastPatientId)) {
            patient = patients.get(id);
            if (patient == null) {
                throw new RowException("PATIENT", "The patient is not in patients.csv.");
            }
            lastPatient = patient;
            lastPatientId = id;
        }
        return patient;
    }

    private void handOver() {
        lastPatient = null;
        int all = patients.size();
        int done = 0;
        // each buffer is let go as its patient is handed over
        for (var each = patients.values().iterator(); each.hasNext(); ) {
            TimelineBuffer patient = each.next();
            each.remove();
            sink.patient(patient.toTimeline());
            progress.handedOver(++done, all);
        }
    }
}
