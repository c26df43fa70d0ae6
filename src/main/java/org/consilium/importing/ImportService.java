package org.consilium.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.consilium.clinical.Timeline;
import org.consilium.importing.csv.Dialect;
import org.consilium.importing.source.InputFile;
import org.consilium.importing.source.Inputs;
import org.consilium.importing.source.RefusedInputException;
import org.consilium.importing.source.TextEncoding;
import org.consilium.job.Job;
import org.consilium.job.Progress;
import org.consilium.store.CohortRepository;
import org.consilium.store.ImportSession;

/** Brings files into the store. Thread-safe. */
public final class ImportService {
    /** What a preview reads of each table, and of all JSON files together. */
    private static final long SAMPLED_LINES = 4 << 20;

    private static final long SAMPLED_WHOLE = 32 << 20;

    private final List<CohortReader> readers;
    private final CohortRepository repository;

    /**
     * @param readers in the order in which they are tried
     */
    public ImportService(List<CohortReader> readers, CohortRepository repository) {
        this.readers = List.copyOf(readers);
        this.repository = repository;
    }

    /** Names of the readers, in the order in which they are tried. */
    public List<String> formats() {
        return readers.stream().map(CohortReader::name).toList();
    }

    /**
     * What these files are and hold, from their beginnings; writes nothing. Fails with an {@link
     * ImportException} when they are missing, empty, or of no known format.
     *
     * @param format name of a reader, or {@link ImportRequest#AUTO}
     */
    public Job<ImportPreview> previewing(List<Path> paths, String format) {
        return progress -> refusing(paths, inputs -> preview(inputs, format, progress));
    }

    /** Everything an import does, but for writing: what it would report. */
    public Job<ImportReport> checking(ImportRequest request) {
        return progress ->
                refusing(request.paths(), inputs -> read(inputs, request, each -> {}, progress));
    }

    /**
     * An import as a job. Until it ends nothing of it can be seen; cancelled, failed or killed it
     * leaves the cohort as it was.
     */
    public Job<ImportReport> importing(ImportRequest request) {
        return progress -> refusing(request.paths(), inputs -> run(inputs, request, progress));
    }

    private ImportReport run(Inputs inputs, ImportRequest request, Progress progress)
            throws ImportException, IOException {
        try (ImportSession session =
                repository.beginImport(request.cohort(), request.synthetic())) {
            ImportReport report = read(inputs, request, session::put, progress);
            session.commit();
            return report;
        }
    }

    private ImportReport read(
            Inputs inputs, ImportRequest request, Consumer<Timeline> destination, Progress progress)
            throws ImportException, IOException {
        long begun = System.nanoTime();
        CohortReader reader = reader(inputs, request.format());
        ImportTally tally = new ImportTally(destination);
        inputs.leftOut().forEach(what -> tally.noted(new ImportIssue("", null, null, null, what)));
        reader.read(inputs, tally, progress);
        inputs.requireUnchanged();
        tally.requirePatients();
        progress.checkCancelled();
        double seconds = (System.nanoTime() - begun) / 1e9;
        return tally.report(request.cohort(), reader.name(), seconds);
    }

    private ImportPreview preview(Inputs inputs, String format, Progress progress)
            throws ImportException, IOException {
        CohortReader reader = reader(inputs, format);
        List<Timeline> first = new ArrayList<>();
        ImportTally tally =
                new ImportTally(each -> {
                    if (first.size() < ImportPreview.MOST_PATIENTS) {
                        first.add(each);
                    }
                });
        try (Inputs sample = inputs.sample(SAMPLED_LINES, SAMPLED_WHOLE)) {
            reader.read(sample, tally, progress);
            List<ImportPreview.File> files = new ArrayList<>();
            for (InputFile file :
                    inputs.files().stream().limit(ImportPreview.MOST_FILES).toList()) {
                files.add(described(file));
            }
            return new ImportPreview(
                    reader.name(),
                    files,
                    inputs.files().size(),
                    first,
                    tally.report("", reader.name(), 0),
                    sample.isSample());
        }
    }

    private static ImportPreview.File described(InputFile file) throws IOException {
        boolean table = file.plainName().matches(".*\\.(csv|tsv|txt)");
        Dialect dialect = table ? Dialect.of(file) : null;
        TextEncoding encoding = dialect == null ? TextEncoding.of(file) : dialect.encoding();
        return new ImportPreview.File(
                file.name(),
                file.size(),
                encoding.label(),
                dialect == null ? null : dialect.separatorLabel());
    }

    private CohortReader reader(Inputs inputs, String format) throws ImportException, IOException {
        boolean auto = format.equals(ImportRequest.AUTO);
        for (CohortReader reader : readers) {
            if (auto ? reader.accepts(inputs) : reader.name().equals(format)) {
                return reader;
            }
        }
        throw new ImportException(
                auto
                        ? "These files are of no known format (known: %s)."
                                .formatted(String.join(", ", formats()))
                        : "There is no format called %s (known: %s)."
                                .formatted(format, String.join(", ", formats())));
    }

    /** What is done with files that are open. */
    @FunctionalInterface
    private interface Work<T> {
        T with(Inputs inputs) throws ImportException, IOException;
    }

    private static <T> T refusing(List<Path> paths, Work<T> work)
            throws ImportException, IOException {
        try (Inputs inputs = Inputs.open(paths)) {
            return work.with(inputs);
        } catch (RefusedInputException e) {
            throw new ImportException(String.valueOf(e.getMessage()), e);
        } catch (OutOfMemoryError e) {
            // what was read so far is let go by now; a session that was open is rolled back
            throw new ImportException(
                    "The files hold more than fits into memory (%,d MB for Consilium): bring them in several parts."
                            .formatted(Runtime.getRuntime().maxMemory() >> 20),
                    e);
        }
    }
}
