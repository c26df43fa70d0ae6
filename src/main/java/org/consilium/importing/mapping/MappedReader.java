package org.consilium.importing.mapping;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Encounter;
import org.consilium.importing.CohortReader;
import org.consilium.importing.ImportException;
import org.consilium.importing.PatientGathering;
import org.consilium.importing.PatientGathering.MissingVisits;
import org.consilium.importing.PatientSink;
import org.consilium.importing.TimelineBuffer;
import org.consilium.importing.csv.CsvTable;
import org.consilium.importing.csv.Row;
import org.consilium.importing.csv.RowException;
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
        for (InputFile file : inputs.files()) {
            TableMapping table = files.get(file);
            if (table == null) {
                sink.skipped(file.name());
                continue;
            }
            RowMapper mapper = new RowMapper(table);
            new CsvTable(file, List.of(), sink, MappingCheck.layout(table))
                    .read(counted, row -> take(mapper, row, patients, counted));
        }
        patients.handOver(counted, MissingVisits.MADE);
    }

    private Map<InputFile, TableMapping> usable(Inputs inputs) throws ImportException, IOException {
        List<String> problems = mapping.problems();
        if (!problems.isEmpty()) {
            throw new ImportException("The mapping can't be used yet: " + problems.getFirst());
        }
        return MappedFiles.taken(inputs, mapping);
    }

    private static void take(
            RowMapper mapper, Row row, PatientGathering patients, ByteProgress progress)
            throws RowException {
        RowMapper.Mapped mapped = mapper.map(row);
        if (patients.complete(mapped.patient())) {
            progress.found();
        }
        TimelineBuffer records = patients.records(mapped.patient().id());
        if (records == null) {
            return;
        }
        Encounter visit = mapped.visit();
        if (visit != null) {
            patients.add(mapped.patient().id(), visit); // a table in long form repeats it
        }
        for (ClinicalEvent event : mapped.events()) {
            records.add(event);
        }
    }
}
