package org.consilium.importing.mapping;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.consilium.importing.csv.Numbers;
import org.jspecify.annotations.Nullable;

/** Suggests which columns of a table make events. Used once. */
final class EventSuggester {
    private static final HeaderWords WORDS = HeaderWords.shipped();
    private static final Set<String> YES =
            Set.of("yes", "y", "true", "t", "1", "x", "ja", "oui", "si", "sí", "+");
    private static final Set<String> NO = Set.of("no", "n", "false", "f", "0", "nein", "non", "-");

    /** Numbers that say nothing of a patient's health. */
    private static final Set<String> ADMINISTRATIVE =
            Set.of(
                    "zip",
                    "zip_code",
                    "zipcode",
                    "postcode",
                    "postal_code",
                    "plz",
                    "phone",
                    "id",
                    "row",
                    "row_id",
                    "rowid",
                    "no",
                    "nr",
                    "number",
                    "seq",
                    "seq_num",
                    "index",
                    "year",
                    "month",
                    "day");

    private static final Map<String, String> KINDS =
            Map.ofEntries(
                    Map.entry("dx", "condition"),
                    Map.entry("diag", "condition"),
                    Map.entry("diagnosis", "condition"),
                    Map.entry("diagnoses", "condition"),
                    Map.entry("problem", "condition"),
                    Map.entry("lab", "observation"),
                    Map.entry("labs", "observation"),
                    Map.entry("laboratory", "observation"),
                    Map.entry("vital", "observation"),
                    Map.entry("vitals", "observation"),
                    Map.entry("measurement", "observation"),
                    Map.entry("obs", "observation"),
                    Map.entry("drug", "medication"),
                    Map.entry("med", "medication"),
                    Map.entry("rx", "medication"),
                    Map.entry("prescription", "medication"),
                    Map.entry("proc", "procedure"),
                    Map.entry("operation", "procedure"),
                    Map.entry("vaccine", "immunization"),
                    Map.entry("vaccination", "immunization"));

    private final TableSample sample;
    private final Roles roles;
    private final List<MappingQuestion> questions;

    EventSuggester(TableSample sample, Roles roles, List<MappingQuestion> questions) {
        this.sample = sample;
        this.roles = roles;
        this.questions = questions;
    }

    List<EventColumns> events(boolean hasDate) {
        List<EventColumns> events = new ArrayList<>();
        boolean isLong = roles.has(Role.CODE) || roles.has(Role.DISPLAY);
        if (isLong) {
            events.add(oneARow());
        }
        if (roles.has(Role.VALUE) && isLong) {
            return events;
        }
        for (int index : roles.unused()) {
            EventColumns event = aboutColumn(index, !isLong && hasDate && sample.hasHeader());
            if (event != null) {
                events.add(event);
                roles.use(index);
            }
        }
        return events;
    }

    private EventColumns oneARow() {
        CellSource display = roles.source(Role.DISPLAY);
        return new EventColumns(
                kind(),
                null,
                roles.column(Role.END),
                system(),
                roles.source(Role.CODE),
                display,
                roles.column(Role.VALUE),
                roles.source(Role.UNIT),
                roles.column(Role.LOW),
                roles.column(Role.HIGH),
                roles.source(Role.CATEGORY),
                null,
                null);
    }

    private @Nullable CellSource system() {
        if (roles.has(Role.SYSTEM)) {
            return roles.source(Role.SYSTEM);
        }
        HeaderWords.Known code = roles.known(Role.CODE);
        return code == null || code.system() == null ? null : CellSource.fixed(code.system());
    }

    private CellSource kind() {
        String column = roles.column(Role.KIND);
        if (column != null) {
            return CellSource.column(column, kindWords(column));
        }
        for (Role role : List.of(Role.CODE, Role.DISPLAY)) {
            HeaderWords.Known known = roles.known(role);
            if (known != null && known.kind() != null) {
                return CellSource.fixed(known.kind());
            }
        }
        if (roles.has(Role.VALUE)) {
            return CellSource.fixed("observation");
        }
        questions.add(
                new MappingQuestion(
                        sample.file().name(),
                        "",
                        "Are its rows conditions, or another kind (%s)?"
                                .formatted(EventKinds.WORDS),
                        List.of()));
        return CellSource.fixed("condition");
    }

