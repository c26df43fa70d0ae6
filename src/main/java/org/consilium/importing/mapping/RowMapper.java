package org.consilium.importing.mapping;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.consilium.clinical.Category;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Value;
import org.consilium.importing.CodeSystems;
import org.consilium.importing.ObservationCategories;
import org.consilium.importing.csv.Row;
import org.consilium.importing.csv.RowException;
import org.jspecify.annotations.Nullable;

/** Turns rows of one table into what they record. Not thread-safe. */
final class RowMapper {
    private final TableMapping table;
    private final Map<String, DatePattern> patterns;
    private final Set<String> empty;
    private final List<Set<String>> presentWords;
    private final Map<String, CodeSystem> systems = new HashMap<>();

    /**
     * @param table without problems
     */
    RowMapper(TableMapping table) {
        this.table = table;
        this.patterns = new HashMap<>();
        table.dates().forEach((column, words) -> patterns.put(column, DatePattern.of(words)));
        this.empty = Set.copyOf(new HashSet<>(table.empty()));
        this.presentWords =
                table.events().stream()
                        .map(event ->
                                event.presentWords().stream()
                                        .map(word -> word.toLowerCase(Locale.ROOT))
                                        .collect(Collectors.toUnmodifiableSet()))
                        .toList();
    }

    /**
     * What a row records.
     *
     * @param visit null where it is not known, or made of what was recorded at it
     */
    record Mapped(Patient patient, @Nullable Encounter visit, List<ClinicalEvent> events) {}

    Mapped map(Row row) throws RowException {
        MappedCells cells = new MappedCells(row, empty, patterns, table.decimalComma());
        LocalDateTime begun = cells.time(table.visit().start());
        LocalDateTime date = cells.time(table.date());
        LocalDateTime day = date == null ? begun : date;
        Patient patient = new PatientCells(table.patient(), cells).patient(day);
        String visit = visitId(cells, begun, day);
        List<ClinicalEvent> events = new ArrayList<>();
        for (int i = 0; i < table.events().size(); i++) {
            EventColumns columns = table.events().get(i);
            if (isThere(columns, presentWords.get(i), cells)) {
                events.add(event(columns, cells, day, visit));
            }
        }
        return new Mapped(patient, visit(cells, visit, begun), events);
    }

    private @Nullable String visitId(
            MappedCells cells, @Nullable LocalDateTime begun, @Nullable LocalDateTime day)
            throws RowException {
        LocalDateTime at = begun == null ? day : begun;
        return switch (table.visit().by()) {
            case NONE -> null;
            case COLUMN -> cells.text(table.visit().id());
            case DAY -> at == null ? null : at.toLocalDate().toString();
        };
    }

    private @Nullable Encounter visit(
            MappedCells cells, @Nullable String id, @Nullable LocalDateTime begun)
            throws RowException {
        if (id == null || begun == null) {
            return null;
        }
        LocalDateTime end = cells.time(table.visit().end());
        String encounterClass = cells.text(table.visit().encounterClass());
        String type = cells.text(table.visit().type());
        return new Encounter(
                id,
                encounterClass == null ? "" : encounterClass.toLowerCase(Locale.ROOT),
                type == null ? null : CodeSystems.ofText(type),
                null,
                begun,
                end != null && end.isBefore(begun) ? begun : end);
    }

    private static boolean isThere(EventColumns event, Set<String> words, MappedCells cells) {
        String present = cells.text(event.present());
        if (event.present() != null) {
            return present != null && words.contains(present.toLowerCase(Locale.ROOT));
        }
        Set<String> own = event.own();
        return own.isEmpty() || own.stream().anyMatch(column -> cells.text(column) != null);
    }

    private ClinicalEvent event(
            EventColumns columns,
            MappedCells cells,
            @Nullable LocalDateTime day,
            @Nullable String visit)
            throws RowException {
        EventKind kind = kind(columns, cells);
        Concept concept = concept(columns, cells);
        LocalDateTime own = cells.time(columns.start());
        LocalDateTime start = own == null ? day : own;
        if (start == null) {
            throw new RowException(dateColumn(columns), "There is no date.");
        }
        LocalDateTime end = cells.time(columns.end());
        boolean observed = kind == EventKind.OBSERVATION;
        Value value = observed ? cells.value(columns) : null;
        return new ClinicalEvent(
                kind,
                observed
                        ? ObservationCategories.named(cells.text(columns.category()))
                        : Category.NONE,
                concept,
                visit,
                start,
                end != null && end.isBefore(start) ? start : end,
                value,
                null);
    }

    private String dateColumn(EventColumns columns) {
        CellSource date = table.date();
        String column = date == null ? table.visit().start() : date.column();
        return columns.start() != null ? columns.start() : column == null ? "" : column;
    }

    private static EventKind kind(EventColumns columns, MappedCells cells) throws RowException {
        String word = cells.text(columns.kind());
        EventKind kind = word == null ? null : EventKinds.named(word);
        if (kind == null) {
            String column = columns.kind() == null ? null : columns.kind().column();
            throw new RowException(
                    column == null ? "" : column,
                    "The word is no kind of event, and the mapping does not say what it means.");
        }
        return kind;
    }

    /** A mapping's fixed text may be blank. */
    private static @Nullable String said(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private Concept concept(EventColumns columns, MappedCells cells) throws RowException {
        String code = said(cells.text(columns.code()));
        String display = said(cells.text(columns.display()));
        if (code == null && display == null) {
            String column = columns.own().stream().findFirst().orElse("");
            throw new RowException(column, "The row has neither a code nor a text.");
        }
        if (code == null) {
            return CodeSystems.ofText(String.valueOf(display));
        }
        String system = cells.text(columns.system());
        return new Concept(
                system == null
                        ? CodeSystems.LOCAL
                        : systems.computeIfAbsent(system, CodeSystems::named),
                code,
                display == null ? code : display);
    }
}
