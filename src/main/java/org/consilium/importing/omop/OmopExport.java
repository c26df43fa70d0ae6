package org.consilium.importing.omop;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Patient;
import org.consilium.importing.Gathering;
import org.consilium.importing.ImportException;
import org.consilium.importing.ImportIssue;
import org.consilium.importing.PatientSink;
import org.consilium.importing.TimelineBuffer;
import org.consilium.importing.csv.RowException;
import org.consilium.importing.source.ByteProgress;
import org.consilium.importing.source.InputFile;
import org.jspecify.annotations.Nullable;

/**
 * One pass over the tables of one database, in the order in which they refer to each other, and
 * then over its vocabulary. Used once, by one thread.
 */
final class OmopExport {
    static final String UNKNOWN_PERSON = "The person is not in the table person.";
    private static final String UNNAMED =
            "%,d of the standard concepts are in no concept.csv: they are shown as the source calls them. With the vocabulary (athena.ohdsi.org) in the folder they get their names and codes.";
    private static final String REPEATED = "An earlier row has the same id.";
    private static final String NONE = "0";
    private static final List<OmopTable> EVENTS =
            List.of(
                    OmopTable.CONDITION,
                    OmopTable.DRUG,
                    OmopTable.PROCEDURE,
                    OmopTable.MEASUREMENT,
                    OmopTable.OBSERVATION);

    private final List<InputFile> files;
    private final PatientSink sink;
    private final ByteProgress progress;
    private final boolean sample;
    private final MeaningSink meaningSink;
    private final Gathering persons;
    private final PersonTables personTables = new PersonTables();
    private final ConceptReferences concepts = new ConceptReferences();
    private final UnitReferences units = new UnitReferences();
    private final EventRows rows = new EventRows(concepts, units);

    /**
     * @param files of the database and of its vocabulary
     * @param sample whether they are beginnings, so that what is not there is not missing
     */
    OmopExport(List<InputFile> files, PatientSink sink, ByteProgress progress, boolean sample) {
        this.files = files;
        this.sink = sink;
        this.progress = progress;
        this.sample = sample;
        meaningSink = new MeaningSink(sink);
        persons = new Gathering(meaningSink);
    }

    /** What takes a row of a table. */
    @FunctionalInterface
    private interface RowOfTable {
        void take(ClinicalTable table, OmopRow row) throws RowException;
    }

    void read() throws ImportException, IOException {
        tables(OmopTable.CARE_SITE, (table, row) -> personTables.addCareSite(row));
        tables(OmopTable.DEATH, personTables::addDeath);
        tables(OmopTable.PERSON, (table, row) -> addPerson(row));
        if (!sample) {
            personTables.reportUnknown();
        }
        tables(OmopTable.VISIT, (table, row) -> addVisit(row));
        for (OmopTable events : EVENTS) {
            IdSet ids = new IdSet();
            tables(events, (table, row) -> addEvent(table, row, ids));
        }
        for (InputFile file : files) {
            if (OmopTable.of(file) == OmopTable.DEVICE) {
                UnusedRows.count(file, OmopTable.DEVICE, sink, progress);
            }
        }
        Vocabulary vocabulary =
                new VocabularyReader(files, sink, progress)
                        .read(concepts, new HashSet<>(units.concepts()));
        Meaning meaning = new Meaning(concepts, vocabulary);
        if (meaning.unnamed() > 0 && !sample) {
            sink.noted(new ImportIssue("", null, null, null, UNNAMED.formatted(meaning.unnamed())));
        }
        meaningSink.understand(meaning);
        meaning.tellCodings(sink);
        persons.handOver(progress);
    }

    private void tables(OmopTable kind, RowOfTable taking) throws ImportException, IOException {
        for (InputFile file : files) {
            if (OmopTable.of(file) == kind) {
                ClinicalTable table = new ClinicalTable(file, kind, sink);
                table.read(progress, row -> taking.take(table, row));
            }
        }
    }

    private void addPerson(OmopRow row) throws RowException {
        if (persons.find(row.id("person_id")) != null) {
            throw new RowException("person_id", REPEATED);
        }
        Patient patient = personTables.patient(row);
        persons.add(patient);
        progress.found();
    }

    private void addVisit(OmopRow row) throws RowException {
        TimelineBuffer person = personOf(row);
        if (person == null) {
            return;
        }
        if (person.knowsEncounter(row.id("visit_occurrence_id"))) {
            throw new RowException("visit_occurrence_id", REPEATED);
        }
        person.add(rows.visit(row));
    }

    private void addEvent(ClinicalTable table, OmopRow row, IdSet ids) throws RowException {
        TimelineBuffer person = personOf(row);
        if (person == null) {
            return;
        }
        String notUsed = table.table() == OmopTable.CONDITION ? ConditionStatus.notUsed(row) : null;
        if (notUsed != null) {
            sink.skipped("%s (%s)".formatted(table.table().fileName(), notUsed));
            return;
        }
        String key = row.optionalId(table.table().key());
        String visit = row.optionalId("visit_occurrence_id");
        boolean known = visit != null && person.knowsEncounter(visit);
        ClinicalEvent event = rows.event(table.table(), row, known ? visit : null);
        if (key != null && !ids.add(key)) {
            throw new RowException(table.table().key(), REPEATED);
        }
        person.add(event);
        if (!known && visit != null && !visit.equals(NONE) && !sample) {
            table.note(
                    row,
                    "visit_occurrence_id",
                    "The visit is not in the table visit_occurrence; the row was taken without it.");
        }
    }

    /** Null where only the beginning of the table of persons is there. */
    private @Nullable TimelineBuffer personOf(OmopRow row) throws RowException {
        TimelineBuffer person = persons.find(row.id("person_id"));
        if (person == null && !sample) {
            throw new RowException("person_id", UNKNOWN_PERSON);
        }
        return person;
    }
}
