package org.consilium.importing.omop;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.consilium.importing.csv.Dialect;
import org.consilium.importing.csv.Layout;
import org.consilium.importing.source.InputFile;
import org.consilium.importing.source.Inputs;

/**
 * Tables as Apache Spark writes them: not a file but a folder of that name, with the rows in files
 * that are called part-00000 and on, and with files of its own whose names begin with an underscore
 * (_SUCCESS). A part may be empty. Parts without the names of the columns have those of a part with
 * them.
 */
final class TableFolders {
    private static final Pattern PART = Pattern.compile("part-\\d+[^.]*(\\.(csv|tsv|txt))?");

    private TableFolders() {}

    /** The files by the folder of their database; each folder of one table as parts of it. */
    static Map<String, List<InputFile>> byDatabase(Inputs inputs) throws IOException {
        Map<String, List<InputFile>> databases = new LinkedHashMap<>();
        for (var folder : inputs.byFolder().entrySet()) {
            String path = folder.getKey();
            int end = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
            List<InputFile> files = folder.getValue();
            boolean table = end >= 0 && isTable(path.substring(end + 1), files);
            databases
                    .computeIfAbsent(
                            table ? path.substring(0, end) : path, key -> new ArrayList<>())
                    .addAll(table ? parts(path, end, files) : files);
        }
        return databases;
    }

    private static boolean isTable(String folder, List<InputFile> files) {
        TablePart any = new TablePart(files.getFirst(), folder, "", Layout.DETECTED);
        return OmopTable.of(any) != null && files.stream().anyMatch(TableFolders::isPart);
    }

    private static boolean isPart(InputFile file) {
        return PART.matcher(file.plainName()).matches();
    }

    private static List<InputFile> parts(String path, int end, List<InputFile> files)
            throws IOException {
        String folder = path.substring(end + 1);
        List<TablePart> parts = new ArrayList<>();
        List<InputFile> found = new ArrayList<>();
        for (InputFile file : files) {
            TablePart part = new TablePart(file, folder, path.substring(0, end), Layout.DETECTED);
            if (!isPart(file)) {
                if (!file.name().startsWith("_")) {
                    found.add(file);
                }
            } else if (file.head(1).length > 0) {
                parts.add(part);
            }
        }
        Layout headless = headless(parts);
        for (TablePart part : parts) {
            found.add(
                    hasHeader(part)
                            ? part
                            : new TablePart(part.file(), folder, part.group(), headless));
        }
        return found;
    }

    /** How parts without names are to be read; as if they had some where none of them has. */
    private static Layout headless(List<TablePart> parts) throws IOException {
        for (TablePart part : parts) {
            if (hasHeader(part)) {
                Dialect dialect = Dialect.of(part);
                return new Layout(dialect.separator(), null, false, dialect.header(part));
            }
        }
        return Layout.DETECTED;
    }

    private static boolean hasHeader(TablePart part) throws IOException {
        OmopTable table = OmopTable.of(part);
        return table != null && table.isHeader(Dialect.of(part).header(part));
    }
}
