package org.consilium.importing;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.consilium.csv.SafeCsv;

/**
 * Everything that was rejected, as a CSV file with the columns file, line, resource, field and
 * reason. It takes its name only when it is {@link #keep kept}. Not thread-safe.
 */
public final class RejectedFile implements Consumer<ImportIssue>, Closeable {
    private static final List<String> COLUMNS =
            List.of("file", "line", "resource", "field", "reason");

    private final Path target;
    private final Path fresh;
    private final SafeCsv rows;

    public RejectedFile(Path target) throws IOException {
        this.target = target.toAbsolutePath();
        this.fresh = this.target.resolveSibling(this.target.getFileName() + ".part");
        this.rows = new SafeCsv(Files.newBufferedWriter(fresh, StandardCharsets.UTF_8), COLUMNS);
    }

    @Override
    public void accept(ImportIssue issue) {
        try {
            rows.row(
                    Arrays.asList(
                            issue.file(),
                            issue.line(),
                            issue.resource(),
                            issue.field(),
                            issue.reason()));
        } catch (IOException e) {
            throw new UncheckedIOException("The file of rejected rows could not be written.", e);
        }
    }

    /** Nothing more will come: the file is put in its place, over one that is there. */
    public void keep() throws IOException {
        rows.close();
        Files.move(fresh, target, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Takes it back where it was not kept. */
    @Override
    public void close() throws IOException {
        rows.close();
        Files.deleteIfExists(fresh);
    }
}
