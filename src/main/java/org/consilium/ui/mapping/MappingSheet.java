package org.consilium.ui.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.consilium.importing.mapping.CellSource;
import org.consilium.importing.mapping.EventColumns;
import org.consilium.importing.mapping.PatientColumns;
import org.consilium.importing.mapping.TableMapping;
import org.consilium.importing.mapping.VisitColumns;
import org.jspecify.annotations.Nullable;

/**
 * A table's columns with what each of them is, and the mapping that this makes.
 *
 * @param like the mapping it began with: what no choice says (separator, encoding) is kept from it
 */
record MappingSheet(TableMapping like, List<ColumnChoice> columns) {
    private static final List<String> YES = List.of("yes", "y", "true", "1");
    private static final Set<ColumnRole> ENTRY = Set.of(ColumnRole.CODE, ColumnRole.DISPLAY);

    /**
     * @param kind what every row records where no column says it; null: nothing is chosen
     * @param dayIsVisit whether everything of one day is one visit
     */
    TableMapping mapping(@Nullable String kind, boolean dayIsVisit, boolean decimalComma) {
        return new TableMapping(
                like.file(),
                like.noHeader(),
                like.separator(),
                like.encoding(),
                decimalComma,
                like.empty(),
                dates(),
                source(ColumnRole.DATE),
                patient(),
                visit(dayIsVisit),
                events(kind));
    }

    /** What every row records, by a mapping; null where a column says it or there is no entry. */
    static @Nullable String fixedKind(TableMapping table) {
        return table.events().stream()
                .filter(event -> table.events().size() == 1 || RoleReading.isEntry(event))
                .map(EventColumns::kind)
                .filter(Objects::nonNull)
                .map(CellSource::fixed)
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .findFirst()
                .orElse(null);
    }

    static boolean dayIsVisit(TableMapping table) {
        return table.visit().by() == VisitColumns.By.DAY;
    }

    private Map<String, String> dates() {
        Map<String, String> dates = new LinkedHashMap<>();
        for (ColumnChoice choice : columns) {
            if (choice.role().detail() == ColumnRole.Detail.DATE && !choice.detail().isEmpty()) {
                dates.put(choice.column(), choice.detail());
            }
        }
        return dates;
    }

    private PatientColumns patient() {
        return new PatientColumns(
                column(ColumnRole.PATIENT_ID),
                column(ColumnRole.BIRTH_DATE),
                column(ColumnRole.BIRTH_YEAR),
                column(ColumnRole.AGE),
                source(ColumnRole.SEX),
                column(ColumnRole.DEATH_DATE),
                column(ColumnRole.RACE),
                column(ColumnRole.ETHNICITY),
                column(ColumnRole.LANGUAGE),
                column(ColumnRole.SITE),
                column(ColumnRole.FAMILY_NAME),
                column(ColumnRole.GIVEN_NAME));
    }

    private VisitColumns visit(boolean dayIsVisit) {
        String id = column(ColumnRole.VISIT_ID);
        VisitColumns.By by =
                id != null
                        ? VisitColumns.By.COLUMN
                        : dayIsVisit ? VisitColumns.By.DAY : VisitColumns.By.NONE;
        return new VisitColumns(
                by,
                id,
                column(ColumnRole.VISIT_START),
                column(ColumnRole.VISIT_END),
                source(ColumnRole.VISIT_CLASS),
                source(ColumnRole.VISIT_TYPE));
    }

    private List<EventColumns> events(@Nullable String kind) {
        List<EventColumns> events = new ArrayList<>();
        if (columns.stream().anyMatch(choice -> ENTRY.contains(choice.role()))) {
            events.add(entry(kind));
        }
        for (ColumnChoice choice : columns) {
            EventColumns own = own(choice);
            if (own != null) {
                events.add(own);
            }
        }
        return events;
    }

    /** The entry that every row is. */
    private EventColumns entry(@Nullable String kind) {
        CellSource told = source(ColumnRole.KIND);
        CellSource system = source(ColumnRole.SYSTEM);
        ColumnChoice code = choice(ColumnRole.CODE);
        if (system == null && code != null && !code.detail().isEmpty()) {
            system = CellSource.fixed(code.detail());
        }
        return new EventColumns(
                told == null && kind != null ? CellSource.fixed(kind) : told,
                column(ColumnRole.START),
                column(ColumnRole.END),
                system,
                source(ColumnRole.CODE),
                source(ColumnRole.DISPLAY),
                column(ColumnRole.VALUE),
                source(ColumnRole.UNIT),
                column(ColumnRole.LOW),
                column(ColumnRole.HIGH),
                null,
                null,
                List.of());
    }

    /** What a column records by itself; null where it is about something else. */
    private static @Nullable EventColumns own(ColumnChoice choice) {
        return switch (choice.role()) {
            case RESULT -> result(choice);
            case PROBLEM_NAME -> named(choice, "condition");
            case MEDICATION_NAME -> named(choice, "medication");
            case PROCEDURE_NAME -> named(choice, "procedure");
            case PROBLEM_FLAG -> flag(choice, "condition");
            case MEDICATION_FLAG -> flag(choice, "medication");
            default -> null;
        };
    }

    private static EventColumns result(ColumnChoice choice) {
        String unit = choice.detail();
        return new EventColumns(
                CellSource.fixed("observation"),
                null,
                null,
                null,
                null,
                CellSource.fixed(choice.column()),
                choice.column(),
                unit.isEmpty() ? null : CellSource.fixed(unit),
                null,
                null,
                null,
                null,
                List.of());
    }

    private static EventColumns named(ColumnChoice choice, String kind) {
        CellSource cell = CellSource.column(choice.column());
        boolean coded = !choice.detail().isEmpty();
        return new EventColumns(
                CellSource.fixed(kind),
                null,
                null,
                coded ? CellSource.fixed(choice.detail()) : null,
                coded ? cell : null,
                coded ? null : cell,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of());
    }

    private static EventColumns flag(ColumnChoice choice, String kind) {
        List<String> words = WordPairs.list(choice.detail());
        return new EventColumns(
                CellSource.fixed(kind),
                null,
                null,
                null,
                null,
                CellSource.fixed(choice.column()),
                null,
                null,
                null,
                null,
                null,
                choice.column(),
                words.isEmpty() ? YES : words);
    }

    private @Nullable ColumnChoice choice(ColumnRole role) {
        return columns.stream().filter(choice -> choice.role() == role).findFirst().orElse(null);
    }

    private @Nullable String column(ColumnRole role) {
        ColumnChoice choice = choice(role);
        return choice == null ? null : choice.column();
    }

    private @Nullable CellSource source(ColumnRole role) {
        ColumnChoice choice = choice(role);
        if (choice == null) {
            return null;
        }
        return role.detail() == ColumnRole.Detail.WORDS
                ? CellSource.column(choice.column(), WordPairs.parse(choice.detail()))
                : CellSource.column(choice.column());
    }
}