    private Map<String, String> kindWords(String column) {
        Map<String, String> meanings = new TreeMap<>();
        boolean unclear = false;
        for (String word : lower(roles.cells(Role.KIND))) {
            String singular = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
            String known = KINDS.getOrDefault(word, KINDS.get(singular));
            if (known != null) {
                meanings.put(word, known);
            } else if (EventKinds.named(singular) != null) {
                meanings.put(word, singular);
            } else if (EventKinds.named(word) == null) {
                unclear = true;
            }
        }
        if (unclear) {
            questions.add(
                    new MappingQuestion(
                            sample.file().name(),
                            column,
                            "Some of its words are no known kind: say in kind.words what they mean.",
                            List.of()));
        }
        meanings.entrySet().removeIf(each -> each.getKey().equals(each.getValue()));
        return meanings;
    }

    private static Set<String> lower(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The event that a column of its own is about; null where it is about none.
     *
     * @param any whether columns are taken whose names are not known
     */
    private @Nullable EventColumns aboutColumn(int index, boolean any) {
        String name = sample.names().get(index);
        HeaderWords.Wide wide = WORDS.wide(name);
        if (wide != null) {
            String unit = HeaderWords.unit(name);
            return valued(
                    name,
                    CellSource.fixed(wide.system()),
                    CellSource.fixed(wide.code()),
                    wide.display(),
                    unit == null ? wide.unit() : unit);
        }
        HeaderWords.Known repeated = WORDS.role(HeaderWords.plain(name).replaceAll("_?\\d+$", ""));
        if (repeated != null && repeated.kind() != null) {
            return repeated(name, repeated);
        }
        return any ? unnamed(index, name) : null;
    }

    private static EventColumns valued(
            String column,
            @Nullable CellSource system,
            @Nullable CellSource code,
            String display,
            @Nullable String unit) {
        return new EventColumns(
                CellSource.fixed("observation"),
                null,
                null,
                system,
                code,
                CellSource.fixed(display),
                column,
                unit == null ? null : CellSource.fixed(unit),
                null,
                null,
                null,
                null,
                null);
    }

    /** diagnosis_1, diagnosis_2 ... */
    private static EventColumns repeated(String column, HeaderWords.Known known) {
        CellSource text = CellSource.column(column);
        boolean isCode = known.role() == Role.CODE;
        return new EventColumns(
                CellSource.fixed(String.valueOf(known.kind())),
                null,
                null,
                known.system() == null ? null : CellSource.fixed(known.system()),
                isCode ? text : null,
                isCode ? null : text,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private @Nullable EventColumns unnamed(int index, String name) {
        List<String> cells = sample.column(index);
        String plain = HeaderWords.plain(name);
        if (cells.isEmpty() || ADMINISTRATIVE.contains(plain) || plain.endsWith("_id")) {
            return null;
        }
        Set<String> words = lower(cells);
        Set<String> yes = new HashSet<>(words);
        yes.retainAll(YES);
        Set<String> flags = new HashSet<>(YES);
        flags.addAll(NO);
        if (!yes.isEmpty() && flags.containsAll(words)) {
            return new EventColumns(
                    CellSource.fixed(kindOf(plain)),
                    null,
                    null,
                    null,
                    null,
                    CellSource.fixed(inWords(name)),
                    null,
                    null,
                    null,
                    null,
                    null,
                    name,
                    List.copyOf(new TreeSet<>(yes)));
        }
        long numbers =
                cells.stream()
                        .filter(cell -> Numbers.parse(cell.replace(',', '.')) != null)
                        .count();
        return numbers < .95 * cells.size()
                ? null
                : valued(name, null, null, inWords(HeaderWords.name(name)), HeaderWords.unit(name));
    }

    private static String kindOf(String plain) {
        if (plain.startsWith("on_") || plain.startsWith("takes_") || plain.endsWith("_med")) {
            return "medication";
        }
        if (plain.contains("vaccin")) {
            return "immunization";
        }
        return plain.contains("allerg") ? "allergy" : "condition";
    }

    private static String inWords(String header) {
        String words = HeaderWords.plain(header).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
