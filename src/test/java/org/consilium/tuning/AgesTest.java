package org.consilium.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.consilium.clinical.Category;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Sex;
import org.consilium.clinical.Timeline;
import org.consilium.recommend.Vocabulary;
import org.junit.jupiter.api.Test;

class AgesTest {
    private static final LocalDate BIRTH = LocalDate.of(1960, 6, 15);

    @Test
    void aBirthdayIsTheFirstDayOfAnAge() {
        Ages older = Ages.of("65-");

        assertThat(older.contains(BIRTH, LocalDate.of(2025, 6, 14))).isFalse();
        assertThat(older.contains(BIRTH, LocalDate.of(2025, 6, 15))).isTrue();
        assertThat(Ages.of("0-64").contains(BIRTH, LocalDate.of(2025, 6, 14))).isTrue();
        assertThat(Ages.of("0-64").contains(BIRTH, LocalDate.of(2025, 6, 15))).isFalse();
        assertThat(older.contains(null, LocalDate.of(2025, 6, 15))).isFalse();
        assertThat(Ages.ALL.contains(null, LocalDate.of(2025, 6, 15))).isTrue();
    }

    @Test
    void whatIsNoRangeOfAgesIsRefused() {
        for (String text : List.of("", "old", "-5", "9-3", "5-5000")) {
            assertThatThrownBy(() -> Ages.of(text)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(Ages.of("5-5").words()).isEqualTo("5-5");
    }

    @Test
    void onlyVisitsOfTheWantedAgesAreLearnedFrom() {
        VisitCollector visits =
                new VisitCollector(VisitOptions.asRecorded(24, 1).of(Ages.of("18-64")));
        visits.add(new Timeline(patient(), List.of(at(10), at(20), at(70)), List.of(started(20))));

        EncodedVisits encoded = visits.encode(new Vocabulary<>(List.of()), visits.everyItem());

        assertThat(encoded.size()).isEqualTo(1);
        assertThat(encoded.targets()[0]).hasSize(1);
    }

    private static Patient patient() {
        return new Patient("1", null, null, Sex.UNKNOWN, BIRTH, null, null, null, null, null);
    }

    private static Encounter at(int age) {
        LocalDateTime start = BIRTH.plusYears(age).atTime(9, 0);
        return new Encounter("at " + age, "ambulatory", null, null, start, start.plusHours(1));
    }

    private static ClinicalEvent started(int age) {
        return new ClinicalEvent(
                EventKind.PROCEDURE,
                Category.NONE,
                new Concept(CodeSystem.SNOMED_CT, "1", "Counselling"),
                "at " + age,
                BIRTH.plusYears(age).atTime(9, 5),
                null,
                null,
                null);
    }
}
