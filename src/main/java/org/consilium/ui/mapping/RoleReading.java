package org.consilium.ui.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.consilium.importing.mapping.CellSource;
import org.consilium.importing.mapping.EventColumns;
import org.consilium.importing.mapping.PatientColumns;
import org.consilium.importing.mapping.TableMapping;
import org.consilium.importing.mapping.VisitColumns;
import org.jspecify.annotations.Nullable;

/** From a mapping, suggested or saved, to what each column is. Used once. */
final class RoleReading {
    private final Map<String, ColumnRole> roles = new LinkedHashMap<>();
    private final Map<String, String> details = new LinkedHashMap<>();
    private final TableMapping table;

    private RoleReading(TableMapping table) {
        this.table = table;
    }

    /** Sets every column of a sheet to what the table's mapping says of it. */
    static void into(TableMapping table, List<ColumnChoice> columns) {
        RoleReading reading = new RoleReading(table);
        reading.patient(table.patient());
        reading.visit(table.visit());
        reading.source(table.date(), ColumnRole.DATE);
        table.events().forEach(reading::event);
        for (ColumnChoice choice : columns) {
            String key = key(choice.column());
            choice.is(
                    reading.roles.getOrDefault(key, ColumnRole.UNUSED),
                    reading.details.getOrDefault(key, ""));
        }
    }

    private void patient(PatientColumns patient) {
        column(patient.id(), ColumnRole.PATIENT_ID);
        column(patient.birthDate(), ColumnRole.BIRTH_DATE);
        column(patient.birthYear(), ColumnRole.BIRTH_YEAR);
        column(patient.age(), ColumnRole.AGE);
        source(patient.sex(), ColumnRole.SEX);
        column(patient.deathDate(), ColumnRole.DEATH_DATE);
        column(patient.race(), ColumnRole.RACE);
        column(patient.ethnicity(), ColumnRole.ETHNICITY);
        column(patient.language(), ColumnRole.LANGUAGE);
        column(patient.site(), ColumnRole.SITE);
        column(patient.familyName(), ColumnRole.FAMILY_NAME);
        column(patient.givenName(), ColumnRole.GIVEN_NAME);
    }

    private void visit(VisitColumns visit) {
        column(visit.id(), ColumnRole.VISIT_ID);
        column(visit.start(), ColumnRole.VISIT_START);
        column(visit.end(), ColumnRole.VISIT_END);
        source(visit.encounterClass(), ColumnRole.VISIT_CLASS);
        source(visit.type(), ColumnRole.VISIT_TYPE);
    }

    private void event(EventColumns event) {
        String kind = event.kind() == null ? null : event.kind().fixed();
        if (event.present() != null) {
            boolean drug = "medication".equals(kind);
            column(event.present(), drug ? ColumnRole.MEDICATION_FLAG : ColumnRole.PROBLEM_FLAG);
            detail(event.present(), String.join(", ", event.presentWords()));
        } else if (isResult(event)) {
            column(event.value(), ColumnRole.RESULT);
            detail(event.value(), event.unit() == null ? null : event.unit().fixed());
        } else if (isEntry(event) || table.events().size() == 1) {
            entry(event);
        } else {
            named(event, kind);
        }
    }

    /** Whether a row is one entry by several columns, not one of several columns by itself. */
    static boolean isEntry(EventColumns event) {
        boolean byItself = event.present() != null || onlyNamed(event) || isResult(event);
        return !byItself;
    }

    private static boolean onlyNamed(EventColumns event) {
        boolean fixedKind = event.kind() != null && event.kind().column() == null;
        return fixedKind
                && event.start() == null
                && event.value() == null
                && (event.code() == null || event.display() == null);
    }

    private static boolean isResult(EventColumns event) {
        return event.value() != null && event.display() != null && event.display().column() == null;
    }

    private void named(EventColumns event, @Nullable String kind) {
        CellSource cell = event.code() == null ? event.display() : event.code();
        ColumnRole role =
                switch (kind) {
                    case "medication" -> ColumnRole.MEDICATION_NAME;
                    case "procedure" -> ColumnRole.PROCEDURE_NAME;
                    case null, default -> ColumnRole.PROBLEM_NAME;
                };
        source(cell, role);
        if (cell != null && event.code() != null && event.system() != null) {
            detail(cell.column(), event.system().fixed());
        }
    }

    private void entry(EventColumns event) {
        source(event.kind(), ColumnRole.KIND);
        column(event.start(), ColumnRole.START);
        column(event.end(), ColumnRole.END);
        source(event.system(), ColumnRole.SYSTEM);
        source(event.code(), ColumnRole.CODE);
        source(event.display(), ColumnRole.DISPLAY);
        column(event.value(), ColumnRole.VALUE);
        source(event.unit(), ColumnRole.UNIT);
        column(event.low(), ColumnRole.LOW);
        column(event.high(), ColumnRole.HIGH);
        if (event.code() != null && event.system() != null) {
            detail(event.code().column(), event.system().fixed());
        }
    }

    private void source(@Nullable CellSource source, ColumnRole role) {
        if (source != null && source.column() != null) {
            column(source.column(), role);
            if (!source.words().isEmpty()) {
                detail(source.column(), WordPairs.text(source.words()));
            }
        }
    }

    private void column(@Nullable String column, ColumnRole role) {
        if (column == null) {
            return;
        }
        // a column that is two things keeps the first: the step shows one a column
        boolean fresh = roles.putIfAbsent(key(column), role) == null;
        if (fresh && role.detail() == ColumnRole.Detail.DATE) {
            table.dates()
                    .forEach((dated, pattern) -> {
                        if (key(dated).equals(key(column))) {
                            detail(column, pattern);
                        }
                    });
        }
    }

    private void detail(@Nullable String column, @Nullable String detail) {
        if (column != null && detail != null) {
            details.putIfAbsent(key(column), detail);
        }
    }

    private static String key(String column) {
        return column.toLowerCase(Locale.ROOT);
    }
}
