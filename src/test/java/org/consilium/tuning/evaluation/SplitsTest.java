package org.consilium.tuning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.consilium.tuning.EncodedVisits;
import org.consilium.tuning.TestVisits;
import org.junit.jupiter.api.Test;

class SplitsTest {
    private final EncodedVisits visits = TestVisits.planted(100, 4);

    @Test
    void noPatientIsInTwoParts() {
        Split split = Splits.byPatient(visits, .1, .2, 42);

        assertThat(split.test().patientCount()).isEqualTo(20);
        assertThat(split.validation().patientCount()).isEqualTo(10);
        assertThat(split.train().patientCount()).isEqualTo(70);
        Set<Integer> together = new TreeSet<>(patients(split.train()));
        together.addAll(patients(split.validation()));
        together.addAll(patients(split.test()));
        assertThat(together).hasSize(100);
        assertThat(split.train().size() + split.validation().size() + split.test().size())
                .isEqualTo(visits.size());
    }

    @Test
    void seedDecides() {
        assertThat(patients(Splits.byPatient(visits, 0, .2, 42).test()))
                .isEqualTo(patients(Splits.byPatient(visits, 0, .2, 42).test()))
                .isNotEqualTo(patients(Splits.byPatient(visits, 0, .2, 43).test()));
    }

    @Test
    void twoPatientsAreEnoughToTrainAndTest() {
        EncodedVisits two = visits.subset(new int[] {0, 1, 2, 3});

        Split split = Splits.byPatient(two, .1, .2, 1);

        assertThat(split.train().patientCount()).isEqualTo(1);
        assertThat(split.test().patientCount()).isEqualTo(1);
    }

    @Test
    void refusesFractionsThatLeaveNothing() {
        assertThatThrownBy(() -> Splits.byPatient(visits, .5, .5, 1))
                .hasMessageContaining("leave something to train on");
    }

    @Test
    void earlierTrainsLaterTestsAndTheGapIsLeftOut() {
        // Days are 0 to 199: the last quarter starts at day 150, and 30 days before it are left
        // out.
        Split split = Splits.byTime(visits, .75, 30);

        assertThat(split.train().days()).hasSize(120);
        assertThat(Arrays.stream(split.train().days()).max()).hasValue(119);
        assertThat(Arrays.stream(split.test().days()).min()).hasValue(150);
        assertThat(split.test().size()).isEqualTo(50);
        assertThat(split.validation().size()).isZero();
    }

    @Test
    void smallerSubsetsAreWithinLargerOnes() {
        EncodedVisits ten = Splits.patients(visits, 10, 3);
        EncodedVisits thirty = Splits.patients(visits, 30, 3);

        assertThat(ten.patientCount()).isEqualTo(10);
        assertThat(ten.size()).isEqualTo(20);
        assertThat(patients(thirty)).hasSize(30).containsAll(patients(ten));
        assertThat(Splits.patients(visits, 500, 3).size()).isEqualTo(visits.size());
    }

    private static Set<Integer> patients(EncodedVisits of) {
        return Arrays.stream(of.patients()).boxed().collect(Collectors.toCollection(TreeSet::new));
    }
}
