package org.consilium.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.consilium.job.Progress;
import org.consilium.recommend.Calibration;
import org.consilium.tuning.factor.FactorTrainer;
import org.consilium.tuning.factor.Factors;
import org.consilium.tuning.factor.Schedule;
import org.consilium.tuning.factor.Terms;
import org.consilium.tuning.factor.TrainingOptions;
import org.junit.jupiter.api.Test;

/** Which recipe is taken, with a trainer whose every recipe is known to be good or bad. */
class RecipeTest {
    private static final int PATIENTS = 60;
    private static final EncodedVisits VISITS = TestVisits.planted(PATIENTS, 1);
    private static final Terms TERMS =
            Terms.of(
                    VISITS.factVocabulary(),
                    VISITS.itemVocabulary(),
                    texts -> new float[texts.size() * Terms.TEXT]);
    private static final TrainingOptions CAREFUL = TuneRecipe.CAREFUL.options(PATIENTS, 1);

    private final List<TrainingOptions> trained = new ArrayList<>();

    /** Knows the planted rule after a good recipe and nothing after another. */
    private final class Oracle implements FactorTrainer {
        private final Predicate<TrainingOptions> good;

        Oracle(Predicate<TrainingOptions> good) {
            this.good = good;
        }

        @Override
        public Factors train(
                Terms terms,
                EncodedVisits visits,
                Factors start,
                TrainingOptions options,
                Progress progress,
                AfterEpoch afterEpoch) {
            progress.checkCancelled();
            trained.add(options);
            return good.test(options) ? rule() : start;
        }

        @Override
        public String engine() {
            return "none";
        }
    }

    /** Condition 2c speaks for item c alone. */
    private static Factors rule() {
        int dimension = VISITS.itemVocabulary().size();
        Factors zero = zero(dimension);
        for (int item = 0; item < 10; item++) {
            zero.fact()[2 * item * dimension + item] = 30;
            zero.item()[item * dimension + item] = 30;
        }
        return zero;
    }

    private static Factors zero(int dimension) {
        Factors random = Factors.random(TERMS, dimension, new float[dimension], 1);
        return new Factors(
                dimension,
                new float[random.termWeights().length],
                new float[random.term().length],
                random.role(),
                new float[random.fact().length],
                new float[random.itemWeights().length],
                new float[random.item().length],
                new float[dimension]);
    }

    /** With a ridge that says the opposite of the rule, so that there is something to learn. */
    private static LearnedModel base() {
        int items = VISITS.itemVocabulary().size();
        float[][] wrong = new float[VISITS.factVocabulary().size()][items];
        Random random = new Random(1);
        for (float[] row : wrong) {
            for (int item = 0; item < items; item++) {
                row[item] = random.nextFloat();
            }
        }
        return new LearnedModel(
                "base",
                null,
                "invented",
                TERMS,
                zero(items),
                RidgePart.ofCodes(wrong, items, 4),
                Calibration.IDENTITY,
                new float[items],
                new float[0],
                new Provenance("", 0, 0, 1, Map.of(), Map.of(), Instant.EPOCH));
    }

    /** Over after so many looks at the clock. */
    private static BooleanSupplier looks(int most) {
        int[] looks = {0};
        return () -> ++looks[0] > most;
    }

    private RecipeChoice search(
            Predicate<TrainingOptions> good, BooleanSupplier spent, Progress progress) {
        trained.clear();
        return new RecipeSearch(new Oracle(good), VISITS, 1, spent, progress)
                .search(base(), CAREFUL);
    }

    @Test
    void aRecipeThatIsClearlyBetterIsTaken() {
        RecipeChoice choice = search(each -> each.epochs() == 40, looks(400), Progress.NONE);

        TrainingOptions taken = Objects.requireNonNull(choice.training());
        assertThat(taken.epochs()).isEqualTo(40);
        assertThat(choice.reason()).contains("better than the careful one by");
        assertThat(choice.tries().getFirst().training()).isEqualTo(CAREFUL);
        assertThat(choice.tries().getFirst().difference()).isNull();
        assertThat(choice.tries())
                .filteredOn(each -> each.training().equals(taken))
                .extracting(each -> Objects.requireNonNull(each.difference()).low())
                .allMatch(low -> low > 0)
                .isNotEmpty();
    }

    @Test
    void whereNoneIsClearlyBetterTheCarefulOneStays() {
        RecipeChoice choice = search(CAREFUL::equals, looks(200), Progress.NONE);

        assertThat(choice.preset()).isEqualTo(Preset.CAREFUL);
        assertThat(choice.training()).isEqualTo(CAREFUL);
        assertThat(choice.tries()).hasSizeGreaterThan(5);
        assertThat(choice.reason()).contains("none was clearly better");
    }

    @Test
    void theSameSeedTriesTheSameRecipesAndMoreTimeOnlyMoreOfThem() {
        List<RecipeTry> some = search(CAREFUL::equals, looks(60), Progress.NONE).tries();
        List<RecipeTry> more = search(CAREFUL::equals, looks(120), Progress.NONE).tries();

        assertThat(more).hasSizeGreaterThan(some.size()).startsWith(some.toArray(RecipeTry[]::new));
    }

