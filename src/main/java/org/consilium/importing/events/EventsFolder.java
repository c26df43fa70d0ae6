package org.consilium.importing.events;

import java.io.IOException;
import java.util.List;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Sex;
import org.consilium.importing.ImportException;
import org.consilium.importing.ImportIssue;
import org.consilium.importing.PatientGathering;
import org.consilium.importing.PatientGathering.MissingVisits;
import org.consilium.importing.PatientSink;
import org.consilium.importing.RowNotes;
import org.consilium.importing.csv.CsvTable;
import org.consilium.importing.csv.Row;
import org.consilium.importing.csv.RowException;
import org.consilium.importing.source.ByteProgress;
import org.consilium.importing.source.InputFile;

/** One pass over one folder: tables in, timelines out. Used once, by one thread. */
final class EventsFolder {
    private static final String PATIENTS = "patients.csv";
    private static final String EVENTS = "events.csv";

    private final List<InputFile> files;
    private final PatientSink sink;
    private final ByteProgress progress;
    private final PatientGathering patients;
    private final RowNotes notes = new RowNotes();
    private final EventRows rows = new EventRows(notes);

    EventsFolder(List<InputFile> files, PatientSink sink, ByteProgress progress) {
        this.files = files;
        this.sink = sink;
        this.progress = progress;
        this.patients = new PatientGathering(sink);
    }

    static boolean isPatients(InputFile file) {
        return file.plainName().equals(PATIENTS);
    }

    static boolean isEvents(InputFile file) {
        return file.plainName().equals(EVENTS);
    }

    static boolean isUsed(InputFile file) {
        return isPatients(file) || isEvents(file);
    }

    /** What is done with a row of a patient who has no row in patients.csv. */
    private enum Strangers {
        ADDED,
        REJECTED,
        /** Of a preview: the patient may stand in the part that was not read. */
        LEFT_OUT
    }

    void read() throws ImportException, IOException {
        List<InputFile> people = files.stream().filter(EventsFolder::isPatients).toList();
        for (InputFile file : people) {
            CsvTable table = new CsvTable(file, PatientRows.COLUMNS, sink);
            table.read(progress, row -> addPatient(table, row));
        }
        Strangers strangers = people.isEmpty() ? Strangers.ADDED : Strangers.REJECTED;
        if (people.stream().anyMatch(InputFile::isCut)) {
            strangers = Strangers.LEFT_OUT;
        }
        for (InputFile file : files) {
            if (isEvents(file)) {
                readEvents(file, strangers);
            }
        }
        files.stream().filter(file -> !isUsed(file)).map(InputFile::name).forEach(sink::skipped);
        notes.tell(sink);
        long orphans = patients.handOver(progress, MissingVisits.LEFT_OUT);
        if (orphans > 0) {
            note(
                    "encounter_id",
                    "%,d rows name a visit that has no row: they were taken without it.",
                    orphans);
        }
    }

    private void readEvents(InputFile file, Strangers strangers)
            throws ImportException, IOException {
        if (strangers == Strangers.ADDED) {
            note(
                    "patient_id",
                    "There is no patients.csv beside it: of the patients only the identifiers are known.");
        }
        CsvTable table = new CsvTable(file, EventRows.COLUMNS, sink);
        table.read(progress, row -> addEvent(table, row, strangers));
    }

    private void note(String column, String sentence, Object... values) {
        sink.noted(new ImportIssue(EVENTS, null, "events", column, sentence.formatted(values)));
    }

    private void addPatient(CsvTable table, Row row) throws RowException {
        if (!patients.add(PatientRows.patient(table, row, notes))) {
            throw new RowException("patient_id", "An earlier row has the same id.");
        }
        progress.found();
    }

    private void addEvent(CsvTable table, Row row, Strangers strangers) throws RowException {
        String id = row.required("patient_id");
        if (patients.records(id) == null) {
            switch (strangers) {
                case ADDED -> {
                    patients.add(known(id));
                    try {
                        rows.add(table, row, id, patients);
                    } catch (RowException e) {
                        patients.forget(id); // a row that is rejected makes no patient
                        throw e;
                    }
                    progress.found();
                }
                case REJECTED ->
                        throw new RowException("patient_id", "The patient is not in patients.csv.");
                case LEFT_OUT -> {}
            }
            return;
        }
        rows.add(table, row, id, patients);
    }

    private static Patient known(String id) {
        return new Patient(id, null, null, Sex.UNKNOWN, null, null, null, null, null, null);
    }
}
