package org.consilium.importing.mapping;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.consilium.importing.ImportException;
import org.consilium.importing.source.InputFile;
import org.consilium.importing.source.Inputs;

/** Suggests a mapping of tables that nobody has described. */
final class MappingSuggester {
    private MappingSuggester() {}

    /**
     * @param inputs the beginnings of the files
     * @throws ImportException when there is no table among them
     */
    static MappingSuggestion suggest(Inputs inputs) throws ImportException, IOException {
        List<InputFile> files = MappedFiles.tables(inputs);
        if (files.isEmpty()) {
            throw new ImportException("There is no table (.csv, .tsv, .txt) among these files.");
        }
        List<TableMapping> tables = new ArrayList<>();
        List<MappingQuestion> questions = new ArrayList<>();
        List<String> unused = new ArrayList<>();
        double confidence = 0;
        for (InputFile file : files) {
            TableSample sample = TableSample.of(file);
            String pattern = files.size() == 1 ? null : pattern(file);
            TableSuggester.Suggested each = new TableSuggester(sample).suggest(pattern);
            if (tables.stream().noneMatch(table -> table.equals(each.table()))) {
                tables.add(each.table());
                questions.addAll(each.questions());
                unused.addAll(each.unused());
            }
            confidence += each.confidence() / files.size();
        }
        return new MappingSuggestion(
                new ColumnMapping("", tables), Math.min(1, confidence), questions, unused);
    }

    /** labs_2024-05.csv is followed by labs_2024-06.csv. */
    private static String pattern(InputFile file) {
        return file.plainName().replaceAll("[\\d*][\\d*._-]*(?=\\.[a-z]+$)|\\d+", "*");
    }
}
