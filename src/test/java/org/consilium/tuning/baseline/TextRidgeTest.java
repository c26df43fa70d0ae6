package org.consilium.tuning.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.job.Progress;
import org.consilium.recommend.Fact;
import org.consilium.recommend.Role;
import org.consilium.recommend.Vocabulary;
import org.consilium.tuning.TestVisits;
import org.consilium.tuning.factor.Terms;
import org.junit.jupiter.api.Test;

class TextRidgeTest {
    /** Texts that begin alike are alike: one direction a first letter. */
    private static Terms terms(String... texts) {
        List<Fact> facts =
                Arrays.stream(texts)
                        .map(text ->
                                new Fact(
                                        new Concept(CodeSystem.SNOMED_CT, text, text),
                                        Role.CONDITION_NOW))
                        .toList();
        return Terms.of(
                new Vocabulary<>(facts),
                TestVisits.items(1),
                all -> {
                    float[] rows = new float[all.size() * Terms.TEXT];
                    for (int i = 0; i < all.size(); i++) {
                        rows[i * Terms.TEXT + all.get(i).charAt(0) % Terms.TEXT] = 1;
                    }
                    return rows;
                });
    }

    private static TextRidgeWeights fit(
            Terms terms, int[][] facts, int[][] targets, TextRidgeOptions options) {
        TargetRows rows = TargetRows.binary(targets, 1);
        return TextRidge.fit(facts, terms, rows, options, Progress.NONE);
    }

    private static float score(TextRidgeWeights weights, Terms terms, int... facts) {
        float score = weights.bias()[0];
        for (int fact : facts) {
            score += weights.table(terms, weights.termTable(terms))[fact][0];
        }
        return score;
    }

    @Test
    void oneFactWorkedOutByHand() {
        // x = 1 in two of four visits, y = 1 in the same two; fact and term are the same feature
        // twice. Centred x'x = 1, x'y = 1, lambda 1: both w = 1 / (2 + 1);
        // bias = mean of y - 2 w * mean of x = 1/2 - 1/3.
        Terms terms = terms("a");

        TextRidgeWeights weights =
                fit(
                        terms,
                        new int[][] {{0}, {0}, {}, {}},
                        new int[][] {{0}, {0}, {}, {}},
                        new TextRidgeOptions(1, 0, 1, 0));

        assertThat(weights.rows()[0][0]).isCloseTo(1 / 3f, within(1e-6f));
        assertThat(weights.terms()[0][0]).isCloseTo(1 / 3f, within(1e-6f));
        assertThat(weights.bias()[0]).isCloseTo(1 / 6f, within(1e-6f));
    }

    @Test
    void aFactNeverSeenIsJudgedByOneThatReadsAlike() {
        Terms terms = terms("asthma", "broken arm", "asthma attack", "zoster");
        int[][] facts = {{0}, {0}, {1}, {1}, {0}, {1}};
        int[][] targets = {{0}, {0}, {}, {}, {0}, {}};

        TextRidgeWeights weights = fit(terms, facts, targets, new TextRidgeOptions(1, 1, 1, 0));

        assertThat(score(weights, terms, 2)).isGreaterThan(score(weights, terms, 3) + .1f);
        TextRidgeWeights codes = fit(terms, facts, targets, new TextRidgeOptions(1, 0, 1, 0));
        assertThat(score(codes, terms, 2)).isEqualTo(score(codes, terms, 3));
    }

    @Test
    void theSystemsOfVisitsAndOfFeaturesHaveTheSameSolution() {
        // Every visit twenty times with twenty times the penalty has the same minimum, but there
        // are more of them than features then.
        Random random = new Random(3);
        Terms terms =
                terms(
                        IntStream.range(0, 40)
                                .mapToObj(i -> (char) ('A' + i % 9) + "-" + i)
                                .toArray(String[]::new));
        List<int[]> facts = new ArrayList<>();
        List<int[]> targets = new ArrayList<>();
        for (int visit = 0; visit < 30; visit++) {
            TreeSet<Integer> known = new TreeSet<>();
            random.ints(6, 0, 40).forEach(known::add);
            facts.add(known.stream().mapToInt(Integer::intValue).toArray());
            targets.add(random.nextBoolean() ? new int[] {0} : new int[0]);
        }
        int[][] once = facts.toArray(int[][]::new);
        int[][] started = targets.toArray(int[][]::new);

        TextRidgeWeights visits = fit(terms, once, started, new TextRidgeOptions(2, .5, 1, 0));
        TextRidgeWeights features =
                fit(terms, often(once), often(started), new TextRidgeOptions(40, .5, 1, 0));

        for (int[] visit : once) {
            float[] ranked = new float[1];
            visits.ranker(terms).score(visit, ranked);
            assertThat(ranked[0]).isCloseTo(score(visits, terms, visit), within(1e-5f));
            assertThat(score(features, terms, visit))
                    .isCloseTo(score(visits, terms, visit), within(1e-5f));
        }
    }

    private static int[][] often(int[][] once) {
        return IntStream.range(0, 20)
                .boxed()
                .flatMap(i -> Arrays.stream(once))
                .toArray(int[][]::new);
    }

    @Test
    void fewVisitsMoveTheInterceptLittle() {
        Terms terms = terms("a");
        int[][] facts = {{}, {}};
        int[][] targets = {{0}, {0}};

        float free = fit(terms, facts, targets, new TextRidgeOptions(1, 0, 1, 0)).bias()[0];
        float shrunk = fit(terms, facts, targets, new TextRidgeOptions(1, 0, 1, 50)).bias()[0];

        assertThat(free).isCloseTo(1, within(1e-6f));
        assertThat(shrunk).isCloseTo(2 / 52f, within(1e-6f));
    }
}
