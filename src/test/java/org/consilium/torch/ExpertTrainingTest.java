package org.consilium.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.consilium.job.Progress;
import org.consilium.tuning.EncodedVisits;
import org.consilium.tuning.TestVisits;
import org.consilium.tuning.factor.FactorTrainer;
import org.consilium.tuning.factor.Factors;
import org.consilium.tuning.factor.MaskedFacts;
import org.consilium.tuning.factor.Terms;
import org.consilium.tuning.factor.TrainingOptions;
import org.junit.jupiter.api.Test;

/** Graph propagation and masked facts with the real trainer, on visits with a planted rule. */
class ExpertTrainingTest {
    private static final EncodedVisits VISITS = TestVisits.planted(150, 1);
    private static final TrainingOptions PLAIN =
            new TrainingOptions(8, .02, .9, 32, 0, .001, 0, 0, 1);

    private final List<Double> losses = new ArrayList<>();

    private Factors train(Factors start, TrainingOptions options) {
        losses.clear();
        return new DjlFactorTrainer()
                .train(
                        terms(VISITS),
                        VISITS,
                        start,
                        options,
                        Progress.NONE,
                        (epoch, loss, factors) -> losses.add(loss));
    }

    @Test
    void onAGraphTheRuleIsLearnedAndStandsInTheFactors() {
        Factors learned = train(start(), PLAIN.with(2, 0).fresh());

        assertThat(losses.getLast()).isLessThan(.6 * losses.getFirst());
        float[] evidence = learned.evidence(terms(VISITS));
        for (int condition = 0; condition < 10; condition++) {
            int row = 2 * condition * 11;
            int asked = condition;
            int other = (condition + 3) % 10;
            assertThat(evidence[row + asked]).isGreaterThan(evidence[row + other]);
        }
        assertThat(train(start(), PLAIN.with(2, 0).fresh()).evidence(terms(VISITS)))
                .isEqualTo(evidence);
    }

    @Test
    void aTuningOnAGraphBeginsAtTheModelItStartsFrom() {
        Factors base = train(start(), PLAIN);
        double known = losses.getLast();

        Factors tuned = train(base, new TrainingOptions(1, 1e-9, 1, 32, 0, 0, 0, 0, 1).with(2, 0));

        assertThat(losses.getFirst()).isCloseTo(known, within(.2 * known));
        assertThat(tuned.evidence(terms(VISITS)))
                .containsExactly(base.evidence(terms(VISITS)), within(1e-3f));
    }

    /** Facts 0 and 2 keep the same company, fact 4 another. */
    @Test
    void factsInTheSameCompanyBecomeAlike() {
        TestVisits company = TestVisits.with(12, 3);
        Random random = new Random(3);
        for (int visit = 0; visit < 300; visit++) {
            int which = random.nextInt(3);
            int friend = which == 2 ? 9 : 1;
            company.visit(visit, new int[] {2 * which, friend, friend + 1 + random.nextInt(2)});
        }
        EncodedVisits visits = company.encoded();
        Terms terms = terms(visits);
        Factors start = Factors.random(terms, 8, new float[3], 1);

        Factors taught = masked(terms, visits, start, 20);

        assertThat(masked(terms, visits, start, 0)).isSameAs(start);
        assertThat(taught.item()).isSameAs(start.item());
        assertThat(taught.bias()).isSameAs(start.bias());
        float[] vectors = taught.factVectors(terms);
        assertThat(cosine(vectors, 0, 2)).isGreaterThan(cosine(vectors, 0, 4) + .2);
    }

    private static Factors masked(Terms terms, EncodedVisits visits, Factors start, int epochs) {
        FactorTrainer trainer = new DjlFactorTrainer();
        return MaskedFacts.before(
                trainer, terms, visits, start, PLAIN.with(0, epochs), Progress.NONE);
    }

    private static double cosine(float[] vectors, int one, int other) {
        double product = 0;
        double first = 0;
        double second = 0;
        for (int k = 0; k < 8; k++) {
            double a = vectors[one * 8 + k];
            double b = vectors[other * 8 + k];
            product += a * b;
            first += a * a;
            second += b * b;
        }
        return product / Math.sqrt(first * second);
    }

    private static Factors start() {
        return Factors.random(terms(VISITS), 8, new float[11], 1);
    }

    /** Texts that tell nothing. */
    private static Terms terms(EncodedVisits visits) {
        return Terms.of(
                visits.factVocabulary(),
                visits.itemVocabulary(),
                texts -> {
                    float[] rows = new float[texts.size() * Terms.TEXT];
                    IntStream.range(0, texts.size()).forEach(i -> rows[i * Terms.TEXT] = .1f);
                    return rows;
                });
    }
}
