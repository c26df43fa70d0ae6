package org.consilium.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.consilium.job.ExecutorJobRunner;
import org.consilium.ui.common.Settings;
import org.consilium.ui.common.Theme;
import org.consilium.ui.shell.ConsiliumWindow;

/**
 * From the start of the process to the first frame that can be used: of Consilium's window, and of
 * a JavaFX window with one button and nothing else, turn by turn with the same options. Arguments:
 * rounds, then options of Java for both (by default those of the launcher). Without DISPLAY both
 * are drawn headless.
 */
final class StartUpBenchmark {
    private static final String EMPTY = "empty";
    private static final String CONSILIUM = "consilium";

    private StartUpBenchmark() {}

    public static void main(String[] args) throws Exception {
        if (args.length == 1 && (args[0].equals(EMPTY) || args[0].equals(CONSILIUM))) {
            child(args[0]);
            return;
        }
        List<String> options = Stream.of(args).skip(1).toList();
        List<Double> empty = new ArrayList<>();
        List<Double> ours = new ArrayList<>();
        int rounds = Integer.parseInt(args[0]);
        for (int round = -1; round < rounds; round++) {
            double first = seconds(EMPTY, options);
            double second = seconds(CONSILIUM, options);
            // the first round fills the file cache
            if (round >= 0) {
                empty.add(first);
                ours.add(second);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "empty window %.2f s, Consilium %.2f s (medians of %d), ratio %.2f%n",
                median(empty),
                median(ours),
                rounds,
                median(ours) / median(empty));
    }

    private static double seconds(String what, List<String> options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("--sun-misc-unsafe-memory-access=allow");
        command.add("-XX:+UseSerialGC");
        command.add("-Xmx512m");
        if (System.getenv("DISPLAY") == null) {
            command.add("-Dglass.platform=Headless");
            command.add("-Dprism.order=sw");
        }
        command.addAll(options);
        command.add("-classpath");
        command.add(System.getProperty("java.class.path"));
        command.add(StartUpBenchmark.class.getName());
        command.add(what);
        long begun = System.nanoTime();
        int exit =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor();
        if (exit != 0) {
            throw new IllegalStateException(what + " ended with " + exit);
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static void child(String what) throws Exception {
        Path home = Files.createTempDirectory("start-up");
        Platform.startup(() -> {
            Stage stage = new Stage();
            if (what.equals(EMPTY)) {
                stage.setScene(new Scene(new StackPane(new Button("Open")), 1440, 900));
                stage.show();
            } else {
                new ConsiliumWindow(
                                new ContextAccess(new Home(home, Path.of("models"))),
                                new ExecutorJobRunner(),
                                Settings.ofThisProcess(),
                                Theme.LIGHT)
                        .show(stage, false);
            }
            int[] pulses = {0};
            stage.getScene()
                    .addPostLayoutPulseListener(() -> {
                        // the second begins when the first was drawn
                        if (++pulses[0] == 2) {
                            Runtime.getRuntime().halt(0);
                        }
                        Platform.requestNextPulse();
                    });
            Platform.requestNextPulse();
        });
    }
}
