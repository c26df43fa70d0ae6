package org.consilium.importing.mapping;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    MappingTrial(InputFile file, TableMapping mapping, int most) {
        this.file = file;
        this.most = most;
        this.mapper = new RowMapper(mapping);
        this.table = new CsvTable(file, List.of(), this, MappingCheck.layout(mapping));
    }

    List<MappedRow> rows() throws ImportException, IOException {
        table.read(ByteProgress.none(), this::take);
        return rows;
    }

    private void take(Row row) {
        if (rows.size() >= most) {
            return;
        }
        List<String> columns =
                IntStream.range(0, row.cells().size()).mapToObj(index -> name(row, index)).toList();
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

    /** A column has its name as written and in lower case: the first is the one to show. */
    private static String name(Row row, int index) {
        return row.columns().entrySet().stream()
                .filter(each -> each.getValue() == index)
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .orElse("");
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
