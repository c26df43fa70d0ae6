package org.consilium.importing.mapping;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.consilium.clinical.Timeline;
import org.consilium.importing.ImportException;
import org.consilium.importing.ImportIssue;
import org.consilium.importing.PatientSink;
import org.consilium.importing.csv.CsvTable;
import org.consilium.importing.csv.Dialect;
import org.consilium.importing.csv.Layout;
import org.consilium.importing.csv.Numbers;
import org.consilium.importing.source.ByteProgress;
import org.consilium.importing.source.InputFile;

/**
 * The first rows of a table.
 *
 * @param names of the columns; their numbers from 1 where there is no header row
 * @param cells by row and column; a short row has fewer
 */
record TableSample(
        InputFile file, boolean hasHeader, List<String> names, List<List<String>> cells) {
    /** Words that stand for an empty cell where they stand alone. */
    static final Set<String> EMPTY_WORDS =
            Set.of("NA", "N/A", "NULL", "null", "NaN", "nan", "None", "\\N", "?", ".");

    private static final int ROWS = 2_000;

    static TableSample of(InputFile file) throws ImportException, IOException {
        List<String> first = Dialect.of(file).header(file);
        boolean hasHeader = isHeader(first);
        Layout layout = new Layout(null, null, hasHeader);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            names.add(hasHeader ? first.get(i) : String.valueOf(i + 1));
        }
        List<List<String>> cells = new ArrayList<>();
        new CsvTable(file, List.of(), Ignoring.INSTANCE, layout)
                .read(
                        ByteProgress.none(),
                        row -> {
                            if (cells.size() < ROWS) {
                                cells.add(
                                        names.stream()
                                                .map(name -> {
                                                    String cell = row.optional(name);
                                                    return cell == null ? "" : cell;
                                                })
                                                .toList());
                            }
                        });
        return new TableSample(file, hasHeader, names, cells);
    }

    /** What is not empty in a column. */
    List<String> column(int index) {
        return cells.stream()
                .map(row -> row.get(index))
                .filter(cell -> !cell.isEmpty() && !EMPTY_WORDS.contains(cell))
                .toList();
    }

    /** A row without a known name that has a number or a date in it is data already. */
    private static boolean isHeader(List<String> first) {
        if (first.stream().anyMatch(HeaderWords.shipped()::knows)) {
            return true;
        }
        return first.stream()
                .noneMatch(cell ->
                        Numbers.parse(cell) != null
                                || !DateGuess.of(List.of(cell)).patterns().isEmpty());
    }

    /** For a look at rows: what is wrong with them is told when they are tried. */
    private enum Ignoring implements PatientSink {
        INSTANCE;

        @Override
        public void patient(Timeline timeline) {}

        @Override
        public void skipped(String type) {}

        @Override
        public void rejected(ImportIssue issue) {}
    }
}
