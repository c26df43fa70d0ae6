package org.consilium.ui.patient;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.consilium.ui.common.PatientWords;

/**
 * The part of a history that is in sight, in days since 1970; never wider than the whole, never
 * narrower than a fortnight.
 */
record HistoryRange(double first, double last, double from, double to) {
    private static final double NARROWEST = 14;
    private static final int[] STEPS = {1, 3, 6, 12, 24, 60, 120, 240};
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MMM yyyy", Locale.UK);

    /** A line at the beginning of a month or year. */
    record Tick(double day, String words) {}

    static HistoryRange whole(History history) {
        double air = Math.max(NARROWEST / 2, (history.last() - history.first()) * .02);
        double first = history.first() - air;
        double last = history.last() + air;
        return new HistoryRange(first, last, first, last);
    }

    HistoryRange whole() {
        return new HistoryRange(first, last, first, last);
    }

    /**
     * @param factor above 1 is closer
     * @param around a day that stays where it is
     */
    HistoryRange zoomed(double factor, double around) {
        double width = Math.max(NARROWEST, Math.min(last - first, (to - from) / factor));
        double share = (around - from) / (to - from);
        return clamped(around - share * width, width);
    }

    /**
     * @param share of what is in sight; negative is earlier
     */
    HistoryRange moved(double share) {
        return clamped(from + share * (to - from), to - from);
    }

    /** Moved so that a day is in sight. */
    HistoryRange showing(double day) {
        return day >= from && day <= to ? this : clamped(day - (to - from) / 2, to - from);
    }

    private HistoryRange clamped(double begin, double width) {
        double start = Math.max(first, Math.min(last - width, begin));
        return new HistoryRange(first, last, start, start + width);
    }

    double x(double day, double width) {
        return (day - from) / (to - from) * width;
    }

    double day(double x, double width) {
        return from + x / width * (to - from);
    }

    /** "04-Mar-2014 to 11-Feb-2025". */
    String words() {
        return date(from) + " to " + date(to);
    }

    private static String date(double day) {
        return PatientWords.date(LocalDate.ofEpochDay((long) day));
    }

    /**
     * @param most how many find room
     */
    List<Tick> ticks(int most) {
        double months = (to - from) / 30.44;
        int step = STEPS[STEPS.length - 1];
        for (int i = STEPS.length - 1; i >= 0; i--) {
            if (months / STEPS[i] <= most) {
                step = STEPS[i];
            }
        }
        List<Tick> ticks = new ArrayList<>();
        LocalDate day = LocalDate.ofEpochDay((long) from).withDayOfYear(1);
        if (step >= 12) {
            day = day.withYear(day.getYear() / (step / 12) * (step / 12));
        }
        for (; day.toEpochDay() <= to; day = day.plusMonths(step)) {
            if (day.toEpochDay() >= from) {
                String words =
                        step >= 12
                                ? Integer.toString(day.getYear())
                                : MONTH.format(day).replace("Sept", "Sep");
                ticks.add(new Tick(day.toEpochDay(), words));
            }
        }
        return ticks;
    }
}
