package org.consilium.importing.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Suggests what the columns of one table are, by their names and first cells. Used once. */
final class TableSuggester {
    private static final Pattern WITH_COMMA = Pattern.compile("[+-]?\\d+,\\d+");
    private static final Pattern WITH_POINT = Pattern.compile("[+-]?\\d+\\.\\d+");
    private static final List<Role> DATES =
            List.of(
                    Role.BIRTH_DATE,
                    Role.DEATH_DATE,
                    Role.VISIT_START,
                    Role.VISIT_END,
                    Role.DATE,
                    Role.END);

    private final TableSample sample;
    private final Roles roles;
    private final List<MappingQuestion> questions = new ArrayList<>();
    private double confidence;

    TableSuggester(TableSample sample) {
        this.sample = sample;
        this.roles = new Roles(sample);
    }

    /** What is suggested for one table. */
    record Suggested(
            TableMapping table,
            double confidence,
            List<MappingQuestion> questions,
            List<String> unused) {}

    /**
     * @param file pattern of the file's name; null where any will do
     */
    Suggested suggest(@Nullable String file) {
        findId();
        findDate();
        Map<String, String> dates = dates();
        PatientColumns patient = patient();
        EventSuggester suggester = new EventSuggester(sample, roles, questions);
        List<EventColumns> events = suggester.events(hasDate());
        boolean something = !events.isEmpty() || roles.has(Role.BIRTH_DATE) || roles.has(Role.SEX);
        confidence += something ? .3 : 0;
        confidence += hasDate() || events.isEmpty() ? .2 : 0;
        confidence += questions.isEmpty() ? .1 : 0;
        CellSource date = roles.source(Role.DATE);
        TableMapping table =
                new TableMapping(
                        file,
                        !sample.hasHeader(),
                        null,
                        null,
                        decimalComma(),
                        emptyWords(),
                        dates,
                        date,
                        patient,
                        visit(events),
                        events);
        List<String> unused =
                roles.unused().stream()
                        .map(index -> sample.file().name() + ": " + sample.names().get(index))
                        .toList();
        return new Suggested(table, confidence, questions, unused);
    }

    private void ask(String column, String sentence, String... choices) {
        questions.add(
                new MappingQuestion(sample.file().name(), column, sentence, List.of(choices)));
    }

    private boolean hasDate() {
        return roles.has(Role.DATE) || roles.has(Role.VISIT_START);
    }

    private void findId() {
        if (roles.has(Role.PATIENT_ID)) {
            confidence += .4;
        } else if (!sample.names().isEmpty() && roles.unused().contains(0)) {
            roles.assign(Role.PATIENT_ID, 0);
            confidence += .1;
            ask(sample.names().getFirst(), "Is this the identifier of the patient?");
        }
    }

    /** Where no name says which column is the date, the first one is that holds dates. */
    private void findDate() {
        if (hasDate()) {
            return;
        }
        for (int index : roles.unused()) {
            if (!DateGuess.of(sample.column(index)).patterns().isEmpty()) {
                roles.assign(Role.DATE, index);
                ask(sample.names().get(index), "Is this the date of what the row records?");
                return;
            }
        }
    }

    private Map<String, String> dates() {
        Map<String, String> dates = new LinkedHashMap<>();
        for (Role role : DATES) {
            String column = roles.column(role);
            if (column == null) {
                continue;
            }
            List<String> cells = roles.cells(role);
            List<String> patterns = DateGuess.of(cells).patterns();
            if (patterns.size() > 1) {
                dates.put(column, String.join(DatePattern.OR, patterns));
                ask(
                        column,
                        "Its dates may be %s: which is right?"
                                .formatted(String.join(DatePattern.OR, patterns)),
                        patterns.toArray(String[]::new));
            } else if (patterns.size() == 1 && !patterns.getFirst().equals(DatePattern.ISO)) {
                dates.put(column, patterns.getFirst());
            } else if (patterns.isEmpty() && !cells.isEmpty()) {
                ask(column, "How are its dates written? No usual way fits.");
            }
        }
        return dates;
    }

    private PatientColumns patient() {
        return new PatientColumns(
                roles.column(Role.PATIENT_ID),
                roles.column(Role.BIRTH_DATE),
                roles.column(Role.BIRTH_YEAR),
                roles.column(Role.AGE),
                sex(),
                roles.column(Role.DEATH_DATE),
                roles.column(Role.RACE),
                roles.column(Role.ETHNICITY),
                roles.column(Role.LANGUAGE),
                roles.column(Role.SITE),
                roles.column(Role.FAMILY_NAME),
                roles.column(Role.GIVEN_NAME));
    }

    private @Nullable CellSource sex() {
        String column = roles.column(Role.SEX);
        if (column == null) {
            return null;
        }
        SexWords words = SexWords.of(roles.cells(Role.SEX));
        if (words.question() != null) {
            ask(column, words.question());
        }
        return CellSource.column(column, words.meanings());
    }

    private VisitColumns visit(List<EventColumns> events) {
        String start = roles.column(Role.VISIT_START);
        if (roles.has(Role.VISIT_ID)) {
            return visit(VisitColumns.By.COLUMN, start);
        }
        return events.isEmpty() && start == null
                ? VisitColumns.NONE
                : visit(VisitColumns.By.DAY, start);
    }

    private VisitColumns visit(VisitColumns.By by, @Nullable String start) {
        return new VisitColumns(
                by,
                roles.column(Role.VISIT_ID),
                start,
                roles.column(Role.VISIT_END),
                roles.source(Role.VISIT_CLASS),
                null);
    }

    private List<String> emptyWords() {
        Set<String> seen = new TreeSet<>();
        sample.cells()
                .forEach(row ->
                        row.stream().filter(TableSample.EMPTY_WORDS::contains).forEach(seen::add));
        return List.copyOf(seen);
    }

    private boolean decimalComma() {
        return count(WITH_COMMA) > count(WITH_POINT);
    }

    private long count(Pattern form) {
        return sample.cells().stream()
                .mapToLong(row -> row.stream().filter(cell -> form.matcher(cell).matches()).count())
                .sum();
    }
}
