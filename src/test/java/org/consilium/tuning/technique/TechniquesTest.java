package org.consilium.tuning.technique;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.consilium.job.Progress;
import org.consilium.tuning.EncodedVisits;
import org.consilium.tuning.TestVisits;
import org.consilium.tuning.baseline.Ridge;
import org.consilium.tuning.baseline.RidgeOptions;
import org.consilium.tuning.baseline.SideRidge;
import org.junit.jupiter.api.Test;

/** What the benchmark measures is what it says. */
class TechniquesTest {
    private final EncodedVisits visits = TestVisits.planted(60, 1);

    @Test
    void featuresThatAreTheFactsThemselvesGiveTheRidge() {
        float[][] ridge = ridge(visits, 3);

        assertClose(SideRidge.fit(visits, identity(20), false, 1, 3), ridge);
        assertClose(SideRidge.fit(visits, new float[20][1], true, 1, 3), ridge);
        // Twice the same features are the features with half the penalty.
        assertClose(SideRidge.fit(visits, identity(20), true, 1, 6), ridge);
    }

    @Test
    void factsOfOneTextShareWhatIsKnownOfEither() {
        // Facts 0 and 2 read alike; only fact 0 was met in training.
        EncodedVisits train = TestVisits.with(3, 2).visit(0, new int[] {0}, 1).encoded();
        float[][] texts = {{1, 0}, {0, 1}, {1, 0}};

        float[][] table = SideRidge.fit(train, texts, true, 1, 1);

        assertThat(table[0][1]).isGreaterThan(table[2][1]);
        assertThat(table[2][1]).isGreaterThan(.1f);
        assertThat(table[1]).containsOnly(0);
    }

    @Test
    void aFactSpeaksForThoseThatItIsMetWith() {
        EncodedVisits pairs =
                TestVisits.with(3, 1)
                        .visit(0, new int[] {0, 1})
                        .visit(1, new int[] {0, 1})
                        .visit(2, new int[] {2})
                        .encoded();

        float[][] speaksFor = MaskedFacts.fit(pairs, 1);
        float[][] smoothed = new FactGraph(pairs).smooth(new float[][] {{1}, {0}, {0}}, 1, 1);

        // Fact 1 given fact 0: 2 visits / (2 + lambda).
        assertThat(speaksFor[0]).containsExactly(new float[] {0, 2 / 3f, 0}, within(1e-5f));
        // Half of what fact 0 says stays with it and half goes to its only neighbour.
        assertThat(smoothed[0]).containsExactly(new float[] {1.5f}, within(1e-5f));
        assertThat(smoothed[1]).containsExactly(new float[] {.5f}, within(1e-5f));
        assertThat(smoothed[2]).containsOnly(0);
    }

    @Test
    void averagedClinicsComeNearThePooledRidge() {
        Federation federation = new Federation(visits, patient -> "clinic " + patient % 3);

        float[][] averaged = federation.average(new Federation.Options(30, 5, 1, 0, 1));

        assertThat(federation.clinics()).isEqualTo(3);
        float[][] pooled = ridge(visits, .01);
        for (int fact = 0; fact < 20; fact += 2) {
            assertThat(averaged[fact][fact / 2]).isCloseTo(pooled[fact][fact / 2], within(.15f));
        }
    }

    @Test
    void noiseHidesAClinicAndItsPriceIsSaid() {
        Federation federation = new Federation(visits, patient -> "clinic " + patient % 3);
        Federation.Options loud = new Federation.Options(10, 5, 1, 1, 1);

        float[][] averaged = federation.average(loud);

        // rho = 10 / 2, epsilon = 5 + 2 sqrt(5 ln 1e5).
        assertThat(loud.epsilon()).isCloseTo(20.17, within(.01));
        double sum = 0;
        for (float[] row : averaged) {
            for (float each : row) {
                sum += each * each;
            }
        }
        // 220 elements, each with a variance of 1 / 9 from the last round alone; without noise the
        // clipped updates sum to less than 10.
        assertThat(sum).isGreaterThan(24);
    }

    private static float[][] ridge(EncodedVisits visits, double lambda) {
        return Ridge.fit(visits, new RidgeOptions(lambda, 1), Progress.NONE).rows();
    }

    private static float[][] identity(int size) {
        float[][] rows = new float[size][size];
        for (int i = 0; i < size; i++) {
            rows[i][i] = 1;
        }
        return rows;
    }

    private static void assertClose(float[][] actual, float[][] expected) {
        for (int fact = 0; fact < expected.length; fact++) {
            assertThat(actual[fact]).containsExactly(expected[fact], within(1e-4f));
        }
    }
}
