package org.consilium.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.quality.Records.died;
import static org.consilium.quality.Records.event;
import static org.consilium.quality.Records.person;
import static org.consilium.quality.Records.record;
import static org.consilium.quality.Records.sound;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Timeline;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DatesTest {
    private static Timeline at(String start, @Nullable String end) {
        return record(
                person("odd"),
                event(
                        EventKind.CONDITION,
                        Records.ASTHMA,
                        LocalDateTime.parse(start),
                        end == null ? null : LocalDateTime.parse(end)));
    }

    private static void finds(Timeline odd, QualityCheck... checks) {
        QualityReport report = Records.report(sound("a"), odd, sound("b"));
        assertThat(report.in(QualitySection.DATES))
                .filteredOn(finding -> finding.found() > 0)
                .allMatch(finding -> finding.patients().ids().equals(List.of("odd")))
                .extracting(Finding::check)
                .containsExactlyInAnyOrder(checks);
    }

    @Test
    void nothingIsRecordedBeforeBirth() {
        finds(at("1980-05-05T23:59:00", null), QualityCheck.BEFORE_BIRTH);
        finds(at("1980-05-06T00:00:00", null));
    }

    @Test
    void nothingHappensLaterThanTheImportButForADayOfTimeZones() {
        finds(at("2026-11-25T13:00:00", null));
        finds(at("2026-11-26T00:00:00", null), QualityCheck.IN_THE_FUTURE);
    }

    @Test
    void nothingEndsBeforeItStarts() {
        finds(at("2020-01-02T10:00:00", "2020-01-02T09:59:59"), QualityCheck.END_BEFORE_START);
        finds(at("2020-01-02T10:00:00", "2020-01-02T10:00:00"));
    }

    @Test
    void firstDaysOfSystemsAreNoDates() {
        finds(
                at("1900-01-01T00:00:00", null),
                QualityCheck.PLACEHOLDER_DATE,
                QualityCheck.BEFORE_BIRTH);
        finds(
                record(person("odd", "A", "B", LocalDate.of(1950, 1, 1)), at1970(0)),
                QualityCheck.PLACEHOLDER_DATE);
        finds(record(person("odd", "A", "B", LocalDate.of(1950, 1, 1)), at1970(8)));
    }

    private static ClinicalEvent at1970(int hour) {
        return event(EventKind.CONDITION, Records.ASTHMA, LocalDate.EPOCH.atTime(hour, 0), null);
    }

    private static void findsOfPerson(Patient patient, QualityCheck... checks) {
        finds(new Timeline(patient, Arrays.asList(), Arrays.asList()), checks);
    }

    @Test
    void nobodyIsBornTooLateOrTooLongAgo() {
        findsOfPerson(
                person("odd", "A", "B", LocalDate.of(2027, 1, 1)),
                QualityCheck.BIRTH_IN_THE_FUTURE);
        findsOfPerson(
                person("odd", "A", "B", LocalDate.of(1900, 1, 1)),
                QualityCheck.PLACEHOLDER_BIRTH,
                QualityCheck.IMPLAUSIBLE_AGE);
        findsOfPerson(
                person("odd", "A", "B", LocalDate.of(1905, 11, 25)), QualityCheck.IMPLAUSIBLE_AGE);
        findsOfPerson(person("odd", "A", "B", LocalDate.of(1905, 11, 26)));
        findsOfPerson(died("odd", LocalDate.of(1890, 2, 2), LocalDate.of(1990, 1, 1)));
    }

    @Test
    void theDeadStayDead() {
        findsOfPerson(
                died("odd", LocalDate.of(1950, 2, 2), LocalDate.of(1940, 1, 1)),
                QualityCheck.DEATH_BEFORE_BIRTH);
        finds(record(died("odd", LocalDate.of(1950, 2, 2), Records.VISIT.toLocalDate())));
        QualityReport report =
                Records.report(
                        record(died("odd", LocalDate.of(1950, 2, 2), LocalDate.of(2020, 3, 3))));
        assertThat(report.finding(QualityCheck.AFTER_DEATH).found()).isEqualTo(1);
    }

    @Test
    void aRecordWithTwoFaultsLowersTheScoreOnce() {
        QualityReport report = Records.report(at("1900-01-01T00:00:00", "1890-01-01T00:00:00"));

        assertThat(report.score().parts())
                .filteredOn(part -> part.item() == ScoreItem.PLAUSIBLE_DATES)
                .containsExactly(new QualityScore.Part(ScoreItem.PLAUSIBLE_DATES, 1, 2));
    }
}
