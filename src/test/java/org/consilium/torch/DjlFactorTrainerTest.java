package org.consilium.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
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
import org.consilium.tuning.factor.Course;
import org.consilium.tuning.factor.FactorTrainer;
import org.consilium.tuning.factor.Factors;
import org.consilium.tuning.factor.Layer;
import org.consilium.tuning.factor.RateCurve;
import org.consilium.tuning.factor.RateFinder;
import org.consilium.tuning.factor.Schedule;
import org.consilium.tuning.factor.SeenFacts;
import org.consilium.tuning.factor.Terms;
import org.consilium.tuning.factor.TrainingOptions;
import org.consilium.tuning.factor.TrainingState;
import org.jspecify.annotations.Nullable;
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

    /** A base model knows far more facts than a clinic's patients have. */
    @Test
    void factsThatNoVisitHasStayAndChangeNothing() {
        EncodedVisits some = visits().subset(new int[] {0, 1, 2});
        SeenFacts seen = SeenFacts.of(terms(), some);
        TrainingOptions options =
                new TrainingOptions(6, .01, .92, 32, .1, .1, .9, .5, Schedule.PLAIN, 1);
        Factors start = start(1);
        List<Factors> epochs = new ArrayList<>();

        Factors whole =
                new DjlFactorTrainer()
                        .train(
                                terms(),
                                some,
                                start,
                                options,
                                Progress.NONE,
                                (epoch, loss, factors) -> epochs.add(factors.get()));
        Factors alone =
                new DjlFactorTrainer()
                        .train(
                                seen.reduced(),
                                seen.reduced(some),
                                seen.reduced(start),
                                options,
                                Progress.NONE,
                                FactorTrainer.AfterEpoch.NOTHING);

        assertThat(seen.facts()).hasSizeBetween(4, FACTS - 10);
        assertThat(seen.reduced(whole).arrays()).containsExactlyInAnyOrderEntriesOf(alone.arrays());
        assertThat(epochs.getLast().arrays()).containsExactlyInAnyOrderEntriesOf(whole.arrays());
        for (int fact = 0; fact < FACTS; fact++) {
            boolean kept =
                    Arrays.equals(
                            Arrays.copyOfRange(whole.fact(), fact * 8, fact * 8 + 8),
                            Arrays.copyOfRange(start.fact(), fact * 8, fact * 8 + 8));
            assertThat(kept).isEqualTo(Arrays.binarySearch(seen.facts(), fact) < 0);
        }
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

    @Test
    void aFrozenLayerKeepsEveryBitAndTheOthersLearn() {
        Factors start = start(1);

        Factors trained =
                train(
                        options(3, .9, rates(Map.of(Layer.TEXT, 0., Layer.HEAD, 0.))),
                        (e, l, f) -> {});

        assertThat(changed(start, trained)).containsExactly(Layer.VECTORS);
        assertThat(trained.bias()).containsExactly(start.bias());
        assertThat(trained.role()).isNotEqualTo(start.role());
    }

    @Test
    void layersJoinFromTheHeadDown() {
        Factors start = start(1);
        List<List<Layer>> byEpoch = new ArrayList<>();

        train(
                options(5, 0, new Schedule(Course.DECAY, Map.of(), 2, 0)),
                (epoch, loss, factors) -> byEpoch.add(changed(start, factors.get())));

        assertThat(byEpoch)
                .containsExactly(
                        List.of(Layer.HEAD),
                        List.of(Layer.HEAD),
                        List.of(Layer.HEAD, Layer.VECTORS),
                        List.of(Layer.HEAD, Layer.VECTORS),
                        List.of(Layer.HEAD, Layer.VECTORS, Layer.TEXT));
    }

    @Test
    void aLayerOfALowerRateMovesLess() {
        Factors start = start(1);

        Factors alike = train(options(1, 0, Schedule.PLAIN), (e, l, f) -> {});
        Factors slower = train(options(1, 0, rates(Map.of(Layer.VECTORS, .01))), (e, l, f) -> {});

        assertThat(distance(slower.fact(), start.fact()))
                .isPositive()
                .isLessThan(.05 * distance(alike.fact(), start.fact()));
    }

    /** A half of the targets follow no rule: whoever knows them by heart does worse on others. */
    @Test
    void theBestEpochIsRestoredAndTheRestIsSpared() {
        Schedule patient = new Schedule(Course.DECAY, Map.of(), 0, 3);
        TrainingOptions options = new TrainingOptions(60, .03, 1, 32, 0, 0, 0, 0, patient, 1);
        List<Factors> epochs = new ArrayList<>();

        Factors kept =
                new DjlFactorTrainer()
                        .train(
                                terms(),
                                visits(.5),
                                start(1),
                                options,
                                Progress.NONE,
                                (epoch, loss, factors) -> epochs.add(factors.get()));

        assertThat(epochs.size()).isBetween(4, 59);
        assertThat(kept.fact()).isEqualTo(epochs.get(epochs.size() - 4).fact());
        assertThat(kept.bias()).isEqualTo(epochs.get(epochs.size() - 4).bias());
        assertThat(kept.fact()).isNotEqualTo(epochs.getLast().fact());
    }

    /** With dropout, a mean of the factors, layers that join later and a best epoch. */
    @Test
    void aTrainingGoesOnFromAnyEpochAsIfItHadNeverStopped() {
        Schedule schedule = new Schedule(Course.ONE_CYCLE, Map.of(), 1, 4);
        TrainingOptions options = options(8, .9, schedule);
        List<TrainingState> states = new ArrayList<>();
        Factors whole = train(options, recording(null, new ArrayList<>(), states));

        for (TrainingState from : List.copyOf(states)) {
            List<Double> rest = new ArrayList<>();
            List<TrainingState> later = new ArrayList<>();
            Factors resumed = train(options, recording(from, rest, later));

            assertThat(rest).hasSize(states.size() - from.epoch());
            assertThat(resumed.arrays()).containsExactlyInAnyOrderEntriesOf(whole.arrays());
            if (!later.isEmpty()) {
                assertThat(later.getLast().least()).isEqualTo(states.getLast().least());
                assertThat(later.getLast().arrays())
                        .containsExactlyInAnyOrderEntriesOf(states.getLast().arrays());
            }
        }
        assertThat(states).hasSizeGreaterThan(4);
    }

    private static FactorTrainer.AfterEpoch recording(
            @Nullable TrainingState from, List<Double> losses, List<TrainingState> states) {
        return new FactorTrainer.AfterEpoch() {
            @Override
            public void done(int epoch, double loss, Supplier<Factors> factors) {
                losses.add(loss);
            }

            @Override
            public @Nullable TrainingState from() {
                return from;
            }

            @Override
            public void checkpoint(Supplier<TrainingState> state) {
                states.add(state.get());
            }
        };
    }

    @Test
    void theRateIsLookedForAlikeEveryTimeAndChangesNothing() {
        Factors start = start(1);

        RateCurve curve = curve(start);

        assertThat(curve(start)).isEqualTo(curve);
        assertThat(start.fact()).isEqualTo(start(1).fact());
        assertThat(curve.rates()).isSorted().hasSameSizeAs(curve.losses());
        double least = Collections.min(curve.losses());
        assertThat(least).isLessThan(.9 * curve.losses().getFirst());
        assertThat(curve.suggested())
                .isEqualTo(curve.rates().get(curve.losses().indexOf(least)) / 10);
    }

    private static RateCurve curve(Factors start) {
        return new RateFinder(new DjlFactorTrainer())
                .find(terms(), visits(), start, options(12, 0, Schedule.PLAIN), Progress.NONE);
    }

    private static Schedule rates(Map<Layer, Double> rates) {
        return new Schedule(Course.DECAY, rates, 0, 0);
    }

    private static TrainingOptions options(int epochs, double averaging, Schedule schedule) {
        return new TrainingOptions(epochs, .01, .92, 32, .1, 0, averaging, .5, schedule, 1);
    }

    private static Factors start(long seed) {
        return Factors.random(terms(), 8, new float[ITEMS], seed);
    }

    private static List<Layer> changed(Factors start, Factors now) {
        List<Layer> changed = new ArrayList<>();
        if (!Arrays.equals(start.item(), now.item()) || !Arrays.equals(start.bias(), now.bias())) {
            changed.add(Layer.HEAD);
        }
        if (!Arrays.equals(start.term(), now.term())
                || !Arrays.equals(start.role(), now.role())
                || !Arrays.equals(start.fact(), now.fact())) {
            changed.add(Layer.VECTORS);
        }
        if (!Arrays.equals(start.termWeights(), now.termWeights())
                || !Arrays.equals(start.itemWeights(), now.itemWeights())) {
            changed.add(Layer.TEXT);
        }
        return changed;
    }

    private static double distance(float[] from, float[] to) {
        return IntStream.range(0, from.length).mapToDouble(i -> Math.abs(from[i] - to[i])).sum();
    }

    private static Factors train(TrainingOptions options, FactorTrainer.AfterEpoch listener) {
        return new DjlFactorTrainer()
                .train(terms(), visits(), start(options.seed()), options, Progress.NONE, listener);
    }

    private float[] train(long seed) {
        return train(seed, 12, 0);
    }

    private float[] train(long seed, int epochs, double averaging) {
        losses.clear();
        TrainingOptions options =
                new TrainingOptions(
                        epochs, .01, .92, 32, .1, 0, averaging, .5, Schedule.PLAIN, seed);
        return train(options, (epoch, loss, factors) -> losses.add(loss)).evidence(terms());
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
                new Vocabulary<>(facts), new Vocabulary<>(items), DjlFactorTrainerTest::encoded);
    }

    private static float[] encoded(List<String> texts) {
        float[] rows = new float[texts.size() * Terms.TEXT];
        for (int text = 0; text < texts.size(); text++) {
            rows[text * Terms.TEXT + Math.floorMod(texts.get(text).hashCode(), Terms.TEXT)] = 1;
        }
        return rows;
    }

    private static Concept concept(int number) {
        return new Concept(CodeSystem.SNOMED_CT, String.valueOf(number), "Concept " + number);
    }

    /** Every visit has one fact that asks for an item, and five that ask for none. */
    private static EncodedVisits visits() {
        return visits(0);
    }

    /**
     * @param noise share of the visits whose target follows no rule
     */
    private static EncodedVisits visits(double noise) {
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
            boolean lawless = noise > 0 && random.nextDouble() < noise;
            targets[visit] = new int[] {lawless ? random.nextInt(ITEMS) : item};
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
