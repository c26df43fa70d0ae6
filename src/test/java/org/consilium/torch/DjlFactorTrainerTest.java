package org.consilium.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.ItemKind;
import org.consilium.job.Progress;
import org.consilium.recommend.Fact;
import org.consilium.recommend.Item;
import org.consilium.recommend.Role;
import org.consilium.recommend.Vocabulary;
import org.consilium.tuning.EncodedVisits;
import org.consilium.tuning.factor.Factors;
import org.consilium.tuning.factor.Terms;
import org.consilium.tuning.factor.TrainingOptions;
import org.junit.jupiter.api.Test;

class DjlFactorTrainerTest {
    private static final int FACTS = 40;
    private static final int ITEMS = 12;
    private static final int VISITS = 640;

    private final List<Double> losses = new ArrayList<>();

    @Test
    void learnsWhichItemGoesWithWhichFact() {
        train(1);

        assertThat(losses.getLast()).isLessThan(.5 * losses.getFirst());
    }

    @Test
    void theSameSeedGivesTheSameFactorsAndAnotherSeedOthers() {
        assertThat(train(1)).isEqualTo(train(1)).isNotEqualTo(train(2));
    }

    /** What PyTorch computes with must not be memory that a collection gives back. */
    @Test
    void garbageCollectionChangesNothing() throws InterruptedException {
        float[] undisturbed = train(3, 2, .9);
        AtomicBoolean going = new AtomicBoolean(true);
        Thread collecting =
                Thread.ofPlatform()
                        .start(() -> {
                            while (going.get()) {
                                System.gc();
                            }
                        });
        float[] disturbed;
        try {
            disturbed = train(3, 2, .9);
        } finally {
            going.set(false);
            collecting.join();
        }
        assertThat(Arrays.equals(disturbed, undisturbed)).isTrue();
    }

    private float[] train(long seed) {
        return train(seed, 12, 0);
    }

    private float[] train(long seed, int epochs, double averaging) {
        losses.clear();
        Terms terms = terms();
        Factors start = Factors.random(terms, 8, new float[ITEMS], seed);
        Factors trained =
                new DjlFactorTrainer()
                        .train(
                                terms,
                                visits(),
                                start,
                                new TrainingOptions(
                                        epochs, .01, .92, 32, .1, 0, averaging, .5, seed),
                                Progress.NONE,
                                (epoch, loss, factors) -> losses.add(loss));
        return trained.evidence(terms);
    }

    private static Terms terms() {
        List<Fact> facts =
                IntStream.range(0, FACTS)
                        .mapToObj(f -> new Fact(concept(f), Role.CONDITION_NOW))
                        .toList();
        List<Item> items =
                IntStream.range(0, ITEMS)
                        .mapToObj(i -> new Item(ItemKind.MEDICATION, concept(i)))
                        .toList();
        return Terms.of(
                new Vocabulary<>(facts),
                new Vocabulary<>(items),
                texts -> new float[texts.size() * Terms.TEXT]);
    }

    private static Concept concept(int number) {
        return new Concept(CodeSystem.SNOMED_CT, String.valueOf(number), "Concept " + number);
    }

    /** Every visit has one fact that asks for an item, and five that ask for none. */
    private static EncodedVisits visits() {
        Random random = new Random(5);
        int[][] facts = new int[VISITS][];
        int[][] targets = new int[VISITS][];
        for (int visit = 0; visit < VISITS; visit++) {
            int item = random.nextInt(ITEMS);
            facts[visit] =
                    IntStream.concat(
                                    IntStream.of(item),
                                    random.ints(ITEMS, FACTS).distinct().limit(5).sorted())
                            .toArray();
            targets[visit] = new int[] {item};
        }
        return new EncodedVisits(
                terms().facts(),
                terms().items(),
                facts,
                targets,
                new int[VISITS][0],
                IntStream.range(0, VISITS).toArray(),
                new long[VISITS]);
    }
}
