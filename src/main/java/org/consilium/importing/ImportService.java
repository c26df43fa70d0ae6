package org.consilium.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.consilium.clinical.Timeline;
import org.consilium.job.Job;
import org.consilium.job.Progress;
import org.consilium.store.CohortRepository;
import org.consilium.store.ImportSession;

/** Brings files into the store. Thread-safe. */
public final class ImportService {
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
     * The reader that would take these files.
     *
     * @throws ImportException when they are missing, empty, or of no known format
     */
    public String detect(List<Path> paths) throws ImportException {
        return reader(paths, ImportRequest.AUTO).name();
    }

    /**
     * An import as a job. Until it ends nothing of it can be seen; cancelled, failed or killed it
     * leaves the cohort as it was.
     */
    public Job<ImportReport> importing(ImportRequest request) {
        return progress -> run(request, progress);
    }

    private ImportReport run(ImportRequest request, Progress progress)
            throws ImportException, IOException {
        long begun = System.nanoTime();
        CohortReader reader = reader(request.paths(), request.format());
        try (ImportSession session =
                repository.beginImport(request.cohort(), request.synthetic())) {
            Tally tally = new Tally(session);
            reader.read(request.paths(), tally, progress);
            if (tally.patients == 0) {
                throw new ImportException(tally.nothingRead());
            }
            progress.checkCancelled();
            session.commit();
            double seconds = (System.nanoTime() - begun) / 1e9;
            return tally.report(request.cohort(), reader.name(), seconds);
        }
    }

    private CohortReader reader(List<Path> paths, String format) throws ImportException {
        for (Path path : paths) {
            requireContent(path);
        }
        boolean auto = format.equals(ImportRequest.AUTO);
        for (CohortReader reader : readers) {
            if (auto ? accepts(reader, paths) : reader.name().equals(format)) {
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

    private static boolean accepts(CohortReader reader, List<Path> paths) throws ImportException {
        try {
            return reader.accepts(paths);
        } catch (IOException e) {
            throw new ImportException("The files could not be read.", e);
        }
    }

    private static void requireContent(Path path) throws ImportException {
        if (!Files.exists(path)) {
            throw new ImportException("There is no file or folder " + path + ".");
        }
        try (Stream<Path> inside = Files.isDirectory(path) ? Files.list(path) : Stream.of(path)) {
            boolean empty =
                    Files.isDirectory(path) ? inside.findAny().isEmpty() : Files.size(path) == 0;
            if (empty) {
                throw new ImportException(path + " is empty.");
            }
        } catch (IOException e) {
            throw new ImportException(path + " could not be read.", e);
        }
    }

    /** Counts what passes on its way into the store. */
    private static final class Tally implements PatientSink {
        private final ImportSession session;
        private final Map<String, Long> skipped = new TreeMap<>();
        private final List<ImportIssue> issues = new ArrayList<>();
        private int patients;
        private long encounters;
        private long events;
        private long rejected;

        Tally(ImportSession session) {
            this.session = session;
        }

        @Override
        public void patient(Timeline timeline) {
            patients++;
            encounters += timeline.encounters().size();
            events += timeline.events().size();
            session.put(timeline);
        }

        @Override
        public void skipped(String type) {
            skipped.merge(type, 1L, Long::sum);
        }

        @Override
        public void rejected(ImportIssue issue) {
            rejected++;
            noted(issue);
        }

        @Override
        public void noted(ImportIssue issue) {
            if (issues.size() < ImportReport.MAX_ISSUES) {
                issues.add(issue);
            }
        }

        /** One sentence, with the first thing that was wrong. */
        String nothingRead() {
            String sentence = "No patient could be read, so nothing was changed";
            return issues.isEmpty()
                    ? sentence + "."
                    : "%s (rejected: %,d). %s"
                            .formatted(sentence, rejected, issues.getFirst().sentence());
        }

        ImportReport report(String cohort, String format, double seconds) {
            return new ImportReport(
                    cohort,
                    format,
                    patients,
                    encounters,
                    events,
                    skipped,
                    rejected,
                    issues,
                    seconds);
        }
    }
}
