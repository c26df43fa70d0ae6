package org.consilium.app;

import atlantafx.base.theme.PrimerLight;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.consilium.clinical.Cohort;
import org.consilium.job.Progress;
import org.consilium.ui.cohort.Nowhere;
import org.consilium.ui.common.Services;
import org.consilium.ui.common.UiWatch;
import org.consilium.ui.tuning.TuningView;

/**
 * How long the window's frames take while the demo's 200 patients are fine-tuned in it with the
 * careful preset. Argument: a folder of base models (default: models). Prints the time between two
 * frames (by the clock, so that a busy machine shows), and what of the window's own work took
 * longer than {@link UiWatch#LIMIT} of processor time.
 */
public final class StudioFrames {
    private static final double NANOS_A_MILLI = 1e6;

    private StudioFrames() {}

    public static void main(String... arguments) throws Exception {
        Path models = Path.of(arguments.length == 0 ? "models" : arguments[0]);
        Platform.startup(() ->
                Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet()));
        try (DemoStore demo = DemoStore.make(models, Progress.NONE)) {
            Services services = demo.context().services("amara");
            Cohort cohort = demo.context().cohorts().byName(DemoCohort.NAME);
            TuningView view = on(() -> show(services, cohort));
            until(view, "#tune-base", true);
            List<Double> gaps = new ArrayList<>();
            UiWatch watch = on(UiWatch::begin);
            watch.at("fine-tuning");
            AnimationTimer timer = on(() -> watched(gaps));
            on(() -> {
                ComboBox<?> use = (ComboBox<?>) view.root().lookup("#tune-use");
                use.getSelectionModel().select(1);
                ((Button) view.root().lookup("#tune-start")).fire();
                return true;
            });
            while (!on(() -> ((Label) view.root().lookup("#tune-message")).getText())
                    .contains("is made")) {
                Thread.sleep(200);
            }
            on(() -> {
                timer.stop();
                return true;
            });
            watch.close();
            gaps.sort(null);
            System.out.printf(
                    Locale.ROOT,
                    "%d frames: median %.0f ms apart, 99 in 100 under %.0f, slowest %.0f%n",
                    gaps.size(),
                    gaps.get(gaps.size() / 2),
                    gaps.get(gaps.size() * 99 / 100),
                    gaps.getLast());
            watch.slow().stream().limit(10).forEach(each -> System.out.println("  " + each));
        }
        Platform.exit();
    }

    private static TuningView show(Services services, Cohort cohort) {
        TuningView view = new TuningView(services, new Nowhere(), cohort);
        Stage stage = new Stage();
        stage.setScene(new Scene(view.root(), 1000, 1000));
        stage.show();
        return view;
    }

    private static AnimationTimer watched(List<Double> gaps) {
        AnimationTimer timer =
                new AnimationTimer() {
                    private long last;

                    @Override
                    public void handle(long now) {
                        if (last != 0) {
                            gaps.add((now - last) / NANOS_A_MILLI);
                        }
                        last = now;
                    }
                };
        timer.start();
        return timer;
    }

    private static void until(TuningView view, String box, boolean filled) throws Exception {
        while (on(() -> ((ComboBox<?>) view.root().lookup(box)).getItems().isEmpty()) == filled) {
            Thread.sleep(100);
        }
    }

    private static <T> T on(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }
}
