package org.consilium.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.consilium.job.Progress;
import org.consilium.security.Vault;

/**
 * A store in a temporary folder under a key that nobody keeps, with the synthetic demo cohort;
 * closing it deletes it.
 */
record DemoStore(Path folder, Context context) implements AutoCloseable {

    static DemoStore make(Path models, Progress progress) throws Exception {
        Path folder = Files.createTempDirectory("consilium-demo-");
        DemoStore demo;
        try {
            demo = new DemoStore(folder, Context.open(folder, Vault.throwAwayKey(), models));
        } catch (Exception e) {
            delete(folder);
            throw e;
        }
        try {
            progress.checkCancelled();
            return demo;
        } catch (Exception e) {
            demo.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        context.close();
        delete(folder);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
