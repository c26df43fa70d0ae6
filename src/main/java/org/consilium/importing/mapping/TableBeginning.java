package org.consilium.importing.mapping;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The first rows of a table as they stand in its file, for a person to say what they are.
 *
 * @param file its name
 * @param columns their names; their numbers from 1 where there is no header row
 * @param rows cells by row and column, empty where there is nothing
 */
public record TableBeginning(String file, List<String> columns, List<List<String>> rows) {
    public TableBeginning {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** Whether it has all of these columns; upper and lower case are the same. */
    public boolean hasColumns(Set<String> names) {
        Set<String> there =
                columns.stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
        return names.stream().allMatch(name -> there.contains(name.toLowerCase(Locale.ROOT)));
    }
}
