package org.consilium.importing.mapping;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.consilium.importing.csv.Layout;
import org.jspecify.annotations.Nullable;

/** What is wrong with a table's mapping, in sentences that say what to do. */
final class MappingCheck {
    /** Of a column or file, in characters. */
    private static final int LONGEST_NAME = 200;

    private MappingCheck() {}

    static List<String> problems(TableMapping table) {
        List<String> problems = new ArrayList<>();
        String file = table.file();
        if (file != null && canNotBeTold(file)) {
            return List.of(
                    "The mapping names a file by characters that nobody can see, or by too many.");
        }
        String name = file == null ? "The table" : "The table " + file;
        if (table.columns().stream().anyMatch(MappingCheck::canNotBeTold)) {
            problems.add(
                    name + " names a column by characters that nobody can see, or by too many.");
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
    private static boolean canNotBeTold(String name) {
        return name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl);
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
