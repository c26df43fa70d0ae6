package org.consilium.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.consilium.importing.ImportRequest;
import org.consilium.job.Progress;
import org.consilium.security.Vault;

/**
 * A store in a temporary folder under a key that nobody keeps, with the synthetic demo cohort;
 * closing it deletes it.
 */
record DemoStore(Path folder, Context context) implements AutoCloseable {

    static DemoStore make(Path models, Progress progress) throws Exception {
        LeftDemos.delete(Path.of(System.getProperty("java.io.tmpdir")));
        Path folder = Files.createTempDirectory(LeftDemos.PREFIX);
        DemoStore demo;
        try {
            demo = new DemoStore(folder, Context.open(folder, Vault.throwAwayKey(), models));
        } catch (Exception e) {
            delete(folder);
            throw e;
        }
        try {
            demo.fill(progress);
            return demo;
        } catch (Exception e) {
            demo.close();
            throw e;
        }
    }

    private void fill(Progress progress) throws Exception {
        progress.report(0, -1, "Unpacking the synthetic patients");
        Path tables = Files.createDirectory(folder.resolve("tables"));
        DemoCohort.unpack(tables);
        context.imports()
                .importing(
                        new ImportRequest(
                                DemoCohort.NAME, List.of(tables), ImportRequest.AUTO, true))
                .run(progress);
        delete(tables);
    }

    @Override
    public void close() throws IOException {
        context.close();
        delete(folder);
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
