package org.consilium.importing.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consilium.importing.WallClock;
import org.jspecify.annotations.Nullable;

/**
 * How a column's dates are written: "iso" (the forms of {@link WallClock}), or a pattern of {@link
 * DateTimeFormatter} with the letters d, M, y, H, m, s, such as dd/MM/yyyy or dd-MMM-yyyy. Days and
 * months between separators may have one digit or two, names of months are English, a year of two
 * digits is of the last hundred years, and a time of day (8:05, 08:05:30) may follow a pattern that
 * has none. Wall clock at the place of care. Thread-safe.
 */
public final class DatePattern {
    public static final String ISO = "iso";

    /** Between patterns of which a person has to choose one. */
    static final String OR = " or ";

    private static final Pattern LETTERS = Pattern.compile("[dMyHms/.,: T-]+");
    private static final Pattern YEAR = Pattern.compile("y+");

    private final @Nullable DateTimeFormatter formatter;

    private DatePattern(@Nullable DateTimeFormatter formatter) {
        this.formatter = formatter;
    }

    /**
     * @throws IllegalArgumentException when it is no pattern; the message is a sentence
     */
    public static DatePattern of(String pattern) {
        String problem = problem(pattern);
        if (problem != null) {
            throw new IllegalArgumentException(problem);
        }
        return new DatePattern(pattern.equalsIgnoreCase(ISO) ? null : formatter(pattern));
    }

    /** What is wrong with it, as a sentence; null when nothing is. */
    static @Nullable String problem(String pattern) {
        if (pattern.equalsIgnoreCase(ISO)) {
            return null;
        }
        if (pattern.contains(OR)) {
            return "they may be %s: keep the one that is right.".formatted(pattern);
        }
        boolean whole = pattern.contains("d") && pattern.contains("M") && pattern.contains("y");
        if (!whole || !LETTERS.matcher(pattern).matches()) {
            return "a pattern has d, M and y, perhaps H, m and s, and separators (dd/MM/yyyy).";
        }
        try {
            formatter(pattern);
            return null;
        } catch (IllegalArgumentException e) {
            return "this is no pattern of a date (one is dd/MM/yyyy).";
        }
    }

    private static DateTimeFormatter formatter(String pattern) {
        boolean separated = !pattern.replaceAll("[/., -]", "").equals(pattern);
        String shape = pattern.replace("T", "'T'");
        if (separated) {
            shape = shape.replaceAll("(?<!d)dd(?!d)", "d").replaceAll("(?<!M)MM(?!M)", "M");
            shape = shape.replace("HH", "H");
        }
        Matcher year = YEAR.matcher(shape);
        if (!year.find()) {
            throw new IllegalArgumentException("no year");
        }
        DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
        String before = shape.substring(0, year.start());
        if (!before.isEmpty()) {
            builder.appendPattern(before);
        }
        if (year.end() - year.start() == 2) {
            int first = Year.now(ZoneOffset.UTC).getValue() - 99;
            builder.appendValueReduced(ChronoField.YEAR, 2, 2, first);
        } else {
            builder.appendValue(ChronoField.YEAR, 4);
        }
        String after = shape.substring(year.end());
        if (!after.isEmpty()) {
            builder.appendPattern(after);
        }
        if (!pattern.contains("H")) {
            builder.appendPattern("[' '][','][' ']['T'][H:mm[:ss]]");
        }
        return builder.toFormatter(Locale.ENGLISH)
                .withChronology(IsoChronology.INSTANCE)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /**
     * @throws DateTimeException when it is not written so; the message does not repeat the text
     */
    public LocalDateTime parse(String text) {
        if (formatter == null) {
            return WallClock.parse(text);
        }
        TemporalAccessor found;
        try {
            found = formatter.parse(text);
        } catch (DateTimeException e) {
            throw new DateTimeException("not a date of that pattern");
        }
        LocalDate day = found.query(TemporalQueries.localDate());
        LocalTime time = found.query(TemporalQueries.localTime());
        if (day == null || day.getYear() < 1) {
            throw new DateTimeException("not a whole date");
        }
        return day.atTime(time == null ? LocalTime.MIDNIGHT : time);
    }
}
