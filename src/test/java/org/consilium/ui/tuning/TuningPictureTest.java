package org.consilium.ui.tuning;

import java.time.Clock;
import java.util.Map;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;
import org.consilium.job.InlineJobRunner;
import org.consilium.tuning.InterruptedRun;
import org.consilium.tuning.Preset;
import org.consilium.tuning.Readiness;
import org.consilium.tuning.Waiver;
import org.consilium.tuning.factor.Layer;
import org.consilium.tuning.task.LeaveOut;
import org.consilium.ui.SamplePatient;
import org.consilium.ui.Snapshots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class TuningPictureTest {
    private static TuningView view(SampleModels models) {
        return new TuningView(
                models,
                new InlineJobRunner(),
                Runnable::run,
                Clock.systemUTC(),
                SamplePatient.COHORT,
                SampleStudio.desk(() -> {}));
    }

    private static void press(Parent root, String step) {
        if (root.lookup(step) instanceof ToggleButton button) {
            button.fire();
        }
    }

    @Test
    void whichBaseModelFits() throws Exception {
        Snapshots.take(
                "tuning-match",
                () -> view(new SampleModels()).root(),
                root -> press(root, "#step-match"));
    }

    private static TuningView defined() {
        TuningView view = view(new SampleModels());
        TasksViewModel tasks = view.tasks();
        tasks.nameProperty().set("Older adults");
        tasks.agesProperty().set("65-");
        tasks.conditionsProperty().set("hypertension, 44054006");
        tasks.withoutProperty().set("warfarin, simvastatin");
        tasks.horizonProperty().set(30);
        tasks.save();
        return view;
    }

    @Test
    void whatIsToBeLearned() throws Exception {
        Snapshots.take(
                "tuning-define", () -> defined().root(), root -> press(root, "#step-define"));
    }

    @Test
    void whatIsLearnedFrom() throws Exception {
        Snapshots.take(
                "tuning-prepare",
                () -> {
                    TuningView view = defined();
                    view.prepare().prepare();
                    view.prepare().leaveOut(LeaveOut.IMPOSSIBLE_DATES, true);
                    view.prepare().prepare();
                    return view.root();
                },
                root -> press(root, "#step-prepare"));
    }

    @Test
    void whatAnExpertSets() throws Exception {
        Snapshots.take(
                "tuning-expert",
                () -> {
                    TuningView view = view(new SampleModels());
                    view.fineTune().presetProperty().set(Preset.EXPERT);
                    view.fineTune().layers().putAll(Map.of(Layer.HEAD, 1., Layer.TEXT, 0.));
                    return view.root();
                });
    }

    @Test
    void aBaseModelOfThisCohort() throws Exception {
        Snapshots.take(
                "tuning-pretrain",
                () -> {
                    TuningView view = view(new SampleModels());
                    view.preTrain().nameProperty().set("network-2026");
                    view.preTrain().start();
                    return view.root();
                },
                root -> press(root, "#step-pretrain"));
    }

    @Test
    void anInterruptedRunAndFewPatients() throws Exception {
        Snapshots.take(
                "tuning-interrupted",
                () ->
                        view(new SampleModels()
                                        .ready(new Readiness(20, 3, 1, 2))
                                        .with(
                                                new InterruptedRun(
                                                        "riverside-2025-02-19",
                                                        SamplePatient.COHORT.name(),
                                                        null,
                                                        SampleModels.MADE,
                                                        7,
                                                        20)))
                                .root());
    }

    @Test
    void screen() throws Exception {
        Snapshots.take(
                "tuning",
                () -> {
                    TuningView view = view(new SampleModels());
                    view.fineTune().start();
                    view.models().askToPromote("riverside-2025-02-20");
                    return view.root();
                });
    }

    private static TuningView tuned(SampleModels models) {
        TuningView view = view(models);
        view.fineTune().start();
        return view;
    }

    @Test
    void forWhomARunChangedWhat() throws Exception {
        Snapshots.take(
                "tuning-evaluate",
                () -> {
                    TuningView view = tuned(new SampleModels());
                    view.changes().look();
                    return view.root();
                },
                root -> press(root, "#step-evaluate"));
    }

    @Test
    void whatIsServedAndHowItDoes() throws Exception {
        Snapshots.take(
                "tuning-deploy",
                () -> {
                    SampleModels models = new SampleModels();
                    TuningView view = tuned(models);
                    models.promote(
                            "riverside-2025-02-20",
                            new Waiver("Dr Lee", "The held-out month was the flu."));
                    view.monitor().look();
                    return view.root();
                },
                root -> press(root, "#step-deploy"));
    }

    @Test
    void whatIsDisclosed() throws Exception {
        Snapshots.take(
                "tuning-card",
                () -> tuned(new SampleModels()).root(),
                root -> press(root, "#step-card"));
    }

    @Test
    void aModelThatIsHeldBack() throws Exception {
        Snapshots.take(
                "tuning-held-back",
                () -> {
                    TuningView view =
                            tuned(
                                    new SampleModels()
                                            .blocking(
                                                    "A group falls further behind: age at the visit 65-79 (22 patients), NDCG@10 by +0.090 [+0.030, +0.150]."));
                    view.models().askToPromote("riverside-2025-02-20");
                    return view.root();
                });
    }
}
