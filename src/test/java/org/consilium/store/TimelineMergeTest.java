package org.consilium.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.store.SamplePeople.MARCH;
import static org.consilium.store.SamplePeople.allergy;
import static org.consilium.store.SamplePeople.condition;
import static org.consilium.store.SamplePeople.of;
import static org.consilium.store.SamplePeople.person;
import static org.consilium.store.SamplePeople.result;
import static org.consilium.store.SamplePeople.visit;
import static org.consilium.store.SamplePeople.visited;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Sex;
import org.consilium.clinical.Timeline;
import org.junit.jupiter.api.Test;

class TimelineMergeTest {
    private static final LocalDateTime MAY = LocalDateTime.of(2024, 5, 1, 12, 0);
    private static final Patient ANNA = person("1", Sex.FEMALE, LocalDate.of(1950, 2, 1));

    private static TimelineMerge update(Timeline stored, Timeline fresh) {
        return TimelineMerge.update(stored, fresh);
    }

    @Test
    void alikeEventsStayAsManyAsThereAre() {
        ClinicalEvent once = result(6.1, null, null);
        Timeline two = of(ANNA, once, once);
        TimelineMerge again = update(two, two);
        assertThat(again.changed()).isFalse();
        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(update(two, of(ANNA, once)).timeline()).isEqualTo(two);
        TimelineMerge third = update(two, of(ANNA, once, once, once));
        assertThat(third.timeline().events()).hasSize(3);
        assertThat(third.added()).isEqualTo(1);
    }

    @Test
    void anEndARangeOrANameIsBroughtUpToDate() {
        TimelineMerge ended =
                update(of(ANNA, condition(null, "195967001")), of(ANNA, condition(MAY, "Asthma")));
        assertThat(ended.updated()).isEqualTo(1);
        assertThat(ended.timeline().events()).containsExactly(condition(MAY, "Asthma"));
        assertThat(ended.timeline().events().getFirst().concept().display()).isEqualTo("Asthma");
        TimelineMerge ranged =
                update(of(ANNA, result(6.1, 4.0, null)), of(ANNA, result(6.1, null, 5.6)));
        assertThat(ranged.timeline().events()).containsExactly(result(6.1, 4.0, 5.6));
    }

    @Test
    void whatTheLaterRecordDoesNotSayStays() {
        TimelineMerge merge =
                update(of(ANNA, condition(MAY, "Asthma")), of(ANNA, condition(null, "195967001")));
        assertThat(merge.changed()).isFalse();
        assertThat(merge.unchanged()).isEqualTo(1);
        Timeline nothing = of(person("1", Sex.UNKNOWN, null));
        assertThat(update(of(ANNA, condition(null, "Asthma")), nothing).changed()).isFalse();
    }

    @Test
    void anotherReactionIsNewsOfTheSameAllergy() {
        Timeline hives = of(ANNA, allergy("Hives"));
        TimelineMerge worse = update(hives, of(ANNA, allergy("Anaphylaxis (severe)")));
        assertThat(worse.added()).isZero();
        assertThat(worse.updated()).isEqualTo(1);
        assertThat(worse.timeline().events()).containsExactly(allergy("Anaphylaxis (severe)"));
        assertThat(update(of(ANNA, allergy(null)), hives).timeline()).isEqualTo(hives);
        assertThat(update(hives, of(ANNA, allergy(null))).changed()).isFalse();
        TimelineMerge second = update(hives, of(ANNA, allergy("Cough"), allergy("Hives")));
        assertThat(second.timeline().events()).containsExactly(allergy("Hives"), allergy("Cough"));
        TimelineMerge replaced = TimelineMerge.replace(hives, of(ANNA, allergy(null)));
        assertThat(replaced.updated()).isEqualTo(1);
        assertThat(replaced.removed()).isZero();
    }

    @Test
    void anotherResultIsAnotherEvent() {
        TimelineMerge merge =
                update(of(ANNA, result(6.1, null, null)), of(ANNA, result(6.2, null, null)));
        assertThat(merge.added()).isEqualTo(1);
        assertThat(merge.timeline().events()).hasSize(2);
    }

    @Test
    void aPartOfAlikeEventsFindsItsOwn() {
        ClinicalEvent earlier = condition(MARCH.plusDays(1), "Asthma");
        ClinicalEvent later = condition(MAY, "Asthma");
        TimelineMerge merge = update(of(ANNA, earlier, later), of(ANNA, later));
        assertThat(merge.changed()).isFalse();
        List<ClinicalEvent> turned = new ArrayList<>(List.of(earlier, later));
        Collections.reverse(turned);
        assertThat(
                        update(of(ANNA, earlier, later), new Timeline(ANNA, List.of(), turned))
                                .changed())
                .isFalse();
    }

    @Test
    void aVisitIsKnownByItsId() {
        TimelineMerge merge =
                update(visited(ANNA, visit("v1", null)), visited(ANNA, visit("v1", MAY)));
        assertThat(merge.changed()).isTrue();
        assertThat(merge.timeline().encounters()).containsExactly(visit("v1", MAY));
        assertThat(update(merge.timeline(), visited(ANNA, visit("v2", null))).timeline())
                .extracting(Timeline::encounters)
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(2);
    }

    @Test
    void oneDifferenceIsACorrectionTwoAreAnotherPerson() {
        Patient corrected = person("1", Sex.FEMALE, LocalDate.of(1950, 1, 2));
        assertThat(PatientMerge.isAnotherPerson(ANNA, corrected)).isFalse();
        assertThat(update(of(ANNA), of(corrected)).timeline().patient()).isEqualTo(corrected);
        assertThat(PatientMerge.isAnotherPerson(ANNA, person("1", Sex.MALE, null))).isFalse();
        assertThat(
                        PatientMerge.isAnotherPerson(
                                ANNA, person("1", Sex.MALE, LocalDate.of(1987, 6, 5))))
                .isTrue();
    }

    @Test
    void replacingSaysWhatIsDifferent() {
        TimelineMerge merge =
                TimelineMerge.replace(
                        of(ANNA, condition(MAY, "Asthma"), result(6.1, null, null)),
                        of(ANNA, condition(null, "Asthma"), result(7.0, null, null)));
        assertThat(merge.added()).isEqualTo(1);
        assertThat(merge.updated()).isEqualTo(1);
        assertThat(merge.removed()).isEqualTo(1);
        assertThat(merge.timeline().events().getFirst().end()).isNull();
    }
}
