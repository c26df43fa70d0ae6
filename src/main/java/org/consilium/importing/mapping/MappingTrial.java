package org.consilium.importing.mapping;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.consilium.clinical.Timeline;
import org.consilium.importing.ImportException;
import org.consilium.importing.ImportIssue;
import org.consilium.importing.PatientSink;
import org.consilium.importing.csv.CsvTable;
import org.consilium.importing.csv.Row;
import org.consilium.importing.csv.RowException;
import org.consilium.importing.source.ByteProgress;
import org.consilium.importing.source.InputFile;

/** The first rows of one file under a mapping. */
final class MappingTrial implements PatientSink {
    private final InputFile file;
    private final int most;
    private final RowMapper mapper;
    private final CsvTable table;
    private final List<MappedRow> rows = new ArrayList<>();
    private List<String> header = List.of();

    MappingTrial(InputFile file, TableMapping mapping, int most) {
        this.file = file;
        this.most = most;
        this.mapper = new RowMapper(mapping);
        this.table = new CsvTable(file, List.of(), this, MappingCheck.layout(mapping));
    }

    List<MappedRow> rows() throws ImportException, IOException {
        if (table.layout().hasHeader()) {
            header = table.layout().dialect(file).header(file);
        }
        table.read(ByteProgress.none(), this::take);
        return rows;
    }

    private void take(Row row) {
        if (rows.size() >= most) {
            return;
        }
        List<String> columns = IntStream.range(0, row.cells().size()).mapToObj(this::name).toList();
        List<String> cells = StreamSupport.stream(row.cells().spliterator(), false).toList();
        try {
            RowMapper.Mapped mapped = mapper.map(row);
            rows.add(
                    new MappedRow(
                            file.name(),
                            row.line(),
                            columns,
                            cells,
                            mapped.patient(),
                            mapped.visit(),
                            mapped.events(),
                            null));
        } catch (RowException e) {
            ImportIssue why = table.issue(row.line(), e);
            rows.add(
                    new MappedRow(
                            file.name(), row.line(), columns, cells, null, null, List.of(), why));
        }
    }

    /** As the header row writes it; its number where there is none. */
    private String name(int index) {
        return index < header.size() ? header.get(index) : String.valueOf(index + 1);
    }

    @Override
    public void patient(Timeline timeline) {}

    @Override
    public void skipped(String type) {}

    /** A row whose form is wrong already. */
    @Override
    public void rejected(ImportIssue issue) {
        if (rows.size() < most) {
            Long line = issue.line();
            rows.add(
                    new MappedRow(
                            file.name(),
                            line == null ? 0 : line,
                            List.of(),
                            List.of(),
                            null,
                            null,
                            List.of(),
                            issue));
        }
    }
}
