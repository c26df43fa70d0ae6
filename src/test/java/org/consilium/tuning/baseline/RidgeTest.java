package org.consilium.tuning.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.consilium.job.Progress;
import org.consilium.tuning.EncodedVisits;
import org.consilium.tuning.TestVisits;
import org.junit.jupiter.api.Test;

class RidgeTest {
    private static final RidgeOptions LAMBDA_1 = new RidgeOptions(1, 1);

    @Test
    void twoFactsWorkedOutByHand() {
        // X = [1 1; 1 0; 1 0], Y = [1; 0; 1], lambda 1: X'X + I = [4 1; 1 2], X'Y = [2; 1],
        // inverse = [2 -1; -1 4] / 7, so W = [3; 2] / 7.
        int[][] facts = {{0, 1}, {0}, {0}};
        TargetRows targets = TargetRows.binary(new int[][] {{0}, {}, {0}}, 1);

        RidgeWeights weights = Ridge.fit(facts, 2, targets, LAMBDA_1, Progress.NONE);

        assertThat(weights.dual()).isFalse();
        assertThat(weights.rows()[0][0]).isCloseTo(3 / 7f, within(1e-6f));
        assertThat(weights.rows()[1][0]).isCloseTo(2 / 7f, within(1e-6f));
        assertThat(weights.residual()).isLessThan(1e-6);
    }

    @Test
    void solutionsBeyondOneBlockSatisfyTheNormalEquations() {
        // 300 facts are five blocks; the residual is computed from the visits, not from the factor.
        RandomVisits random = new RandomVisits(700, 300, 40, 1);

        RidgeWeights weights = random.fit(new RidgeOptions(2, 1));

        assertThat(weights.dual()).isFalse();
        assertThat(weights.factsUsed()).isEqualTo(300);
        assertThat(weights.residual()).isLessThan(1e-6);
    }

    @Test
    void visitsAndFactsGiveTheSameWeights() {
        // Every visit three times with three times the penalty has the same minimum, but 180 visits
        // are more than 150 facts, and 60 are fewer.
        RandomVisits once = new RandomVisits(60, 150, 5, 2);
        RandomVisits thrice = once.repeated(3);

        RidgeWeights dual = once.fit(new RidgeOptions(2, 1));
        RidgeWeights primal = thrice.fit(new RidgeOptions(6, 1));

        assertThat(dual.dual()).isTrue();
        assertThat(primal.dual()).isFalse();
        assertClose(primal.rows(), dual.rows());
    }

    @Test
    void rareFactsGetNoWeight() {
        int[][] facts = {{0, 1}, {0}, {0, 2}};
        TargetRows targets = TargetRows.binary(new int[][] {{0}, {}, {0}}, 1);

        RidgeWeights weights = Ridge.fit(facts, 4, targets, new RidgeOptions(1, 2), Progress.NONE);

        // Only fact 0 stays: 2 targets / (3 visits + 1).
        assertThat(weights.factsUsed()).isEqualTo(1);
        assertThat(weights.rows()).isDeepEqualTo(new float[][] {{.5f}, {0}, {0}, {0}});
    }

    @Test
    void correctionOfAPriorVanishesWithThePenaltyAndFitsWithoutIt() {
        EncodedVisits visits = TestVisits.planted(60, 1);
        float[][] prior = new float[20][11];
        prior[0][3] = 1;
        float[][] plain = Ridge.fit(visits, new RidgeOptions(1e-3, 1), Progress.NONE).rows();

        float[][] held = corrected(visits, prior, 1e9);
        float[][] free = corrected(visits, prior, 1e-3);
        float[][] between = corrected(visits, prior, 20);

        assertThat(held[0][3]).isCloseTo(1, within(1e-4f));
        // Fact 0 starts item 0, never item 3: the visits pull the prior's mistake down.
        assertThat(between[0][3]).isBetween(.1f, .9f);
        double[] fitted = fitted(visits, plain);
        double[] corrected = fitted(visits, free);
        for (int i = 0; i < fitted.length; i++) {
            assertThat(corrected[i]).isCloseTo(fitted[i], within(5e-3));
        }
    }

