package org.consilium.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.consilium.clinical.Cohort;
import org.consilium.clinical.PatientSummary;
import org.consilium.importing.ImportRequest;
import org.consilium.job.Progress;
import org.consilium.ui.cohort.Nowhere;
import org.consilium.ui.cohort.WorklistView;
import org.consilium.ui.common.ByPulse;
import org.consilium.ui.common.Navigator;
import org.consilium.ui.common.Services;
import org.consilium.ui.common.Settings;
import org.consilium.ui.common.Theme;
import org.consilium.ui.patient.PatientView;
import org.jspecify.annotations.Nullable;

/**
 * How fast the desk is, with the encrypted store, the shipped model and the safety rules behind it:
 * from the click on a patient to the drawn chart with advice and explanation, and frames while
 * 10,000 patients scroll past. To be run by hand; the results are in docs/benchmarks.md.
 */
final class DeskBenchmark {
    private static final int WARM_UP = 30;
    private static final int ROUNDS = 100;
    private static final int FRAMES = 400;
    private static final int[] EVENTS = {2_000, 20_000};
    private static final int PATIENTS = 10_000;

    private static final Navigator NOWHERE = new Nowhere();

    private static final String SUPPOSABLE = "#what-if-pane .what-if-row";

    private final Services services;
    private final StackPane place = new StackPane();

    private DeskBenchmark(Services services) {
        this.services = services;
    }

    public static void main(String[] arguments) throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        Platform.startup(() -> {});
        Path folder = Files.createTempDirectory("desk");
        System.out.printf("%d processors%n", processors());
        try (ContextAccess access =
                new ContextAccess(new Home(folder.resolve("home"), Path.of("models")))) {
            DeskBenchmark benchmark = new DeskBenchmark(access.demo().run(Progress.NONE));
            DeskRecords.longOnes(folder.resolve("long"), EVENTS);
            DeskRecords.manyPatients(folder.resolve("many"), PATIENTS);
            benchmark.open();
            benchmark.charts(folder.resolve("long"));
            benchmark.scroll(folder.resolve("many"));
        } finally {
            Platform.exit();
        }
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    private void open() throws Exception {
        onUi(() -> {
            Stage stage = new Stage();
            Theme.LIGHT.apply();
            Scene scene = new Scene(place, 1440, 900);
            Theme.dress(scene);
            stage.setScene(scene);
            stage.show();
            return null;
        });
    }

    private Cohort imported(String name, Path folder) throws Exception {
        ImportRequest request = new ImportRequest(name, List.of(folder), "events", true);
        services.imports().importing(request).run(Progress.NONE);
        return services.cohorts().byName(name);
    }

    private void charts(Path folder) throws Exception {
        Cohort cohort = imported("long", folder);
        for (PatientSummary patient : services.cohorts().patients(cohort.id())) {
            for (int i = 0; i < WARM_UP; i++) {
                chart(cohort, patient);
            }
            double[] millis = new double[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                millis[i] = chart(cohort, patient);
            }
            Arrays.sort(millis);
            System.out.printf(
                    Locale.ROOT,
                    "click to chart, %,d events: p50 %.0f ms, p95 %.0f ms, longest %.0f ms%n",
                    patient.events(),
                    millis[ROUNDS / 2],
                    millis[ROUNDS * 95 / 100],
                    millis[ROUNDS - 1]);
            toggles(patient);
        }
    }

    /** A fact of the patient on the screen is supposed away and put back, again and again. */
    private void toggles(PatientSummary patient) throws Exception {
        double[] millis = new double[ROUNDS];
        for (int i = -WARM_UP; i < ROUNDS; i++) {
            double took = toggle(i % 2 == 0);
            millis[Math.max(0, i)] = took;
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "what-if toggle, %,d events: p50 %.0f ms, p95 %.0f ms, longest %.0f ms%n",
                patient.events(),
                millis[ROUNDS / 2],
                millis[ROUNDS * 95 / 100],
                millis[ROUNDS - 1]);
    }

