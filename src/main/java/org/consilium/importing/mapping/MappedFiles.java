package org.consilium.importing.mapping;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.consilium.importing.ImportException;
import org.consilium.importing.csv.Dialect;
import org.consilium.importing.csv.Layout;
import org.consilium.importing.source.InputFile;
import org.consilium.importing.source.Inputs;
import org.jspecify.annotations.Nullable;

/** Which table of a mapping takes which file: the first one that fits. */
final class MappedFiles {
    private static final Pattern TABLE = Pattern.compile(".*\\.(csv|tsv|txt|tab|dat)");

    private MappedFiles() {}

    /**
     * The files that a mapping takes, each with its table.
     *
     * @throws ImportException when there is none, or one whose name begins as the mapping says
     *     lacks a column, with what is missing
     */
    static Map<InputFile, TableMapping> taken(Inputs inputs, ColumnMapping mapping)
            throws ImportException, IOException {
        Map<InputFile, TableMapping> taken = new LinkedHashMap<>();
        String missing = "there is no table";
        String unfit = null;
        for (InputFile file : tables(inputs)) {
            String lacks = null;
            for (TableMapping table : mapping.tables()) {
                if (!fitsName(table, file)) {
                    continue;
                }
                String lacking = missing(table, file);
                if (lacking == null) {
                    taken.putIfAbsent(file, table);
                } else {
                    missing = "%s has no column %s".formatted(file.name(), lacking);
                    lacks = isNamed(table) ? missing : lacks;
                }
            }
            unfit = taken.containsKey(file) || lacks == null ? unfit : lacks;
        }
        if (taken.isEmpty()) {
            throw new ImportException(
                    "The mapping fits none of these files: %s.".formatted(missing));
        }
        if (unfit != null) {
            throw new ImportException(unfit + ", which the mapping names.");
        }
        return taken;
    }

    /** Whether each table of the mapping has a file, and each file a table. */
    static boolean fits(Inputs inputs, ColumnMapping mapping) throws IOException {
        if (!mapping.problems().isEmpty()) {
            return false;
        }
        try {
            Map<InputFile, TableMapping> taken = taken(inputs, mapping);
            return taken.keySet().containsAll(tables(inputs))
                    && taken.values().containsAll(mapping.tables());
        } catch (ImportException e) {
            return false;
        }
    }

    static List<InputFile> tables(Inputs inputs) {
        return inputs.files().stream()
                .filter(file -> TABLE.matcher(file.plainName()).matches())
                .toList();
    }

    /** Whether the table says how the names of its files begin, so that no other is meant. */
    private static boolean isNamed(TableMapping table) {
        String pattern = table.file();
        return pattern != null && !pattern.startsWith("*");
    }

    private static boolean fitsName(TableMapping table, InputFile file) {
        String pattern = table.file();
        if (pattern == null) {
            return true;
        }
        String regex =
                Pattern.compile("\\*")
                        .splitAsStream(pattern.toLowerCase(Locale.ROOT) + "\0")
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*"));
        return Pattern.compile(regex, Pattern.DOTALL).matcher(file.plainName() + "\0").matches();
    }

    /** A column that the table names and the file lacks; null when there is none. */
    private static @Nullable String missing(TableMapping table, InputFile file) throws IOException {
        Layout layout = MappingCheck.layout(table);
        Dialect dialect = layout.dialect(file);
        List<String> header = dialect.header(file);
        Set<String> there =
                layout.hasHeader()
                        ? header.stream()
                                .map(name -> name.toLowerCase(Locale.ROOT))
                                .collect(Collectors.toSet())
                        : Set.of();
        for (String column : table.columns()) {
            boolean found =
                    layout.hasHeader()
                            ? there.contains(column.toLowerCase(Locale.ROOT))
                            : isNumberUpTo(column, header.size());
            if (!found) {
                return column;
            }
        }
        return null;
    }

    private static boolean isNumberUpTo(String column, int most) {
        return column.matches("[1-9]\\d{0,3}") && Integer.parseInt(column) <= most;
    }
}
