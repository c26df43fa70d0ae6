package org.consilium.ui.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.consilium.job.InlineJobRunner;
import org.consilium.job.JobRunner;
import org.consilium.tuning.FineTuneRun;
import org.consilium.tuning.ModelSummary;
import org.consilium.tuning.Preset;
import org.consilium.tuning.TuneRecipe;
import org.consilium.ui.DeferredJobRunner;
import org.consilium.ui.common.ViewState;
import org.junit.jupiter.api.Test;

class FineTuneViewModelTest {
    private final SampleModels models = new SampleModels();
    private final List<FineTuneRun> finished = new ArrayList<>();

    private FineTuneViewModel model(JobRunner jobs) {
        return new FineTuneViewModel(
                models, jobs, Runnable::run, Clock.systemUTC(), "Riverside", finished::add);
    }

    @Test
    void aRunDrawsItsCurveAndIsHandedOn() {
        FineTuneViewModel model = model(new InlineJobRunner());
        model.nameProperty().set("  ours ");
        model.start();
        assertThat(model.stateProperty().get()).isInstanceOf(ViewState.Loaded.class);
        assertThat(model.epochs()).hasSize(20).extracting(Epoch::number).startsWith(1, 2, 3);
        assertThat(model.fractionProperty().get()).isEqualTo(1);
        assertThat(finished).extracting(FineTuneRun::name).containsExactly("ours");
        assertThat(model.messageProperty().get())
                .isEqualTo(
                        "ours is made, in about 50 seconds. It is not served until you promote it.");
        assertThat(models.served()).isEqualTo(SampleModels.BASE);
    }

    private static List<Epoch> epochs(double... ndcg) {
        List<Epoch> epochs = new ArrayList<>();
        for (int i = 0; i < ndcg.length; i++) {
            epochs.add(new Epoch(i + 1, 20, .04 - .001 * i, ndcg[i], Duration.ofSeconds(i)));
        }
        return epochs;
    }

    @Test
    void learningByHeartIsSaidOnceItLasts() {
        assertThat(Overfitting.bestEpochIfAlarming(epochs(.80, .82, .84, .84, .83))).isZero();
        assertThat(Overfitting.bestEpochIfAlarming(epochs(.80, .84, .82, .82, .85))).isZero();
        assertThat(Overfitting.bestEpochIfAlarming(epochs(.80, .84, .82, .82, .82))).isEqualTo(2);
    }

    @Test
    void cancelLeavesEverythingAsItWas() {
        List<ModelSummary> before = models.list();
        FineTuneViewModel model = model(new InlineJobRunner());
        int[] epochs = {0};
        models.beforeEachEpoch(() -> {
            if (++epochs[0] == 3) {
                model.cancel();
                assertThat(model.messageProperty().get()).startsWith("Stopping");
            }
        });
        model.start();
        assertThat(epochs[0]).isEqualTo(3);
        assertThat(model.stateProperty().get()).isInstanceOf(ViewState.Idle.class);
        assertThat(model.messageProperty().get()).isEqualTo("Cancelled: nothing was changed.");
        assertThat(model.epochs()).isEmpty();
        assertThat(finished).isEmpty();
        assertThat(models.list()).isEqualTo(before);
    }

    @Test
    void afterACancelARunCanBeStartedAgain() {
        FineTuneViewModel model = model(new InlineJobRunner());
        models.beforeEachEpoch(model::cancel);
        model.start();
        models.beforeEachEpoch(() -> {});
        model.start();
        assertThat(finished).hasSize(1);
    }

    @Test
    void theChosenPresetIsAskedFor() {
        FineTuneViewModel model = model(new InlineJobRunner());
        model.start();
        assertThat(models.asked().recipe()).isEqualTo(TuneRecipe.CAREFUL);
        model.presetProperty().set(Preset.QUICK);
        model.start();
        assertThat(models.asked().recipe()).isEqualTo(TuneRecipe.of(Preset.QUICK));
    }

    @Test
    void aSeedThatIsNoNumberStartsNothing() {
        DeferredJobRunner jobs = new DeferredJobRunner();
        FineTuneViewModel model = model(jobs);
        model.seedProperty().set("one");
        model.start();
        assertThat(model.stateProperty().get())
                .isEqualTo(new ViewState.Failed<>("The seed must be a whole number, such as 1."));
        assertThat(jobs.waiting()).isZero();
    }

    @Test
    void oneRunAtATime() {
        DeferredJobRunner jobs = new DeferredJobRunner();
        FineTuneViewModel model = model(jobs);
        model.start();
        model.start();
        assertThat(jobs.waiting()).isEqualTo(1);
        assertThat(model.isRunning()).isTrue();
    }

    @Test
    void aFailureIsSaidInItsOwnSentence() {
        FineTuneViewModel model = model(new InlineJobRunner());
        models.beforeEachEpoch(() -> {
            throw new IllegalArgumentException(
                    "Fine-tuning needs at least 8 patients; this cohort has 3.");
        });
        model.start();
        assertThat(model.stateProperty().get())
                .isEqualTo(
                        new ViewState.Failed<>(
                                "Fine-tuning needs at least 8 patients; this cohort has 3."));
    }

    @Test
    void theTimeLeftIsToldRoughly() {
        Epoch fifth = new Epoch(5, 20, .1, .8, Duration.ofSeconds(12));
        assertThat(fifth.left()).contains(Duration.ofSeconds(45));
        assertThat(new Epoch(1, 20, .1, .8, Duration.ZERO).left()).isEmpty();
        assertThat(Epoch.words(Duration.ofSeconds(36))).isEqualTo("about 40 seconds");
        assertThat(Epoch.words(Duration.ofSeconds(4))).isEqualTo("less than 10 seconds");
        assertThat(Epoch.words(Duration.ofSeconds(150))).isEqualTo("about 3 minutes");
    }
}
