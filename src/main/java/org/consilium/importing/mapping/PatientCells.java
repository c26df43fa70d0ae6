package org.consilium.importing.mapping;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Sex;
import org.consilium.importing.csv.RowException;
import org.jspecify.annotations.Nullable;

/** The cells of a row that say who it is about. */
record PatientCells(PatientColumns columns, MappedCells cells) {
    private static final int OLDEST = 130;
    private static final int FIRST_YEAR = 1850;
    private static final int LAST_YEAR = 2200;

    /**
     * @param day of the row, for an age
     */
    Patient patient(@Nullable LocalDateTime day) throws RowException {
        String id = cells.text(columns.id());
        if (id == null) {
            throw new RowException(String.valueOf(columns.id()), "The cell is empty.");
        }
        return new Patient(
                id,
                cells.text(columns.familyName()),
                cells.text(columns.givenName()),
                sex(),
                birthDate(day),
                cells.day(columns.deathDate()),
                cells.text(columns.race()),
                cells.text(columns.ethnicity()),
                cells.text(columns.language()),
                cells.text(columns.site()));
    }

    private Sex sex() throws RowException {
        String word = cells.text(columns.sex());
        return switch (word == null ? "" : word.toLowerCase(Locale.ROOT)) {
            case "f", "female" -> Sex.FEMALE;
            case "m", "male" -> Sex.MALE;
            case "o", "other" -> Sex.OTHER;
            case "", "u", "unknown" -> Sex.UNKNOWN;
            default -> {
                CellSource source = columns.sex();
                String column = source == null ? null : source.column();
                throw new RowException(
                        column == null ? "" : column,
                        "The word is no sex, and the mapping does not say what it means.");
            }
        };
    }

    private @Nullable LocalDate birthDate(@Nullable LocalDateTime day) throws RowException {
        LocalDate date = cells.day(columns.birthDate());
        if (date != null) {
            return date;
        }
        Double year = whole(columns.birthYear(), FIRST_YEAR, LAST_YEAR, "The cell is not a year.");
        if (year != null) {
            return LocalDate.of(year.intValue(), 1, 1);
        }
        Double age = whole(columns.age(), 0, OLDEST, "The cell is not an age in years.");
        if (age == null || day == null) {
            return null;
        }
        int born = day.getYear() - (int) Math.floor(age);
        if (born < 1) {
            throw new RowException(
                    String.valueOf(columns.age()), "The date of the row is too early for the age.");
        }
        return LocalDate.of(born, 1, 1);
    }

    private @Nullable Double whole(@Nullable String column, int least, int most, String otherwise)
            throws RowException {
        if (column == null || cells.text(column) == null) {
            return null;
        }
        Double number = cells.number(column);
        if (number == null || number < least || number > most) {
            throw new RowException(column, otherwise);
        }
        return number;
    }
}
