package org.consilium.ui.patient;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.consilium.clinical.Category;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Value;
import org.consilium.clinical.Value.Quantity;
import org.consilium.meaning.Level;
import org.consilium.meaning.ReferenceLevels;
import org.consilium.ui.recommendation.Wording;
import org.jspecify.annotations.Nullable;

/**
 * One test: its latest value and how it got there.
 *
 * @param value as shown, without the unit
 * @param at collection of the latest value
 * @param low lower end of the record's own reference range
 * @param high upper end of the record's own reference range
 * @param level where the latest value stands; null where nobody says
 * @param normal what is normal by a published document; empty where the record has its own range
 * @param source that document; empty where the record's own range decides
 * @param course the last numbers, oldest first; empty where the values are words
 */
record Result(
        Concept concept,
        Category category,
        String value,
        String unit,
        LocalDateTime at,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Level level,
        String normal,
        String source,
        List<Point> course) {
    /** Of a sparkline: more points are a smear at its size. */
    static final int COURSE = 12;

    /** Changes the same way that are told together. */
    private static final int LONG = 3;

    private static final MathContext SHOWN = new MathContext(4);

    Result {
        course = List.copyOf(course);
    }

    /** One number of a course. */
    record Point(LocalDateTime at, double value) {}

    String name() {
        return Wording.name(concept);
    }

    /**
     * How it moved, without saying whether that is good: "up from 7.9", "down for 4 results"; empty
     * where there is nothing to compare with.
     */
    String trend() {
        int last = course.size() - 1;
        if (last < 1) {
            return "";
        }
        double before = course.get(last - 1).value();
        int way = Double.compare(course.get(last).value(), before);
        if (way == 0 || number(before).equals(value)) {
            return "unchanged";
        }
        int same = 1;
        while (same < last
                && Double.compare(
                                course.get(last - same).value(),
                                course.get(last - same - 1).value())
                        == way) {
            same++;
        }
        String words = way > 0 ? "up" : "down";
        return same >= LONG
                ? "%s %d times in a row".formatted(words, same)
                : "%s from %s".formatted(words, number(before));
    }

    /** The record's own range, else that of a document; empty where there is none. */
    String range() {
        if (low == null && high == null) {
            return normal;
        }
        if (low == null) {
            return "\u2264 " + number(high);
        }
        return high == null ? "\u2265 " + number(low) : number(low) + "\u2013" + number(high);
    }

    /** Vital signs, laboratory results and what is known of habits; the latest first. */
    static List<Result> of(Patient patient, List<ClinicalEvent> known, ReferenceLevels levels) {
        Map<Concept, List<ClinicalEvent>> tests = new LinkedHashMap<>();
        for (ClinicalEvent event : known) {
            if (event.kind() == EventKind.OBSERVATION
                    && event.value() != null
                    && order(event.category()) < Integer.MAX_VALUE) {
                tests.computeIfAbsent(event.concept(), absent -> new ArrayList<>()).add(event);
            }
        }
        List<Result> results = new ArrayList<>();
        tests.values().forEach(values -> results.add(latest(patient, values, levels)));
        results.sort(
                Comparator.comparing((Result result) -> result.at().toLocalDate())
                        .reversed()
                        .thenComparing(result -> order(result.category()))
                        .thenComparing(Result::name));
        return results;
    }

    /** Questionnaires and examinations have no place among the results; unsorted ones have. */
    private static int order(Category category) {
        return switch (category) {
            case LABORATORY -> 0;
            case VITAL_SIGNS -> 1;
            case NONE -> 2;
            case SOCIAL_HISTORY -> 3;
            case SURVEY, EXAM, PROCEDURE, IMAGING, THERAPY, ACTIVITY -> Integer.MAX_VALUE;
        };
    }

    private static Result latest(
            Patient patient, List<ClinicalEvent> values, ReferenceLevels levels) {
        ClinicalEvent last = values.getLast();
        String unit = last.value() instanceof Quantity quantity ? quantity.unit() : "";
        List<Point> course = new ArrayList<>();
        for (ClinicalEvent event : values) {
            // numbers in another unit are another scale
            if (event.value() instanceof Quantity quantity && quantity.unit().equals(unit)) {
                course.add(new Point(event.start(), quantity.amount()));
            }
        }
        ReferenceLevels.Reading reading = levels.read(patient, last);
        boolean numeric = last.value() instanceof Quantity;
        Quantity range = last.value() instanceof Quantity quantity ? quantity : null;
        return new Result(
                last.concept(),
                last.category(),
                words(last.value()),
                unit,
                last.start(),
                range == null ? null : range.low(),
                range == null ? null : range.high(),
                reading == null ? null : reading.level(),
                reading == null ? "" : reading.normal(),
                reading == null ? "" : reading.source(),
                numeric
                        ? course.subList(Math.max(0, course.size() - COURSE), course.size())
                        : List.of());
    }

    private static String words(@Nullable Value value) {
        return switch (value) {
            case null -> "";
            case Quantity quantity -> number(quantity.amount());
            case Value.Coded coded -> Wording.name(coded.concept());
            case Value.Text text -> Wording.plain(text.text());
        };
    }

    /** Four significant digits, as a person would write them. */
    static String number(@Nullable Double value) {
        if (value == null) {
            return "";
        }
        return new BigDecimal(value).round(SHOWN).stripTrailingZeros().toPlainString();
    }
}
