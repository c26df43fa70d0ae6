package org.consilium.importing.omop;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.consilium.importing.CohortReader;
import org.consilium.importing.ImportException;
import org.consilium.importing.PatientSink;
import org.consilium.importing.csv.Dialect;
import org.consilium.importing.source.ByteProgress;
import org.consilium.importing.source.InputFile;
import org.consilium.importing.source.Inputs;
import org.consilium.job.Progress;

/**
 * Folders of tables of the OMOP Common Data Model 5.3 or 5.4 as CSV, divided by commas or tabs,
 * with or without a vocabulary beside them or in a folder of its own; a table may be a folder of
 * parts, as Spark writes it. Rows and tables may come in any order: the persons are held packed, at
 * some 12 bytes an event, and beyond the memory for it in the store.
 */
public final class OmopReader implements CohortReader {
    /** Tables that make no database by themselves. */
    private static final Set<OmopTable> BESIDE =
            EnumSet.of(OmopTable.CONCEPT, OmopTable.CONCEPT_RELATIONSHIP, OmopTable.DEVICE);

    /** Tables by whose names alone the model can be told. */
    private static final Set<OmopTable> TELLING =
            EnumSet.of(OmopTable.VISIT, OmopTable.CONDITION, OmopTable.DRUG, OmopTable.PROCEDURE);

    @Override
    public String name() {
        return "omop";
    }

    @Override
    public boolean accepts(Inputs inputs) throws IOException {
        for (List<InputFile> folder : TableFolders.byDatabase(inputs).values()) {
            if (looksLikeOmop(folder)) {
                return true;
            }
        }
        return false;
    }

    /** A table of persons with the columns of one, or two tables that are called as in no other. */
    private static boolean looksLikeOmop(List<InputFile> folder) throws IOException {
        Set<OmopTable> telling = EnumSet.noneOf(OmopTable.class);
        for (InputFile file : folder) {
            OmopTable table = OmopTable.of(file);
            if (table == OmopTable.PERSON && table.isHeader(Dialect.of(file).header(file))) {
                return true;
            }
            if (table != null && TELLING.contains(table)) {
                telling.add(table);
            }
        }
        return telling.size() > 1;
    }

    @Override
    public void read(Inputs inputs, PatientSink sink, Progress progress)
            throws ImportException, IOException {
        List<InputFile> vocabulary = new ArrayList<>();
        List<List<InputFile>> databases = new ArrayList<>();
        long bytes = 0;
        for (List<InputFile> folder : TableFolders.byDatabase(inputs).values()) {
            List<InputFile> used = new ArrayList<>();
            for (InputFile file : folder) {
                if (OmopTable.of(file) == null) {
                    sink.skipped(file.name());
                } else {
                    used.add(file);
                }
            }
            bytes += Inputs.bytes(used);
            if (used.stream().anyMatch(file -> !BESIDE.contains(OmopTable.of(file)))) {
                databases.add(used);
            } else {
                vocabulary.addAll(used);
            }
        }
        ByteProgress counted = new ByteProgress(progress, bytes);
        for (List<InputFile> database : databases) {
            if (database.stream().noneMatch(file -> OmopTable.of(file) == OmopTable.PERSON)) {
                throw new ImportException(
                        "A folder of OMOP tables has no person.csv: it is no whole export.");
            }
            List<InputFile> files = new ArrayList<>(database);
            files.addAll(vocabulary);
            new OmopExport(files, sink, counted, inputs.isSample()).read();
        }
    }
}
