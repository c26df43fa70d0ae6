package org.consilium.meaning;

import java.time.LocalDate;
import java.time.Period;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Sex;
import org.jspecify.annotations.Nullable;

/**
 * What a document says of one kind of result and one group of people.
 *
 * @param sex null for everybody
 * @param from age reached; null from birth
 * @param until age not reached yet; null without end
 * @param conditions by level
 * @param source document and year
 */
record ReferenceRow(
        String unit,
        @Nullable Sex sex,
        @Nullable Period from,
        @Nullable Period until,
        Map<Level, Condition> conditions,
        String source) {
    /** Critical ones first: a critically low value is low too. */
    private static final List<Level> ORDER =
            List.of(Level.CRITICAL_LOW, Level.CRITICAL_HIGH, Level.LOW, Level.HIGH, Level.NORMAL);

    /**
     * @throws IllegalArgumentException when a cell is not of its form
     */
    static ReferenceRow of(CSVRecord row) {
        Map<Level, Condition> conditions = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            conditions.put(level, Condition.of(row.get(level.name().toLowerCase(Locale.ROOT))));
        }
        String sex = row.get("sex");
        return new ReferenceRow(
                row.get("unit"),
                sex.isEmpty() ? null : Sex.valueOf(sex.toUpperCase(Locale.ROOT)),
                age(row.get("age_from")),
                age(row.get("age_to")),
                conditions,
                "%s, %s".formatted(row.get("source"), row.get("date")));
    }

    private static @Nullable Period age(String words) {
        return words.isEmpty() ? null : Period.parse("P" + words.toUpperCase(Locale.ROOT));
    }

    /** Whether it speaks of that patient at that day; not when it asks for what is unknown. */
    boolean fits(Patient patient, LocalDate day) {
        if (sex != null && sex != patient.sex()) {
            return false;
        }
        LocalDate born = patient.birthDate();
        if (from == null && until == null) {
            return true;
        }
        return born != null
                && (from == null || !born.plus(from).isAfter(day))
                && (until == null || born.plus(until).isAfter(day));
    }

    /** Null where the document says nothing of such a value. */
    @Nullable Level level(double amount) {
        for (Level level : ORDER) {
            Condition condition = conditions.get(level);
            if (condition != null && condition.test(amount)) {
                return level;
            }
        }
        return null;
    }

    String normal() {
        Condition condition = conditions.get(Level.NORMAL);
        return condition == null ? "" : condition.words();
    }
}
