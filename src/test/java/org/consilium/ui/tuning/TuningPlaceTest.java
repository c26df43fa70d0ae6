package org.consilium.ui.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.consilium.job.InlineJobRunner;
import org.consilium.job.JobRunner;
import org.consilium.tuning.FineTuneRun;
import org.consilium.tuning.InterruptedRun;
import org.consilium.tuning.Readiness;
import org.consilium.tuning.Transfer;
import org.consilium.ui.DeferredJobRunner;
import org.consilium.ui.common.ViewState;
import org.junit.jupiter.api.Test;

/** The view models of the place, without a window. */
class TuningPlaceTest {
    private static final String COHORT = "Riverside";
    private static final InterruptedRun RUN =
            new InterruptedRun("ours", COHORT, null, Instant.parse("2025-02-20T10:15:00Z"), 7, 20);

    private final SampleModels models = new SampleModels();
    private final List<String> made = new ArrayList<>();

    private OutlookViewModel outlook() {
        return new OutlookViewModel(models, new InlineJobRunner(), Runnable::run, COHORT);
    }

    private PreTrainViewModel preTrain(JobRunner jobs) {
        return new PreTrainViewModel(models, jobs, Runnable::run, COHORT, made::add);
    }

    private FineTuneViewModel fineTune() {
        return new FineTuneViewModel(
                models,
                new InlineJobRunner(),
                Runnable::run,
                Clock.systemUTC(),
                COHORT,
                run -> made.add(run.name()));
    }

    @Test
    void anInterruptedRunOfThisCohortIsOfferedAndGoesWhenItIsDiscarded() {
        models.with(RUN)
                .with(
                        new InterruptedRun(
                                "theirs", "Elsewhere", null, RUN.begun().plusSeconds(1), 0, 0));
        OutlookViewModel outlook = outlook();
        outlook.load();
        assertThat(outlook.interruptedProperty().get()).isEqualTo(RUN);
        assertThat(RUN.progress()).isEqualTo("after epoch 7 of 20");
        outlook.discard();
        assertThat(outlook.interruptedProperty().get()).isNull();
        assertThat(models.interrupted()).extracting(InterruptedRun::name).containsExactly("theirs");
    }

    @Test
    void aRunThatIsResumedEndsAsAnyOther() {
        models.with(RUN);
        FineTuneViewModel fineTune = fineTune();
        fineTune.resume("ours");
        assertThat(fineTune.stateProperty().get())
                .isInstanceOfSatisfying(
                        ViewState.Loaded.class,
                        loaded ->
                                assertThat(((FineTuneRun) loaded.value()).name())
                                        .isEqualTo("ours"));
        assertThat(made).containsExactly("ours");
        assertThat(models.interrupted()).isEmpty();
    }

    @Test
    void whatAPersonDecidesIsWhatIsAskedFor() {
        FineTuneViewModel fineTune = fineTune();
        fineTune.start();
        assertThat(models.asked().transfer()).isNull();
        assertThat(models.asked().feedback()).isTrue();
        fineTune.useProperty().set(Use.PARTIAL);
        fineTune.feedbackProperty().set(false);
        fineTune.nameProperty().set("other");
        fineTune.start();
        assertThat(models.asked().transfer()).isEqualTo(Transfer.PARTIAL);
        assertThat(models.asked().feedback()).isFalse();
    }

    @Test
    void withTooFewPatientsItSaysWhatCanBeDoneInstead() {
        models.ready(new Readiness(5, 0, 0, 0));
        OutlookViewModel outlook = outlook();
        outlook.load();
        Readiness few = Objects.requireNonNull(outlook.readinessProperty().get());
        assertThat(few.canTune()).isFalse();
        assertThat(few.limits())
                .startsWith("Fine-tuning needs 8 patients with visits and this cohort has 5.")
                .hasSize(3);
        assertThat(new Readiness(20, 3, 1, 2).limits())
                .startsWith("15 patients are learned from, 5 held out.")
                .hasSize(3);
        assertThat(new Readiness(400, 3, 1, 2).limits())
                .containsExactly("300 patients are learned from, 100 held out.");
        assertThat(new Readiness(400, 3, 1, 2).feedback())
                .startsWith("3 accepted and 1 declined")
                .endsWith("2 of the declined say nothing of what suits the patient.");
    }

    @Test
    void theMatchIsMeasuredOnceUntilThereIsAnotherModel() {
        DeferredJobRunner jobs = new DeferredJobRunner();
        MatchViewModel match = new MatchViewModel(models, jobs, Runnable::run, COHORT);
        match.open();
        match.open();
        assertThat(jobs.waiting()).isEqualTo(1);
        assertThat(match.isRunning()).isTrue();

        MatchViewModel done =
                new MatchViewModel(models, new InlineJobRunner(), Runnable::run, COHORT);
        done.open();
        assertThat(done.stateProperty().get()).isInstanceOf(ViewState.Loaded.class);
        done.forget();
        assertThat(done.stateProperty().get()).isInstanceOf(ViewState.Idle.class);
    }

    @Test
    void aBaseModelIsMadeUnderItsName() {
        PreTrainViewModel preTrain = preTrain(new InlineJobRunner());
        preTrain.start();
        assertThat(preTrain.stateProperty().get())
                .isEqualTo(new ViewState.Failed<>("Give the base model a name first."));
        preTrain.nameProperty().set(" network ");
        preTrain.start();
        assertThat(made).containsExactly("network");
        assertThat(models.list()).extracting(each -> each.name()).contains("network");
        assertThat(preTrain.messageProperty().get()).startsWith("network is made.");
    }

    @Test
    void cancelledNothingIsMade() {
        PreTrainViewModel preTrain = preTrain(new InlineJobRunner());
        models.beforeEachEpoch(preTrain::cancel);
        preTrain.nameProperty().set("network");
        preTrain.start();
        assertThat(made).isEmpty();
        assertThat(models.list()).extracting(each -> each.name()).doesNotContain("network");
        assertThat(preTrain.messageProperty().get()).isEqualTo("Cancelled: nothing was changed.");
    }
}
