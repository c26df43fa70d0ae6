package org.consilium.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.consilium.job.Progress;
import org.consilium.tuning.EpochListener;
import org.consilium.tuning.FineTuneRun;
import org.consilium.tuning.Transfer;
import org.consilium.tuning.TuneRequest;

/**
 * A store of {@link SampleClinic} with 40 patients and a model that was tuned on them with care;
 * made once a process, then copied.
 */
final class TunedClinic {
    static final String CAREFUL = "careful-7";
    static final long SEED = 7;
    private static final int PATIENTS = 40;

    private record Made(Path home, FineTuneRun run) {}

    private static final List<Made> MADE = new ArrayList<>();

    private TunedClinic() {}

    /** The run that made the model. */
    static FineTuneRun run() throws Exception {
        return made().run();
    }

    /** A new home; its base model is that of {@link SampleClinic#makeModel}. */
    static void copy(Path home) throws Exception {
        copy(made().home(), home);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName().toString()));
            }
        }
    }

    private static synchronized Made made() throws Exception {
        if (MADE.isEmpty()) {
            Path folder = Files.createTempDirectory("tuned-clinic");
            Path home = folder.resolve("home");
            SampleClinic.makeModel(folder.resolve("models"));
            SampleClinic.makeStore(home, PATIENTS);
            FineTuneRun run;
            try (Context context =
                    new Home(home, folder.resolve("models"))
                            .unlock(Terminal.PASSPHRASE.toCharArray())) {
                run =
                        context.tuning()
                                .tuning(
                                        new TuneRequest(
                                                "clinic", null, CAREFUL, SEED, Transfer.FULL),
                                        EpochListener.NONE)
                                .run(Progress.NONE);
            }
            deleteOnExit(folder);
            MADE.add(new Made(home, run));
        }
        return MADE.getFirst();
    }

    private static void deleteOnExit(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.forEach(file -> file.toFile().deleteOnExit());
        }
    }
}
