package org.consilium.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.consilium.clinical.CohortChanges;
import org.consilium.clinical.Timeline;
import org.consilium.importing.csv.Dialect;
import org.consilium.importing.mapping.ColumnMapping;
import org.consilium.importing.mapping.MappedReader;
import org.consilium.importing.mapping.MappingService;
import org.consilium.importing.mapping.SavedMappings;
import org.consilium.importing.meaning.MeaningPass;
import org.consilium.importing.source.InputFile;
import org.consilium.importing.source.Inputs;
import org.consilium.importing.source.RefusedInputException;
import org.consilium.importing.source.TextEncoding;
import org.consilium.job.Job;
import org.consilium.job.Progress;
import org.consilium.meaning.Units;
import org.consilium.store.CohortRepository;
import org.consilium.store.ImportOptions;
import org.consilium.store.ImportSession;
import org.consilium.store.ImportTotals;
import org.jspecify.annotations.Nullable;

/** Brings files into the store. Thread-safe. */
public final class ImportService {
    /** What a preview reads of each table, and of all JSON files together. */
    private static final long SAMPLED_LINES = 4 << 20;

    private static final long SAMPLED_WHOLE = 32 << 20;

    /** A quarter of a heap of 512 MB: the rest is for what is on its way to the store. */
    private static final long BUDGET = 128 << 20;

    private final List<CohortReader> readers;
    private final CohortRepository repository;
    private final MappingService mappings;
    private final Units units;
    private final long budget;

    /**
     * @param readers in the order in which they are tried
     * @param units in which results are kept
     * @param mappings for tables that are of none of their formats
     */
    public ImportService(
            List<CohortReader> readers,
            CohortRepository repository,
            Units units,
            MappingService mappings) {
        this(readers, repository, units, mappings, BUDGET);
    }

    /** Where mappings are not kept. */
    public ImportService(List<CohortReader> readers, CohortRepository repository, Units units) {
        this(readers, repository, units, BUDGET);
    }

    /**
     * @param budget bytes of memory for what is gathered; beyond them it waits in the store
     */
    ImportService(
            List<CohortReader> readers, CohortRepository repository, Units units, long budget) {
        this(readers, repository, units, new MappingService(new SavedMappings(null)), budget);
    }

    private ImportService(
            List<CohortReader> readers,
            CohortRepository repository,
            Units units,
            MappingService mappings,
            long budget) {
        this.readers = List.copyOf(readers);
        this.repository = repository;
        this.units = units;
        this.mappings = mappings;
        this.budget = budget;
    }

    /** Names of the formats, in the order in which they are tried; the last one needs a mapping. */
    public List<String> formats() {
        return Stream.concat(readers.stream().map(CohortReader::name), Stream.of(MappedReader.NAME))
                .toList();
    }

    /** Suggests, tries and keeps mappings, for tables of no known format. */
    public MappingService mappings() {
        return mappings;
    }

    /**
     * What these files are and hold, from their beginnings; writes nothing. Fails with an {@link
     * ImportException} when they are missing, empty, or of no known format.
     *
     * @param format name of a reader, or {@link ImportRequest#AUTO}
     */
    public Job<ImportPreview> previewing(List<Path> paths, String format) {
        return progress ->
                refusing(paths, inputs -> preview(inputs, reader(inputs, format, null), progress));
    }

    /** The same for tables that are read as a mapping says. */
    public Job<ImportPreview> previewing(List<Path> paths, ColumnMapping mapping) {
        return progress ->
                refusing(paths, inputs -> preview(inputs, new MappedReader(mapping), progress));
    }

    /** Everything an import does, but it is taken back at the end: what it would report. */
    public Job<ImportReport> checking(ImportRequest request) {
        return checking(request, issue -> {});
    }

    /**
     * @param rejected is given every row that is rejected, as it is met: a report keeps only the
     *     first of them
     */
    public Job<ImportReport> checking(ImportRequest request, Consumer<ImportIssue> rejected) {
        return progress ->
                refusing(
                        request.paths(),
                        inputs -> run(inputs, request, rejected, ImportSession::totals, progress));
    }

    /**
     * An import as a job. Until it ends nothing of it can be seen; cancelled, failed or killed it
     * leaves the cohort as it was.
     */
    public Job<ImportReport> importing(ImportRequest request) {
        return importing(request, issue -> {});
    }

    /**
     * @param rejected is given every row that is rejected, as it is met: a report keeps only the
     *     first of them
     */
    public Job<ImportReport> importing(ImportRequest request, Consumer<ImportIssue> rejected) {
        return progress ->
                refusing(
                        request.paths(),
                        inputs -> run(inputs, request, rejected, ImportSession::commit, progress));
    }

    /**
     * @param end what is done with the import when everything was read
     */
    private ImportReport run(
            Inputs inputs,
            ImportRequest request,
            Consumer<ImportIssue> rejected,
            Function<ImportSession, ImportTotals> end,
            Progress progress)
            throws ImportException, IOException {
        long begun = System.nanoTime();
        CohortReader reader = reader(inputs, request.format(), request.mapping());
        boolean synthetic = request.synthetic() || reader.marksSynthetic(inputs);
        ImportOptions options = new ImportOptions(request.cohort(), synthetic, request.known());
        try (ImportSession session = repository.beginImport(options)) {
            ImportTally tally =
                    new ImportTally(
                            new MeaningPass(units),
                            session::put,
                            session::alsoCoded,
                            new StoreSpill(session, budget),
                            rejected);
            inputs.leftOut()
                    .forEach(what -> tally.noted(new ImportIssue("", null, null, null, what)));
            reader.read(inputs, tally, progress);
            inputs.requireUnchanged();
            tally.requirePatients();
            progress.checkCancelled();
            ImportTotals totals = end.apply(session);
            tally.refused(totals);
            double seconds = (System.nanoTime() - begun) / 1e9;
            return tally.report(request.cohort(), reader.name(), totals.changes(), seconds);
        }
    }

    private ImportPreview preview(Inputs inputs, CohortReader reader, Progress progress)
            throws ImportException, IOException {
        List<Timeline> first = new ArrayList<>();
        ImportTally tally =
                new ImportTally(
                        new MeaningPass(units),
                        each -> {
                            if (first.size() < ImportPreview.MOST_PATIENTS) {
                                first.add(each);
                            }
                        },
                        (taken, other) -> true,
                        Spill.NONE,
                        issue -> {});
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
                    tally.report("", reader.name(), CohortChanges.NONE, 0),
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

    private CohortReader reader(Inputs inputs, String format, @Nullable ColumnMapping mapping)
            throws ImportException, IOException {
        if (mapping != null) {
            return new MappedReader(mapping);
        }
        boolean auto = format.equals(ImportRequest.AUTO);
        for (CohortReader reader : readers) {
            if (auto ? reader.accepts(inputs) : reader.name().equals(format)) {
                return reader;
            }
        }
        String known = String.join(", ", formats());
        if (auto || format.equals(MappedReader.NAME)) {
            String sentence =
                    auto
                            ? "These files are of no known format (known: %s).".formatted(known)
                            : "The format csv needs a mapping.";
            throw new ImportException(sentence + mappingHint(inputs));
        }
        throw new ImportException(
                "There is no format called %s (known: %s).".formatted(format, known));
    }

    private String mappingHint(Inputs inputs) throws IOException {
        List<ColumnMapping> fitting = mappings.fitting(inputs);
        return fitting.isEmpty()
                ? " Any other table can be read once its columns are mapped."
                : " The saved mapping %s fits them.".formatted(fitting.getFirst().name());
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
