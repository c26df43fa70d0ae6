package org.consilium.importing.mapping;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which column of a sample is what, by its name; of several with one role it is the first. */
final class Roles {
    private static final HeaderWords WORDS = HeaderWords.shipped();

    private final TableSample sample;
    private final Map<Role, Integer> columns = new EnumMap<>(Role.class);
    private final Set<Integer> used = new HashSet<>();

    Roles(TableSample sample) {
        this.sample = sample;
        for (int i = 0; i < sample.names().size(); i++) {
            HeaderWords.Known known = WORDS.role(sample.names().get(i));
            if (known != null && columns.putIfAbsent(known.role(), i) == null) {
                used.add(i);
            }
        }
    }

    boolean has(Role role) {
        return columns.containsKey(role);
    }

    /** Name of the column; null where there is none. */
    @Nullable String column(Role role) {
        Integer index = columns.get(role);
        return index == null ? null : sample.names().get(index);
    }

    @Nullable CellSource source(Role role) {
        String column = column(role);
        return column == null ? null : CellSource.column(column);
    }

    /** What its name says of it; null where there is none. */
    HeaderWords.@Nullable Known known(Role role) {
        String column = column(role);
        return column == null ? null : WORDS.role(column);
    }

    /** What is not empty in the column of that role. */
    List<String> cells(Role role) {
        Integer index = columns.get(role);
        return index == null ? List.of() : sample.column(index);
    }

    void assign(Role role, int index) {
        columns.put(role, index);
        used.add(index);
    }

    void use(int index) {
        used.add(index);
    }

    /** Indexes of the columns that became nothing yet. */
    List<Integer> unused() {
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < sample.names().size(); i++) {
            if (!used.contains(i)) {
                left.add(i);
            }
        }
        return left;
    }
}
