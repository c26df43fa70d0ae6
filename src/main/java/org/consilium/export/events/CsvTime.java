package org.consilium.export.events;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Times as 2019-04-30T06:01:43; by hand, because a formatter costs more than the rest of a row. */
final class CsvTime {
    private static final int LENGTH = 19;

    private CsvTime() {}

    static @Nullable String of(@Nullable LocalDateTime time) {
        if (time == null) {
            return null;
        }
        StringBuilder text = new StringBuilder(LENGTH);
        int year = time.getYear();
        if (year < 0 || year > 9999) {
            return time.toString(); // no source that is read has such a year
        }
        two(text, year / 100);
        two(text, year % 100);
        two(text.append('-'), time.getMonthValue());
        two(text.append('-'), time.getDayOfMonth());
        two(text.append('T'), time.getHour());
        two(text.append(':'), time.getMinute());
        two(text.append(':'), time.getSecond());
        return text.toString();
    }

    private static void two(StringBuilder text, int number) {
        text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