    @Test
    void aPriorThatExplainsEverythingNeedsNoCorrection() {
        int[][] facts = {{0}, {1}, {0, 1}};
        TargetRows targets = TargetRows.binary(new int[][] {{0}, {1}, {0, 1}}, 2);
        float[][] truth = {{1, 0}, {0, 1}};

        RidgeWeights none =
                Ridge.fit(facts, 2, targets.minus(facts, truth), LAMBDA_1, Progress.NONE);

        assertThat(none.rows()).isDeepEqualTo(new float[2][2]);
        assertThat(none.plus(truth)).isDeepEqualTo(truth);
    }

    @Test
    void canBeCancelled() {
        Progress cancelled =
                new Progress() {
                    @Override
                    public void report(long done, long total, String message) {}

                    @Override
                    public void checkCancelled() {
                        throw new CancellationException();
                    }
                };

        assertThatThrownBy(() -> Ridge.fit(TestVisits.planted(30, 1), LAMBDA_1, cancelled))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void refusesNonsense() {
        assertThatThrownBy(() -> new RidgeOptions(0, 1)).hasMessageContaining("above 0");
        assertThatThrownBy(() ->
                        Ridge.fit(
                                new int[2][0],
                                1,
                                TargetRows.binary(new int[1][0], 1),
                                LAMBDA_1,
                                Progress.NONE))
                .hasMessageContaining("different visits");
    }

    private static float[][] corrected(EncodedVisits visits, float[][] prior, double lambda) {
        return Ridge.correction(visits, prior, new RidgeOptions(lambda, 1), Progress.NONE)
                .plus(prior);
    }

    private static double[] fitted(EncodedVisits visits, float[][] table) {
        float[] scores = new float[11];
        double[] all = new double[visits.size() * scores.length];
        for (int visit = 0; visit < visits.size(); visit++) {
            RidgeWeights.ranker("any", table).score(visits.facts()[visit], scores);
            for (int item = 0; item < scores.length; item++) {
                all[visit * scores.length + item] = scores[item];
            }
        }
        return all;
    }

    private static void assertClose(float[][] actual, float[][] expected) {
        for (int fact = 0; fact < expected.length; fact++) {
            for (int item = 0; item < expected[fact].length; item++) {
                assertThat(actual[fact][item]).isCloseTo(expected[fact][item], within(1e-5f));
            }
        }
    }

    private static final class RandomVisits {
        private final int factCount;
        private final int itemCount;
        private final int[][] facts;
        private final int[][] targets;

        RandomVisits(int visits, int factCount, int itemCount, long seed) {
            this(factCount, itemCount, new int[visits][], new int[visits][]);
            Random random = new Random(seed);
            for (int visit = 0; visit < visits; visit++) {
                facts[visit] =
                        IntStream.range(0, factCount)
                                .filter(fact -> random.nextInt(10) == 0)
                                .toArray();
                targets[visit] = new int[] {random.nextInt(itemCount)};
            }
        }

        private RandomVisits(int factCount, int itemCount, int[][] facts, int[][] targets) {
            this.factCount = factCount;
            this.itemCount = itemCount;
            this.facts = facts;
            this.targets = targets;
        }

        RandomVisits repeated(int times) {
            return new RandomVisits(
                    factCount, itemCount, repeated(facts, times), repeated(targets, times));
        }

        private static int[][] repeated(int[][] rows, int times) {
            return IntStream.range(0, rows.length * times)
                    .mapToObj(i -> rows[i % rows.length])
                    .toArray(int[][]::new);
        }

        RidgeWeights fit(RidgeOptions options) {
            return Ridge.fit(
                    facts,
                    factCount,
                    TargetRows.binary(targets, itemCount),
                    options,
                    Progress.NONE);
        }
    }
}
