package org.consilium.importing.csv;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The names in a header row. */
final class ColumnNames {
    /** What can be a name and no cell: no digits, which identifiers and dates have. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z_. -]{0,59}");

    private ColumnNames() {}

    /**
     * The index of a column by its name as written, in lower case and in capitals, and as it is
     * required; the first of several of the same name.
     *
     * @param required each a name, or "A or B"
     */
    static Map<String, Integer> indices(List<String> header, List<String> required) {
        Map<String, Integer> written = new HashMap<>();
        Map<String, Integer> lower = new HashMap<>();
        Map<String, Integer> indices = new HashMap<>();
        for (int index = 0; index < header.size(); index++) {
            String name = header.get(index).strip();
            written.putIfAbsent(name, index);
            lower.putIfAbsent(name.toLowerCase(Locale.ROOT), index);
            indices.putIfAbsent(name.toUpperCase(Locale.ROOT), index);
        }
        for (String each : required) {
            for (String name : each.split(CsvTable.OR)) {
                Integer index = lower.get(name.toLowerCase(Locale.ROOT));
                if (index != null) {
                    indices.put(name, index);
                }
            }
        }
        indices.putAll(lower);
        indices.putAll(written);
        return indices;
    }

    /** Whether two columns have the same name, empty ones apart. */
    static boolean repeat(List<String> header) {
        Set<String> names = new HashSet<>();
        for (String name : header) {
            String plain = name.strip().toLowerCase(Locale.ROOT);
            if (!plain.isEmpty() && !names.add(plain)) {
                return true;
            }
        }
        return false;
    }

    /** The name for a person; by its place (from 1) where what stands there can be no name. */
    static String shown(List<String> header, int index) {
        String name = header.get(index).strip();
        return NAME.matcher(name).matches() ? name : "column " + (index + 1);
    }
}
