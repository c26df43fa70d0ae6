package org.consilium.importing.mapping;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.consilium.importing.csv.Layout;
import org.jspecify.annotations.Nullable;

/** What is wrong with a table's mapping, in sentences that say what to do. */
final class MappingCheck {
    private MappingCheck() {}

    static List<String> problems(TableMapping table) {
        List<String> problems = new ArrayList<>();
        String file = table.file();
        if (file != null && hasControl(file)) {
            return List.of("The mapping names a file by characters that nobody can see.");
        }
        String name = file == null ? "The table" : "The table " + file;
        if (table.columns().stream().anyMatch(MappingCheck::hasControl)) {
            problems.add(name + " names a column by characters that nobody can see.");
        }
        if (table.patient().id() == null) {
            problems.add(name + " needs the column of the patient's identifier (patient.id).");
        }
        if (table.visit().by() == VisitColumns.By.COLUMN && table.visit().id() == null) {
            problems.add(name + " needs the column of the visit's identifier (visit.id).");
        }
        table.dates()
                .forEach((column, pattern) -> {
                    String problem = DatePattern.problem(pattern);
                    if (problem != null) {
                        problems.add("%s, dates of %s: %s".formatted(name, column, problem));
                    }
                });
        for (EventColumns event : table.events()) {
            if (event.kind() == null) {
                problems.add(name + " has an event without a kind.");
            } else if (event.kind().column() == null
                    && EventKinds.named(String.valueOf(event.kind().fixed())) == null) {
                problems.add(
                        name
                                + " has an event of an unknown kind (known: "
                                + EventKinds.WORDS
                                + ").");
            }
            if (event.code() == null && event.display() == null) {
                problems.add(name + " has an event with neither a code nor a display.");
            }
            if (event.start() == null && table.date() == null && table.visit().start() == null) {
                problems.add(name + " has an event without a date (date, or its start).");
            }
        }
        try {
            layout(table);
        } catch (IllegalArgumentException e) {
            problems.add(name + ": " + e.getMessage());
        }
        return problems;
    }

    /** Such a name would stand in sentences and break them. */
    private static boolean hasControl(String name) {
        return name.chars().anyMatch(Character::isISOControl);
    }

    /**
     * How the table is written.
     *
     * @throws IllegalArgumentException when separator or encoding are none; the message is a
     *     sentence
     */
    static Layout layout(TableMapping table) {
        return new Layout(
                separator(table.separator()), charset(table.encoding()), !table.noHeader());
    }

    private static @Nullable Character separator(@Nullable String word) {
        if (word == null) {
            return null;
        }
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "tab", "\t" -> '\t';
            case "comma", "," -> ',';
            case "semicolon", ";" -> ';';
            case "bar", "|" -> '|';
            default -> throw new IllegalArgumentException("The separator is one of , ; | and tab.");
        };
    }

    private static @Nullable Charset charset(@Nullable String name) {
        try {
            return name == null ? null : Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "There is no such encoding (try UTF-8 or windows-1252).", e);
        }
    }
}
