package org.consilium.ui.patient;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Timeline;
import org.consilium.ui.common.PatientWords;
import org.consilium.ui.recommendation.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A whole record as lanes over time: visits, problems, medication, what was done. Times are days
 * since 1970.
 *
 * @param first day of the earliest mark
 * @param last day after the latest; what is still active reaches to it
 */
record History(double first, double last, List<Lane> lanes) {
    static final History EMPTY = new History(0, 1, List.of());

    private static final double SECONDS = 86_400;

    History {
        lanes = List.copyOf(lanes);
    }

    /** What a lane is about; the colours follow from it. */
    enum Kind {
        VISITS("Visits", 1),
        PROBLEMS("Problems", 3),
        MEDICATION("Medication", 3),
        DONE("Done", 1);

        private final String words;
        private final int rows;

        Kind(String words, int rows) {
            this.words = words;
            this.rows = rows;
        }

        String words() {
            return words;
        }
    }

    /**
     * @param rows how many rows the marks take
     * @param hidden marks that found no row
     */
    record Lane(Kind kind, int rows, int hidden, List<Mark> marks) {
        Lane {
            marks = List.copyOf(marks);
        }
    }

    /**
     * @param end equal to the start where it has no duration
     * @param ongoing whether it had no end
     * @param visit only in the lane of visits
     */
    record Mark(
            String name,
            double start,
            double end,
            boolean ongoing,
            int row,
            @Nullable Encounter visit) {
        /** "Essential hypertension, since 04-Mar-2014". */
        String words() {
            String from = PatientWords.date(LocalDate.ofEpochDay((long) start));
            if (ongoing) {
                return name + ", since " + from;
            }
            return end - start < 1
                    ? name + ", " + from
                    : "%s, %s to %s"
                            .formatted(
                                    name,
                                    from,
                                    PatientWords.date(LocalDate.ofEpochDay((long) end)));
        }

        Mark inRow(int where) {
            return new Mark(name, start, end, ongoing, where, visit);
        }
    }

    static double day(LocalDateTime time) {
        return time.toEpochSecond(ZoneOffset.UTC) / SECONDS;
    }

    static History of(Timeline timeline) {
        List<Mark> visits = new ArrayList<>();
        double first = Double.MAX_VALUE;
        double last = -Double.MAX_VALUE;
        for (Encounter visit : timeline.encounters()) {
            double at = day(visit.start());
            first = Math.min(first, at);
            last = Math.max(last, at);
            String name =
                    visit.type() == null ? visit.encounterClass() : Wording.name(visit.type());
            visits.add(new Mark(name, at, at, false, 0, visit));
        }
        for (ClinicalEvent event : timeline.events()) {
            first = Math.min(first, day(event.start()));
            last = Math.max(last, day(event.start()));
        }
        if (first > last) {
            return EMPTY;
        }
        List<ClinicalEvent> events = timeline.events();
        double end = last + 1;
        return new History(
                first,
                end,
                List.of(
                        packed(Kind.VISITS, visits),
                        packed(Kind.PROBLEMS, spans(events, EventKind.CONDITION, end)),
                        packed(Kind.MEDICATION, spans(events, EventKind.MEDICATION, end)),
                        packed(Kind.DONE, done(events))));
    }

    private static List<Mark> done(List<ClinicalEvent> events) {
        List<Mark> done = new ArrayList<>();
        for (ClinicalEvent event : events) {
            if (event.kind() == EventKind.PROCEDURE || event.kind() == EventKind.IMMUNIZATION) {
                double at = day(event.start());
                done.add(new Mark(Wording.name(event.concept()), at, at, false, 0, null));
            }
        }
        return done;
    }

    /** One span a concept for what follows on without a gap. */
    private static List<Mark> spans(List<ClinicalEvent> events, EventKind kind, double last) {
        Map<Concept, List<Mark>> spans = new LinkedHashMap<>();
        for (ClinicalEvent event : events) {
            if (event.kind() == kind && !Chart.isCircumstance(event.concept())) {
                double start = day(event.start());
                LocalDateTime stop = event.end();
                double end = stop == null ? last : Math.max(start, day(stop));
                List<Mark> known =
                        spans.computeIfAbsent(event.concept(), absent -> new ArrayList<>());
                Mark before = known.isEmpty() ? null : known.getLast();
                if (before != null && start <= before.end() + 1) {
                    known.set(
                            known.size() - 1,
                            new Mark(
                                    before.name(),
                                    before.start(),
                                    Math.max(before.end(), end),
                                    before.ongoing() || stop == null,
                                    0,
                                    null));
                } else {
                    known.add(
                            new Mark(
                                    Wording.name(event.concept()),
                                    start,
                                    end,
                                    stop == null,
                                    0,
                                    null));
                }
            }
        }
        return spans.values().stream().flatMap(List::stream).toList();
    }

    /** The longest first, each in the first row where nothing stands yet. */
    private static Lane packed(Kind kind, List<Mark> marks) {
        if (kind.rows == 1) {
            return new Lane(kind, 1, 0, marks);
        }
        List<List<Mark>> rows = new ArrayList<>();
        int hidden = 0;
        List<Mark> longest = new ArrayList<>(marks);
        longest.sort(
                Comparator.comparing(Mark::ongoing)
                        .thenComparing(mark -> mark.end() - mark.start())
                        .reversed());
        for (Mark mark : longest) {
            int row = 0;
            while (row < rows.size() && !isFree(rows.get(row), mark)) {
                row++;
            }
            if (row == kind.rows) {
                hidden++;
            } else {
                if (row == rows.size()) {
                    rows.add(new ArrayList<>());
                }
                rows.get(row).add(mark.inRow(row));
            }
        }
        return new Lane(
                kind,
                Math.max(1, rows.size()),
                hidden,
                rows.stream().flatMap(List::stream).toList());
    }

    private static boolean isFree(List<Mark> row, Mark mark) {
        return row.stream()
                .noneMatch(other -> mark.start() < other.end() && other.start() < mark.end());
    }
}
