package org.consilium.importing.fhir;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private static final Map<String, Forms> FORMS =
            Stream.of("onset", "abatement", "effective", "performed", "occurrence")
                    .collect(Collectors.toUnmodifiableMap(name -> name, Forms::of));

    /** The names of an element that is written as name[x]. */
    private record Forms(
            String dateTime,
            String instant,
            String period,
            String timing,
            String age,
            String range,
            String words) {
        static Forms of(String name) {
            return new Forms(
                    name + "DateTime",
                    name + "Instant",
                    name + "Period",
                    name + "Timing",
                    name + "Age",
                    name + "Range",
                    name + "String");
        }
    }

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
    @Nullable LocalDateTime time(Element node, String... path) throws ResourceException {
        Element at = node;
        for (String name : path) {
            at = at.path(name);
        }
        String text = at.text();
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
    Moment start(Element node, String name) throws ResourceException {
        Forms forms = forms(name);
        LocalDateTime begun = time(node, forms.dateTime);
        begun = begun == null ? time(node, forms.instant) : begun;
        begun = begun == null ? time(node, forms.period, "start") : begun;
        begun = begun == null ? firstOf(node.path(forms.timing)) : begun;
        if (begun != null) {
            return new Moment(begun, null);
        }
        Moment other = inOtherForm(node, forms, "low", "high");
        // of a period with an unknown beginning something is known still
        return other.isUnknown() ? new Moment(time(node, forms.period, "end"), null) : other;
    }

    /** When something ended, from the forms of an element that says its end. */
    Moment end(Element node, String name) throws ResourceException {
        Forms forms = forms(name);
        LocalDateTime ended = time(node, forms.dateTime);
        ended = ended == null ? time(node, forms.period, "end") : ended;
        ended = ended == null ? time(node, forms.period, "start") : ended;
        return ended == null ? inOtherForm(node, forms, "high", "low") : new Moment(ended, null);
    }

    private static Forms forms(String name) {
        Forms known = FORMS.get(name);
        return known == null ? Forms.of(name) : known;
    }

    private @Nullable LocalDateTime firstOf(Element timing) throws ResourceException {
        LocalDateTime event = time(timing.path("event").first());
        return event == null ? time(timing, "repeat", "boundsPeriod", "start") : event;
    }

    /** Ages, ranges of ages, words. */
    private Moment inOtherForm(Element node, Forms forms, String nearer, String farther)
            throws ResourceException {
        Element range = node.path(forms.range);
        Element age = node.path(forms.age);
        age = age.isObject() ? age : range.path(nearer);
        age = age.isObject() ? age : range.path(farther);
        if (age.path("value").number() != null) {
            return new Moment(null, age(range.isObject() ? forms.range : forms.age, age));
        }
        String words = node.text(forms.words);
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
    private static Period age(String field, Element age) throws ResourceException {
        Double value = age.path("value").number();
        String code = age.text("code");
        String unit = code == null ? age.text("unit") : code;
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
