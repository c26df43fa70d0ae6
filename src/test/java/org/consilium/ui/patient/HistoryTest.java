package org.consilium.ui.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.consilium.clinical.Category;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Timeline;
import org.consilium.ui.SamplePatient;
import org.consilium.ui.patient.History.Kind;
import org.consilium.ui.patient.History.Lane;
import org.consilium.ui.patient.History.Mark;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final LocalDateTime START = LocalDateTime.of(2020, 1, 1, 9, 0);

    private static Lane lane(History history, Kind kind) {
        return history.lanes().stream()
                .filter(lane -> lane.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static ClinicalEvent condition(String code, int day, @Nullable Integer end) {
        return new ClinicalEvent(
                EventKind.CONDITION,
                Category.NONE,
                SamplePatient.snomed(code, code),
                null,
                START.plusDays(day),
                end == null ? null : START.plusDays(end),
                null,
                null);
    }

    private static History of(List<ClinicalEvent> events) {
        return History.of(new Timeline(SamplePatient.patient(), List.of(), events));
    }

    @Test
    void theLanesHoldVisitsProblemsMedicationAndWhatWasDone() {
        History history = History.of(SamplePatient.timeline());

        assertThat(lane(history, Kind.VISITS).marks()).hasSize(13);
        assertThat(lane(history, Kind.PROBLEMS).marks())
                .extracting(Mark::words)
                .contains("Essential hypertension, since 09-Mar-2014");
        assertThat(lane(history, Kind.MEDICATION).marks()).hasSize(3);
        assertThat(lane(history, Kind.DONE).marks()).hasSize(6);
    }

    @Test
    void whatIsActiveAtTheSameTimeStandsInDifferentRows() {
        Lane lane =
                lane(
                        of(
                                List.of(
                                        condition("a", 0, 100),
                                        condition("b", 50, 150),
                                        condition("c", 120, 130))),
                        Kind.PROBLEMS);

        assertThat(lane.rows()).isEqualTo(2);
        for (Mark one : lane.marks()) {
            for (Mark other : lane.marks()) {
                if (!one.equals(other) && one.row() == other.row()) {
                    assertThat(one.start() < other.end() && other.start() < one.end()).isFalse();
                }
            }
        }
    }

    @Test
    void whatFindsNoRowIsCounted() {
        List<ClinicalEvent> events = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            events.add(condition("p" + i, i, null));
        }
        Lane lane = lane(of(events), Kind.PROBLEMS);

        assertThat(lane.marks()).hasSize(lane.rows());
        assertThat(lane.hidden()).isEqualTo(8 - lane.rows()).isPositive();
    }

    @Test
    void oneAfterTheOtherIsOneSpan() {
        Lane lane =
                lane(of(List.of(condition("a", 0, 30), condition("a", 30, null))), Kind.PROBLEMS);

        assertThat(lane.marks()).hasSize(1);
        assertThat(lane.marks().getFirst().words()).isEqualTo("a, since 01-Jan-2020");
    }

    @Test
    void anEmptyRecordHasNoLanes() {
        assertThat(of(List.of()).lanes()).isEmpty();
    }

    @Test
    void zoomKeepsTheDayUnderThePointerWhereItIs() {
        HistoryRange range = HistoryRange.whole(History.of(SamplePatient.timeline()));
        double day = LocalDate.of(2020, 6, 1).toEpochDay();

        HistoryRange closer = range.zoomed(2, day);

        assertThat(closer.x(day, 1000)).isCloseTo(range.x(day, 1000), within(.01));
        assertThat(closer.to() - closer.from())
                .isCloseTo((range.to() - range.from()) / 2, within(.01));
    }

    @Test
    void nothingBeyondTheRecordComesIntoSight() {
        HistoryRange range = HistoryRange.whole(History.of(SamplePatient.timeline()));

        HistoryRange end = range.zoomed(4, range.to()).moved(5);
        assertThat(end.to()).isEqualTo(range.to());
        assertThat(range.zoomed(.1, range.from())).isEqualTo(range);
        assertThat(end.showing(range.first() + 20).from()).isLessThan(range.first() + 20);
        HistoryRange closest = range.zoomed(1e9, range.from());
        assertThat(closest.to() - closest.from()).isEqualTo(14);
    }

    @Test
    void ticksAreYearsWhereMuchIsInSightAndMonthsWhereLittleIs() {
        HistoryRange range = HistoryRange.whole(History.of(SamplePatient.timeline()));

        assertThat(range.ticks(16)).extracting(HistoryRange.Tick::words).contains("2015", "2024");
        HistoryRange months = range.zoomed(24, LocalDate.of(2019, 9, 20).toEpochDay());
        assertThat(months.ticks(16)).extracting(HistoryRange.Tick::words).contains("Sep 2019");
        assertThat(months.ticks(16)).hasSizeLessThanOrEqualTo(17);
    }
}
