package org.consilium.importing.mapping;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which column of which table is what (docs/formats/csv-mapping.md). Holds names of columns and
 * words of the source, never anything of a patient.
 *
 * @param version of the format it is saved in
 * @param name by which it is kept; empty where it was not
 * @param tables in the order in which they are tried on a file
 */
public record ColumnMapping(int version, String name, List<TableMapping> tables) {
    public static final int VERSION = 1;

    public ColumnMapping(int version, @Nullable String name, @Nullable List<TableMapping> tables) {
        this.version = version;
        this.name = name == null ? "" : name;
        this.tables = tables == null ? List.of() : List.copyOf(tables);
    }

    public ColumnMapping(String name, List<TableMapping> tables) {
        this(VERSION, name, tables);
    }

    public ColumnMapping named(String other) {
        return new ColumnMapping(version, other, tables);
    }

    /** What has to be put right before it can be used, each a sentence; empty when nothing has. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (tables.isEmpty()) {
            problems.add("The mapping has no table.");
        }
        tables.forEach(table -> problems.addAll(MappingCheck.problems(table)));
        return problems;
    }
}
