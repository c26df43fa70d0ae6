package org.consilium.importing.mapping;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.consilium.importing.CohortReader;
import org.consilium.importing.ImportException;
import org.consilium.importing.PatientGathering;
import org.consilium.importing.PatientGathering.MissingVisits;
import org.consilium.importing.PatientSink;
import org.consilium.importing.RowNotes;
import org.consilium.importing.csv.CsvTable;
import org.consilium.importing.source.ByteProgress;
import org.consilium.importing.source.InputFile;
import org.consilium.importing.source.Inputs;
import org.consilium.job.Progress;

/** Tables read as a mapping says. A patient may be in several of them, in any order. */
public record MappedReader(ColumnMapping mapping) implements CohortReader {
    public static final String NAME = "csv";

    @Override
    public String name() {
        return NAME;
    }

    /** Never by itself: that a mapping fits is for a person to say. */
    @Override
    public boolean accepts(Inputs inputs) {
        return false;
    }

    @Override
    public void read(Inputs inputs, PatientSink sink, Progress progress)
            throws ImportException, IOException {
        Map<InputFile, TableMapping> files = usable(inputs);
        ByteProgress counted =
                new ByteProgress(progress, Inputs.bytes(List.copyOf(files.keySet())));
        PatientGathering patients = new PatientGathering(sink);
        RowNotes notes = new RowNotes();
        for (InputFile file : inputs.files()) {
            TableMapping table = files.get(file);
            if (table == null) {
                sink.skipped(file.name());
                continue;
            }
            MappedRows rows =
                    new MappedRows(
                            new CsvTable(file, List.of(), sink, MappingCheck.layout(table)),
                            table,
                            patients,
                            notes);
            rows.read(counted);
        }
        notes.tell(sink);
        patients.handOver(counted, MissingVisits.MADE);
    }

    private Map<InputFile, TableMapping> usable(Inputs inputs) throws ImportException, IOException {
        List<String> problems = mapping.problems();
        if (!problems.isEmpty()) {
            throw new ImportException("The mapping can't be used yet: " + problems.getFirst());
        }
        return MappedFiles.taken(inputs, mapping);
    }
}
