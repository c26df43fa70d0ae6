package org.consilium.importing;

import java.time.DateTimeException;
import java.time.LocalDateTime;

/**
 * Dates and times as the sources write them (ISO 8601, HL7 FHIR R4 date and dateTime), read as the
 * wall clock at the place of care: the zone is dropped, not converted; what is missing of a partial
 * date is its first month, day and hour; fractions of a second are cut. A leap second (:60, which
 * FHIR R4 allows in its dateTime) is the second before it; there is no year 0000, no hour 24 and no
 * zone beyond 14:00 (FHIR R4, the patterns of date and dateTime). By hand, because a formatter
 * costs more than the rest of a row.
 */
public final class WallClock {
    private static final int LEAP_SECOND = 60;
    private static final int LONGEST_ZONE = 14 * 60;

    private WallClock() {}

    /**
     * Reads 2019, 2019-04, 2019-04-30, 2019-04-30T06:01, 2019-04-30T06:01:43.5+02:00 (or with a
     * blank for the T).
     *
     * @throws DateTimeException when it is none of these; the message does not repeat the text
     */
    public static LocalDateTime parse(String text) {
        String date = text.strip();
        int length = date.length();
        int year = digits(date, 0, 4);
        expect(year > 0);
        int month = length > 4 ? after(date, 4, '-', 2) : 1;
        int day = length > 7 ? after(date, 7, '-', 2) : 1;
        if (length <= 10) {
            expect(length == 4 || length == 7 || length == 10);
            return LocalDateTime.of(year, month, day, 0, 0);
        }
        expect(date.charAt(10) == 'T' || date.charAt(10) == ' ');
        int hour = digits(date, 11, 2);
        int minute = after(date, 13, ':', 2);
        boolean hasSecond = length > 16 && date.charAt(16) == ':';
        int second = hasSecond ? digits(date, 17, 2) : 0;
        zone(date, fraction(date, hasSecond ? 19 : 16));
        return LocalDateTime.of(
                year, month, day, hour, minute, second == LEAP_SECOND ? second - 1 : second);
    }

    /**
     * Reads the same forms as the wall clock in UTC; where there is no zone, as it stands.
     *
     * @throws DateTimeException when it is none of these; the message does not repeat the text
     */
    public static LocalDateTime inUtc(String text) {
        String date = text.strip();
        LocalDateTime local = parse(date);
        int sign = date.length() - 6;
        if (sign <= 10 || date.charAt(sign) != '+' && date.charAt(sign) != '-') {
            return local;
        }
        long minutes = digits(date, sign + 1, 2) * 60L + digits(date, sign + 4, 2);
        return date.charAt(sign) == '+' ? local.minusMinutes(minutes) : local.plusMinutes(minutes);
    }

    private static int fraction(String text, int from) {
        if (from >= text.length() || text.charAt(from) != '.') {
            return from;
        }
        int at = from + 1;
        while (at < text.length() && isDigit(text.charAt(at))) {
            at++;
        }
        expect(at > from + 1);
        return at;
    }

    private static void zone(String text, int from) {
        if (from == text.length()) {
            return;
        }
        char sign = text.charAt(from);
        if (sign == 'Z') {
            expect(text.length() == from + 1);
        } else {
            expect(sign == '+' || sign == '-');
            int hours = digits(text, from + 1, 2);
            int minutes = after(text, from + 3, ':', 2);
            expect(minutes < 60 && hours * 60 + minutes <= LONGEST_ZONE);
            expect(text.length() == from + 6);
        }
    }

    private static int after(String text, int at, char separator, int count) {
        expect(at < text.length() && text.charAt(at) == separator);
        return digits(text, at + 1, count);
    }

    private static int digits(String text, int from, int count) {
        expect(from + count <= text.length());
        int number = 0;
        for (int at = from; at < from + count; at++) {
            expect(isDigit(text.charAt(at)));
            number = number * 10 + text.charAt(at) - '0';
        }
        return number;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static void expect(boolean held) {
        if (!held) {
            throw new DateTimeException("not a date of the form YYYY-MM-DD or YYYY-MM-DDThh:mm:ss");
        }
    }
}
