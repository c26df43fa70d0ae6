package org.consilium.ui.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.consilium.clinical.ItemKind;
import org.consilium.job.InlineJobRunner;
import org.consilium.tuning.Preset;
import org.consilium.tuning.TuneRecipe;
import org.consilium.tuning.factor.Layer;
import org.consilium.tuning.task.LeaveOut;
import org.consilium.tuning.task.Preparation;
import org.consilium.tuning.task.TuningTask;
import org.consilium.ui.common.ViewState;
import org.junit.jupiter.api.Test;

/** Define, prepare and the expert's recipe, without a window. */
class TasksViewModelTest {
    private static final String COHORT = "Riverside";

    private final SampleModels models = new SampleModels();
    private final TasksViewModel tasks =
            new TasksViewModel(models, new InlineJobRunner(), Runnable::run, COHORT);
    private final PrepareViewModel prepare =
            new PrepareViewModel(models, new InlineJobRunner(), Runnable::run, COHORT, tasks);

    private TuningTask chosen() {
        return Objects.requireNonNull(tasks.chosenProperty().get());
    }

    private void define(String name) {
        tasks.nameProperty().set(name);
        tasks.save();
    }

    @Test
    void aTaskIsKeptChangedAndDeleted() {
        tasks.agesProperty().set("65-");
        tasks.kindProperty(ItemKind.PROCEDURE).set(false);
        tasks.withoutProperty().set(" warfarin , simvastatin,");
        define("Older adults");
        assertThat(chosen().words())
                .isEqualTo(
                        "Riverside, only medications, care plans, immunisations; ages 65-; without warfarin, simvastatin");
        tasks.choose(null);
        assertThat(tasks.agesProperty().get()).isEmpty();
        tasks.choose(tasks.tasks().getFirst());
        assertThat(tasks.agesProperty().get()).isEqualTo("65-");
        tasks.agesProperty().set("70-");
        tasks.save();
        assertThat(tasks.tasks()).hasSize(1);
        assertThat(chosen().scope().ages().words()).isEqualTo("70-");
        tasks.delete();
        assertThat(tasks.tasks()).isEmpty();
        assertThat(tasks.chosenProperty().get()).isNull();
    }

    @Test
    void whatMakesNoSenseIsSaidAndNotKept() {
        define(" ");
        assertThat(tasks.noticeProperty().get())
                .isEqualTo("A task needs a name of 1 to 80 letters.");
        tasks.agesProperty().set("old");
        define("Older adults");
        assertThat(tasks.noticeProperty().get()).startsWith("Ages are written 0-17 or 65-");
        assertThat(models.tasks()).isEmpty();
    }

    private Preparation shown() {
        return prepare.stateProperty().get()
                        instanceof ViewState.Loaded<Preparation>(Preparation now)
                ? now
                : SampleTasks.prepared(null, null);
    }

    @Test
    void whatIsLeftOutByOneClickIsKeptWithTheTaskAndPreparedAgain() {
        prepare.prepare();
        assertThat(shown().patients()).isEqualTo(187);
        assertThat(models.tasks()).isEmpty();
        prepare.leaveOut(LeaveOut.SAME_PERSON, true);
        assertThat(chosen().name()).isEqualTo(COHORT);
        assertThat(shown().patients()).isEqualTo(186);
        assertThat(chosen().scope().leftOut()).containsExactly(LeaveOut.SAME_PERSON);
        prepare.leaveOut(LeaveOut.SAME_PERSON, false);
        assertThat(shown().patients()).isEqualTo(187);
    }

    @Test
    void whatWasPreparedIsThereAgainAndARunIsOfIt() {
        define("All");
        prepare.prepare();
        tasks.choose(null);
        assertThat(prepare.stateProperty().get()).isInstanceOf(ViewState.Idle.class);
        tasks.choose(tasks.tasks().getFirst());
        FineTuneViewModel fineTune = fineTune();
        fineTune.taskProperty().set(chosen());
        fineTune.start();
        assertThat(Objects.requireNonNull(models.asked().task()).snapshot())
                .isEqualTo(shown().hash());
    }

    private FineTuneViewModel fineTune() {
        return new FineTuneViewModel(
                models, new InlineJobRunner(), Runnable::run, Clock.systemUTC(), COHORT, run -> {});
    }

    @Test
    void theExpertSetsSomeOfTheRecipe() {
        FineTuneViewModel fineTune = fineTune();
        fineTune.presetProperty().set(Preset.EXPERT);
        ExpertViewModel expert = fineTune.expert();
        expert.epochsProperty().set(" 12 ");
        expert.layerProperty(Layer.TEXT).set(0.);
        fineTune.start();
        TuneRecipe recipe = models.asked().recipe();
        assertThat(recipe.preset()).isEqualTo(Preset.EXPERT);
        assertThat(recipe.adjustments().epochs()).isEqualTo(12);
        assertThat(recipe.adjustments().learningRate()).isNull();
        assertThat(recipe.adjustments().schedule().rates()).isEqualTo(Map.of(Layer.TEXT, 0.));
        assertThat(fineTune.layers()).isEmpty();
    }

    @Test
    void anOptionThatIsNoNumberStartsNothing() {
        FineTuneViewModel fineTune = fineTune();
        fineTune.presetProperty().set(Preset.EXPERT);
        fineTune.expert().rateProperty().set("slow");
        fineTune.start();
        assertThat(fineTune.stateProperty().get())
                .isEqualTo(
                        new ViewState.Failed<>(
                                "The learning rate must be a number, such as the one that is shown where it is empty."));
        fineTune.expert().rateProperty().set("7");
        fineTune.start();
        assertThat(fineTune.stateProperty().get())
                .isInstanceOfSatisfying(
                        ViewState.Failed.class,
                        failed -> assertThat(failed.toString()).contains("learning rate"));
    }
}
