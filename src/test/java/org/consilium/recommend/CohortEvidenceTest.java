package org.consilium.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.consilium.clinical.Category;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.ItemKind;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Sex;
import org.consilium.clinical.Timeline;
import org.consilium.recommend.CohortEvidence.Received;
import org.consilium.recommend.CohortEvidence.Told;
import org.junit.jupiter.api.Test;

class CohortEvidenceTest {
    private static final LocalDateTime VISIT = LocalDateTime.of(2025, 1, 10, 9, 0);
    private static final Item DRUG =
            new Item(ItemKind.MEDICATION, new Concept(CodeSystem.RXNORM, "1", "drug"));
    private static final Item OTHER =
            new Item(ItemKind.MEDICATION, new Concept(CodeSystem.RXNORM, "2", "other drug"));

    private static Timeline timeline(int number, int days) {
        Patient patient =
                new Patient(
                        "p" + number,
                        null,
                        null,
                        Sex.FEMALE,
                        LocalDate.of(1950, 1, 1),
                        null,
                        null,
                        null,
                        null,
                        null);
        ClinicalEvent start =
                new ClinicalEvent(
                        EventKind.MEDICATION,
                        Category.NONE,
                        DRUG.concept(),
                        null,
                        VISIT.plusDays(days),
                        null,
                        null,
                        null);
        return new Timeline(patient, List.of(), days < 0 ? List.of() : List.of(start));
    }

    private static void add(SimilarPatients similar, int number, int days, int... known) {
        Visit visit = new Visit("p" + number, VISIT, List.of(), Set.of(), Set.of());
        similar.add(timeline(number, days), List.of(visit), List.of(known));
    }

    @Test
    void whoSharesLessThanHalfOfWhatMatteredIsNotSimilar() {
        SimilarPatients similar = new SimilarPatients(Map.of(0, 3.0, 1, 2.0, 2, 1.0));
        for (int number = 0; number < 20; number++) {
            add(similar, number, 5, number < 12 ? 0 : 1);
        }
        assertThat(similar.size()).isEqualTo(12);
        assertThat(similar.of(DRUG)).isEqualTo(new Received(DRUG, Told.EXACT, 12, 5));
    }

    @Test
    void countsUnderTenAreNeverShownNorToldBySubtraction() {
        for (int got = 0; got <= 40; got++) {
            SimilarPatients similar = new SimilarPatients(Map.of(0, 1.0));
            for (int number = 0; number < 40; number++) {
                add(similar, number, number < got ? 3 : -1, 0);
            }
            Received told = Objects.requireNonNull(similar.of(DRUG));
            Told expected =
                    got < 10 ? Told.FEW : got > 30 && got < 40 ? Told.NEARLY_ALL : Told.EXACT;
            assertThat(told.told()).isEqualTo(expected);
            assertThat(told.count()).isEqualTo(expected == Told.EXACT ? got : 0);
            assertThat(similar.most(5, List.of(DRUG, OTHER))).hasSize(got < 10 ? 0 : 1);
        }
    }

    @Test
    void tooFewSimilarPatientsAreNotShownAtAll() {
        SimilarPatients similar = new SimilarPatients(Map.of(0, 1.0));
        for (int number = 0; number < 9; number++) {
            add(similar, number, 3, 0);
        }
        assertThat(similar.size()).isZero();
        assertThat(similar.of(DRUG)).isNull();
        assertThat(similar.most(5, List.of(DRUG))).isEmpty();
    }

    @Test
    void onlyTheNearestHundredCount() {
        SimilarPatients similar = new SimilarPatients(Map.of(0, 2.0, 1, 1.0));
        for (int number = 0; number < 60; number++) {
            add(similar, number, -1, 0);
        }
        for (int number = 60; number < 160; number++) {
            add(similar, number, 3, 0, 1);
        }
        assertThat(similar.size()).isEqualTo(CohortEvidence.NEAREST);
        assertThat(similar.of(DRUG)).isEqualTo(new Received(DRUG, Told.EXACT, 100, 3));
    }

    @Test
    void equationsAreSolved() {
        double[] solved = PositiveSystem.solve(new double[] {4, 1, 1, 3}, new double[] {1, 2});
        assertThat(solved[0]).isCloseTo(1 / 11.0, within(1e-12));
        assertThat(solved[1]).isCloseTo(7 / 11.0, within(1e-12));
    }

    private static EvidenceModel model() {
        Concept ill = new Concept(CodeSystem.SNOMED_CT, "9", "ill");
        return new EvidenceModel(
                "m",
                new Vocabulary<>(List.of(new Fact(ill, Role.CONDITION_ACTIVE))),
                new Vocabulary<>(List.of(DRUG, OTHER)),
                new float[] {0, 0},
                new float[2],
                new float[2],
                Calibration.IDENTITY);
    }

    private static double spread(int patients) {
        Resampling resampling = new Resampling(model(), new int[] {0}, new int[] {0, 1});
        for (int number = 0; number < patients; number++) {
            Visit visit =
                    new Visit(
                            "p" + number,
                            VISIT,
                            List.of(),
                            Set.of(),
                            number % 2 == 0 ? Set.of(DRUG) : Set.of());
            resampling.add("p" + number, List.of(visit), Collections.singletonList(new int[] {0}));
        }
        double[][] shifts = resampling.shifts();
        double square = 0;
        double sum = 0;
        for (double[] shift : shifts) {
            square += shift[0] * shift[0] / shifts.length;
            sum += shift[0];
        }
        assertThat(sum).isCloseTo(0, within(1e-9));
        return Math.sqrt(square);
    }

    /** The standard error of a mean of n halves is .5 / sqrt(n), by 10 for the model's width. */
    @Test
    void theMorePatientsTheSteadierAndByAsMuchAsTheoryHasIt() {
        double expected = 10 * .5 / Math.sqrt(2000);
        assertThat(spread(2000)).isBetween(.7 * expected, 1.3 * expected);
        assertThat(spread(2000)).isLessThan(spread(300)).isEqualTo(spread(2000));
    }
}