    @Test
    void whenTheTimeIsOverItStopsInTheMiddleOfATry() {
        RecipeChoice nothing = search(CAREFUL::equals, looks(0), Progress.NONE);
        assertThat(nothing.training()).isEqualTo(CAREFUL);
        assertThat(nothing.tries()).isEmpty();
        assertThat(nothing.reason()).contains("before a recipe could be measured");
        assertThat(trained).isEmpty();

        for (int most = 1; most < 30; most++) {
            int tries = search(CAREFUL::equals, looks(most), Progress.NONE).tries().size();
            assertThat(trained.size()).isBetween(3 * tries, 3 * tries + 2);
        }
    }

    @Test
    void aSearchCanBeCancelled() {
        Progress leaving =
                new Progress() {
                    @Override
                    public void report(long done, long total, String message) {}

                    @Override
                    public void checkCancelled() {
                        if (trained.size() == 8) {
                            throw new CancellationException("cancelled");
                        }
                    }
                };

        assertThatThrownBy(() -> search(CAREFUL::equals, looks(1000), leaving))
                .isInstanceOf(CancellationException.class)
                .hasMessage("cancelled");
    }

    @Test
    void thePresetsAreWhatTheyAreCalled() {
        TrainingOptions quick = TuneRecipe.of(Preset.QUICK).options(PATIENTS, 1);

        assertThat(CAREFUL)
                .isEqualTo(new TrainingOptions(20, 1e-3, 1, 64, .1, .001, 0, 0, Schedule.PLAIN, 1));
        assertThat(quick).isEqualTo(CAREFUL.over(5, 1e-3, Schedule.PLAIN));
        Adjustments set = new Adjustments(7, null, false, null, .5, null, null, Schedule.PLAIN);
        TrainingOptions expert = TuneRecipe.expert(set).options(PATIENTS, 1);
        assertThat(expert)
                .isEqualTo(new TrainingOptions(7, 1e-3, 1, 64, .1, .5, 0, 0, Schedule.PLAIN, 1));
    }

    @Test
    void withoutFactorsTheRecipeIsSaidToChangeNothing() {
        LearnedModel closed = base().limited(Transfer.NONE, TERMS);

        RecipeChoice choice =
                new RecipeMaker(
                                new Oracle(each -> true),
                                VISITS,
                                1,
                                Clock.systemUTC(),
                                Progress.NONE)
                        .make(TuneRecipe.searching(Duration.ofMinutes(5)), closed, Transfer.NONE);

        assertThat(choice.training()).isNull();
        assertThat(choice.reason()).contains("closed form", "change nothing");
        RecipeChoice unchanged =
                new RecipeMaker(
                                new Oracle(each -> true),
                                VISITS,
                                1,
                                Clock.systemUTC(),
                                Progress.NONE)
                        .make(TuneRecipe.CAREFUL, base(), Transfer.UNCHANGED);
        assertThat(unchanged.training()).isNull();
        assertThat(unchanged.reason()).contains("left as it is");
        assertThat(trained).isEmpty();
    }

    @Test
    void whatDoesNotGoTogetherIsSaid() {
        Adjustments set = new Adjustments(7, null, false, null, null, null, null, Schedule.PLAIN);

        assertThatThrownBy(() -> new TuneRecipe(Preset.QUICK, set, Duration.ZERO))
                .hasMessageStartingWith("Only the expert preset takes options");
        assertThatThrownBy(
                        () -> new TuneRecipe(Preset.QUICK, Adjustments.NONE, Duration.ofMinutes(1)))
                .hasMessageStartingWith("A search compares recipes with the careful one");
        assertThatThrownBy(() ->
                        new Adjustments(null, 1e-3, true, null, null, null, null, Schedule.PLAIN))
                .hasMessageContaining("not both");
    }

    @Test
    void aRunOfBeforeThereWereRecipesIsStillRead() throws Exception {
        FineTuneRun run =
                Json.mapper()
                        .readValue(
                                """
                                {"name":"old","base":"b","cohort":"c","provenance":{"dataHash":"0","patients":9,
                                 "visits":9,"seed":1,"options":{},"versions":{},"made":"2025-01-01T00:00:00Z"},
                                 "evaluation":{"cohort":"c","split":"s","rows":[],"notes":[]},
                                 "losses":[1.5],"validation":[0.5],"seconds":2.0}
                                """,
                                FineTuneRun.class);

        assertThat(run.recipe()).isNull();
        assertThat(run.losses()).containsExactly(1.5);
    }

    /** Records of before there were graphs and masked facts. */
    @Test
    void anEarlierRecordIsReadWithoutThem() throws Exception {
        TrainingOptions read =
                Json.mapper()
                        .readValue(
                                """
                                {"epochs":20,"learningRate":0.001,"decay":1.0,"batch":64,"dropout":0.1,"pull":0.001,
                                 "averaging":0.0,"crowding":0.0,"schedule":{"course":"DECAY","rates":{},"unfreezing":0,
                                 "patience":0},"seed":1}
                                """,
                                TrainingOptions.class);

        assertThat(read).isEqualTo(CAREFUL);
        assertThat(CAREFUL.with(2, 4).words())
                .endsWith(", graph of 2 layers, 4 epochs of masked facts first");
    }
}
