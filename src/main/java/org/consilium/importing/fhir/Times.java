package org.consilium.importing.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import org.consilium.importing.WallClock;
import org.jspecify.annotations.Nullable;

/**
 * Elements that say when: dateTime, date, instant, Period, Timing, Age, Range of ages, or words.
 *
 * @param reading how times are read
 */
record Times(Reading reading) {
    private static final int LONGEST_LIFE = 150;
    private static final double DAYS_A_MONTH = 365.25 / 12;

    /** How times are read. */
    enum Reading {
        /** The wall clock as written. */
        WALL_CLOCK,
        /** The wall clock in UTC. */
        UTC,
        /** The day as written. */
        DAY
    }

    /**
     * A time, or an age to be counted from birth; nothing where neither is known.
     *
     * @param time as written
     * @param age of the patient
     */
    record Moment(@Nullable LocalDateTime time, @Nullable Period age) {
        static final Moment UNKNOWN = new Moment(null, null);

        boolean isUnknown() {
            return time == null && age == null;
        }
    }

    /** The time at an element; null when there is none. */
    @Nullable LocalDateTime time(JsonNode node, String... path) throws ResourceException {
        String text = Json.text(node, path);
        if (text == null) {
            return null;
        }
        try {
            return switch (reading) {
                case WALL_CLOCK -> WallClock.parse(text);
                case UTC -> WallClock.inUtc(text);
                case DAY -> WallClock.parse(text).truncatedTo(ChronoUnit.DAYS);
            };
        } catch (DateTimeException e) {
            throw new ResourceException(String.join(".", path), "It is not a date or time.");
        }
    }

    /** When something began, from the forms of an element that is written as name[x]. */
    Moment start(JsonNode node, String name) throws ResourceException {
        LocalDateTime begun = time(node, name + "DateTime");
        begun = begun == null ? time(node, name + "Instant") : begun;
        begun = begun == null ? time(node, name + "Period", "start") : begun;
        begun = begun == null ? firstOf(node.path(name + "Timing")) : begun;
        if (begun != null) {
            return new Moment(begun, null);
        }
        Moment other = inOtherForm(node, name, "low", "high");
        // of a period with an unknown beginning something is known still
        return other.isUnknown() ? new Moment(time(node, name + "Period", "end"), null) : other;
    }

    /** When something ended, from the forms of an element that says its end. */
    Moment end(JsonNode node, String name) throws ResourceException {
        LocalDateTime ended = time(node, name + "DateTime");
        ended = ended == null ? time(node, name + "Period", "end") : ended;
        ended = ended == null ? time(node, name + "Period", "start") : ended;
        return ended == null ? inOtherForm(node, name, "high", "low") : new Moment(ended, null);
    }

    private @Nullable LocalDateTime firstOf(JsonNode timing) throws ResourceException {
        LocalDateTime event = time(timing.path("event").path(0));
        return event == null ? time(timing, "repeat", "boundsPeriod", "start") : event;
    }

    /** Ages, ranges of ages, words. */
    private Moment inOtherForm(JsonNode node, String name, String nearer, String farther)
            throws ResourceException {
        JsonNode range = node.path(name + "Range");
        JsonNode age = node.path(name + "Age");
        age = age.isObject() ? age : range.path(nearer);
        age = age.isObject() ? age : range.path(farther);
        if (Json.number(age, "value") != null) {
            return new Moment(null, age(name + (range.isObject() ? "Range" : "Age"), age));
        }
        String words = Json.text(node, name + "String");
        if (words == null) {
            return Moment.UNKNOWN;
        }
        try {
            return new Moment(WallClock.parse(words), null);
        } catch (DateTimeException e) {
            return Moment.UNKNOWN; // words like "in childhood" are no fault of the record
        }
    }

    /** UCUM: a, mo, wk, d, h, min. */
    private static Period age(String field, JsonNode age) throws ResourceException {
        Double value = Json.number(age, "value");
        String code = Json.text(age, "code");
        String unit = code == null ? Json.text(age, "unit") : code;
        if (value == null || unit == null || value < 0) {
            throw new ResourceException(field, "It is not an age.");
        }
        double months =
                switch (unit) {
                    case "a", "year", "years" -> value * 12;
                    case "mo", "month", "months" -> value;
                    case "wk", "week", "weeks" -> value * 7 / DAYS_A_MONTH;
                    case "d", "day", "days" -> value / DAYS_A_MONTH;
                    case "h", "hour", "hours", "min", "minute", "minutes" -> 0;
                    default -> -1;
                };
        if (months < 0 || months > LONGEST_LIFE * 12) {
            throw new ResourceException(field, "It is not an age.");
        }
        return Period.ofMonths((int) months).plusDays(Math.round(months % 1 * DAYS_A_MONTH));
    }
}