    private double toggle(boolean away) throws Exception {
        // the facts are filled in piece by piece, also again
        while (onUi(() -> place.lookup(SUPPOSABLE) == null || ByPulse.isAtWork(place))) {
            Thread.sleep(20);
        }
        long begun = System.nanoTime();
        return (drawn(
                                () -> {
                                    Node row = place.lookup(SUPPOSABLE);
                                    ((CheckBox) row.lookup(".check-box")).fire();
                                },
                                () ->
                                        place.lookup("#what-if-outcome") instanceof Label outcome
                                                && away != outcome.getText().isEmpty())
                        - begun)
                / 1e6;
    }

    /** Milliseconds until everything is there and was laid out and handed to the renderer. */
    private double chart(Cohort cohort, PatientSummary patient) throws Exception {
        long begun = System.nanoTime();
        return (drawn(
                                () ->
                                        place.getChildren()
                                                .setAll(
                                                        new PatientView(
                                                                        services,
                                                                        NOWHERE,
                                                                        cohort,
                                                                        patient,
                                                                        Settings.ofThisProcess())
                                                                .root()),
                                () -> isThere(place))
                        - begun)
                / 1e6;
    }

    /** When what an action leads to was laid out and handed to the renderer. */
    private long drawn(Runnable action, BooleanSupplier there) throws Exception {
        CompletableFuture<Long> drawn = new CompletableFuture<>();
        onUi(() -> {
            action.run();
            Runnable[] listener = new Runnable[1];
            listener[0] =
                    () -> {
                        if (there.getAsBoolean()) {
                            place.getScene().removePostLayoutPulseListener(listener[0]);
                            drawn.complete(System.nanoTime());
                        } else {
                            Platform.requestNextPulse();
                        }
                    };
            place.getScene().addPostLayoutPulseListener(listener[0]);
            return null;
        });
        return drawn.get(2, TimeUnit.MINUTES);
    }

    private static boolean isThere(Parent root) {
        return root.lookup("#recommendation-list") instanceof ListView<?> list
                && !list.getItems().isEmpty()
                && root.lookup("#why-title") instanceof Label why
                && !why.getText().isEmpty()
                && root.lookup("#results .result") != null;
    }

    private void scroll(Path folder) throws Exception {
        Cohort cohort = imported("many", folder);
        TableView<?> table =
                onUi(() -> {
                    WorklistView view =
                            new WorklistView(services, NOWHERE, cohort, Settings.ofThisProcess());
                    place.getChildren().setAll(view.root());
                    return (TableView<?>) view.root().lookup("#worklist");
                });
        while (onUi(() -> table.getItems().size()) < PATIENTS) {
            Thread.sleep(50);
        }
        List<Long> frames = new ArrayList<>();
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        onUi(() -> {
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    frames.add(System.nanoTime());
                    table.scrollTo(frames.size() * (PATIENTS / FRAMES));
                    if (frames.size() == FRAMES) {
                        stop();
                        done.complete(true);
                    }
                }
            }.start();
            return null;
        });
        done.get(2, TimeUnit.MINUTES);
        double[] gaps = new double[FRAMES - 1];
        for (int i = 1; i < FRAMES; i++) {
            gaps[i - 1] = (frames.get(i) - frames.get(i - 1)) / 1e6;
        }
        double seconds = (frames.getLast() - frames.getFirst()) / 1e9;
        Arrays.sort(gaps);
        System.out.printf(
                Locale.ROOT,
                "scrolling %,d patients: %.0f frames a second, p95 of a frame %.1f ms%n",
                PATIENTS,
                (FRAMES - 1) / seconds,
                gaps[gaps.length * 95 / 100]);
    }

    private static <T extends @Nullable Object> T onUi(Callable<T> action) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(action.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        return done.get();
    }
}
