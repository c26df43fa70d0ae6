package org.consilium.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.consilium.clinical.Cohort;
import org.consilium.job.Progress;
import org.consilium.recommend.RecommendationRequest;
import org.consilium.security.Vault;
import org.consilium.tuning.Adjustments;
import org.consilium.tuning.EpochListener;
import org.consilium.tuning.FineTuneRun;
import org.consilium.tuning.Preset;
import org.consilium.tuning.RecipeChoice;
import org.consilium.tuning.Transfer;
import org.consilium.tuning.TuneRecipe;
import org.consilium.tuning.TuneRequest;
import org.consilium.tuning.factor.Course;
import org.consilium.tuning.factor.Layer;
import org.consilium.tuning.factor.RateCurve;
import org.consilium.tuning.factor.Schedule;
import org.consilium.tuning.factor.TrainingOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recipes of fine-tuning with the real store, the real encoder and PyTorch. */
class RecipeRunTest {
    private static final EpochListener NOBODY = (number, of, loss, ndcg) -> {};

    @TempDir private static Path models = Path.of("unset");

    @TempDir private Path home = Path.of("unset");

    private Context context;

    @BeforeAll
    static void makeModel() throws Exception {
        SampleClinic.makeModel(models);
    }

    @BeforeEach
    void open() throws Exception {
        TunedClinic.copy(home);
        context = new Home(home, models).unlock(Terminal.PASSPHRASE.toCharArray());
    }

    @AfterEach
    void close() {
        context.close();
    }

    private static TuneRequest request(String name, TuneRecipe recipe) {
        return new TuneRequest("clinic", null, name, TunedClinic.SEED, Transfer.FULL, recipe);
    }

    private FineTuneRun tune(String name, TuneRecipe recipe) throws Exception {
        return context.tuning().tuning(request(name, recipe), NOBODY).run(Progress.NONE);
    }

    /** Remembers which layers learned in each epoch. */
    private record Layers(List<Map<Layer, Double>> seen) implements EpochListener {
        @Override
        public void epoch(int epoch, int epochs, double loss, double ndcg) {}

        @Override
        public void layers(int epoch, Map<Layer, Double> rates) {
            assertThat(epoch).isEqualTo(seen.size() + 1);
            seen.add(rates);
        }
    }

    private static RecipeChoice recipe(FineTuneRun run) {
        return Objects.requireNonNull(run.recipe());
    }

    @Test
    void aPresetIsFollowedAndRecorded() throws Exception {
        FineTuneRun careful = TunedClinic.run();
        FineTuneRun quick = tune("quick", TuneRecipe.of(Preset.QUICK));

        assertThat(careful.losses()).hasSize(20);
        assertThat(recipe(careful).preset()).isEqualTo(Preset.CAREFUL);
        assertThat(quick.losses()).isEqualTo(careful.losses().subList(0, 5));
        assertThat(recipe(quick).reason()).startsWith("5 epochs instead of 20");
        assertThat(context.tuning().run("quick")).isEqualTo(quick);
        assertThat(context.tuning().card("quick")).contains("- **Preset**: quick");
    }

    @Test
    void anExpertSetsTheRecipeAndFindsTheRate() throws Exception {
        Schedule schedule = new Schedule(Course.ONE_CYCLE, Map.of(Layer.TEXT, 0.), 1, 0);
        Adjustments set = new Adjustments(6, null, true, null, .1, 16, null, schedule);

        List<Map<Layer, Double>> layers = new ArrayList<>();
        FineTuneRun run =
                context.tuning()
                        .tuning(request("expert", TuneRecipe.expert(set)), new Layers(layers))
                        .run(Progress.NONE);

        assertThat(layers).hasSize(6);
        assertThat(layers.get(0)).containsEntry(Layer.HEAD, 1.).containsEntry(Layer.VECTORS, 0.);
        assertThat(layers.get(1)).containsEntry(Layer.VECTORS, 1.).containsEntry(Layer.TEXT, 0.);

        RecipeChoice recipe = recipe(run);
        RateCurve rates = Objects.requireNonNull(recipe.rates());
        TrainingOptions training = Objects.requireNonNull(recipe.training());
        assertThat(run.losses()).hasSize(6);
        assertThat(training.learningRate()).isEqualTo(rates.suggested());
        assertThat(training.schedule()).isEqualTo(schedule);
        assertThat(rates.rates()).hasSizeGreaterThan(20).isSorted();
        assertThat(context.tuning().run("expert")).isEqualTo(run);
        assertThat(run.provenance().options().get("training"))
                .contains("epochs=6", "TEXT=0.0", "pull=0.1");
    }

    @Test
    void aGraphAndMaskedFactsAreTrainedOnAndRecorded() throws Exception {
        Adjustments set =
                new Adjustments(3, null, false, null, null, null, null, Schedule.PLAIN, 2, 4);

        FineTuneRun run = tune("graph", TuneRecipe.expert(set));
        FineTuneRun plain =
                tune(
                        "plain",
                        TuneRecipe.expert(
                                new Adjustments(
                                        3, null, false, null, null, null, null, Schedule.PLAIN)));

        assertThat(run.losses()).hasSize(3).isNotEqualTo(plain.losses());
        assertThat(run.provenance().options().get("training"))
                .contains("graphLayers=2", "maskedEpochs=4");
        assertThat(context.tuning().card("graph")).contains("Set by a person");
        assertThat(context.tuning().run("graph")).isEqualTo(run);
        assertThat(tune("again", TuneRecipe.expert(set)).losses()).isEqualTo(run.losses());
        context.tuning().promote("graph");
        Cohort clinic = context.cohorts().byName("clinic");
        assertThat(
                        context.recommendations()
                                .recommend(
                                        new RecommendationRequest(
                                                clinic.id(), "p004", null, 50, Set.of(), null))
                                .items())
                .isNotEmpty();
    }

    @Test
    void aSearchTellsWhatItTried() throws Exception {
        context.close();
        context =
                Context.open(
                        home,
                        new Vault(home).unlock(Terminal.PASSPHRASE.toCharArray()),
                        models,
                        new Ticking());

        FineTuneRun run = tune("searched", TuneRecipe.searching(Duration.ofSeconds(1000)));

        assertThat(recipe(run).tries()).hasSizeGreaterThan(1);
        assertThat(recipe(run).tries().getFirst().training().epochs()).isEqualTo(20);
        assertThat(tune("again", TuneRecipe.searching(Duration.ofSeconds(1000))).recipe())
                .isEqualTo(run.recipe());
        assertThat(context.tuning().run("searched")).isEqualTo(run);
        assertThat(context.tuning().card("searched"))
                .contains("never on the held-out ones", "20 epochs, rate 0.001");
    }

    /** A second later at each look, whatever the machine is doing. */
    private static final class Ticking extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public synchronized Instant instant() {
            now = now.plusSeconds(1);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
