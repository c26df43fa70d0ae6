package org.consilium.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.consilium.clinical.Cohort;
import org.consilium.clinical.NotFoundException;
import org.consilium.clinical.Timeline;
import org.consilium.cohort.CohortService;
import org.consilium.job.Job;
import org.consilium.job.Progress;

/**
 * Brings cohorts, or chosen patients of one, out of the store. One patient is in memory at a time.
 * What leaves the store is no longer encrypted, so the files are their owner's alone and the audit
 * trail says that they were made. Thread-safe.
 */
public final class ExportService {
    private static final List<String> FULL =
            List.of("no space left", "not enough space", "quota exceeded", "file too large");
    private static final String SYNTHETIC =
            "SYNTHETIC DATA: nobody in these files is a real person.";

    private final List<ExportFormat> formats;
    private final CohortService cohorts;
    private final Clock clock;

    public ExportService(List<ExportFormat> formats, CohortService cohorts, Clock clock) {
        this.formats = List.copyOf(formats);
        this.cohorts = cohorts;
        this.clock = clock;
    }

    public List<ExportFormat> formats() {
        return formats;
    }

    /**
     * An export as a job. Until it ends nothing stands in the target; cancelled, failed or killed
     * it leaves the target as it was.
     */
    public Job<ExportReport> exporting(ExportRequest request) {
        return progress -> {
            try {
                return run(request, progress);
            } catch (UncheckedIOException e) {
                throw e.getCause() instanceof IOException cause ? told(cause) : e;
            } catch (IOException e) {
                throw told(e);
            }
        };
    }

    private static IOException told(IOException e) {
        String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        return FULL.stream().anyMatch(message::contains)
                ? new IOException(
                        "The disk is full: make room or choose another folder; nothing of the export was kept.",
                        e)
                : e;
    }

    private ExportReport run(ExportRequest request, Progress progress)
            throws ExportException, IOException {
        long begun = System.nanoTime();
        ExportFormat format = format(request.format());
        Cohort cohort = cohorts.byName(request.cohort());
        requireAll(cohort, request);
        try (ExportFolder folder = ExportFolder.begin(request.target(), request.packing())) {
            Losses losses = new Losses();
            Count count = new Count();
            try (CohortWriter writer = format.writer(cohort, folder, losses)) {
                each(
                        cohort,
                        request,
                        progress,
                        timeline -> {
                            count.add(timeline);
                            write(writer, timeline);
                        });
            }
            progress.checkCancelled();
            Manifest manifest = manifest(request, format, cohort, count, losses, folder.entries());
            cohorts.recordExport(
                    cohort.id(), "%s, patients: %d".formatted(format.name(), count.patients));
            folder.publish(manifest);
            return report(manifest, request, losses, (System.nanoTime() - begun) / 1e9);
        }
    }

    private ExportFormat format(String name) throws ExportException {
        for (ExportFormat format : formats) {
            if (format.name().equals(name)) {
                return format;
            }
        }
        throw new ExportException(
                "There is no format called %s (known: %s)."
                        .formatted(
                                name,
                                formats.stream()
                                        .map(ExportFormat::name)
                                        .collect(Collectors.joining(", "))));
    }

    private void requireAll(Cohort cohort, ExportRequest request) {
        TreeSet<String> missing = new TreeSet<>(request.patients());
        if (!missing.isEmpty()) {
            cohorts.patients(cohort.id()).forEach(each -> missing.remove(each.patient().id()));
            if (!missing.isEmpty()) {
                throw new NotFoundException(
                        "Patients asked for that are not in the cohort: %,d of %,d."
                                .formatted(missing.size(), request.patients().size()));
            }
        }
    }

    private void each(
            Cohort cohort, ExportRequest request, Progress progress, Consumer<Timeline> action) {
        Progress told = new Renamed(progress);
        if (request.patients().isEmpty()) {
            cohorts.forEachTimeline(cohort.id(), told, action);
            return;
        }
        long done = 0;
        for (String patient : new TreeSet<>(request.patients())) {
            told.checkCancelled();
            action.accept(cohorts.timeline(cohort.id(), patient));
            told.report(++done, request.patients().size(), "");
        }
    }

    private static void write(CohortWriter writer, Timeline timeline) {
        try {
            writer.write(timeline);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Manifest manifest(
            ExportRequest request,
            ExportFormat format,
            Cohort cohort,
            Count count,
            Losses losses,
            List<Manifest.Entry> files) {
        String version = ExportService.class.getPackage().getImplementationVersion();
        Map<String, Long> lost = new TreeMap<>();
        losses.counts().forEach((loss, number) -> lost.put(loss.key(), number));
        return new Manifest(
                Manifest.OURS + format.name(),
                format.version(),
                "Consilium " + (version == null ? "(development)" : version),
                cohort.name(),
                cohort.synthetic(),
                cohort.synthetic() ? SYNTHETIC : null,
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
                request.patients().isEmpty() ? "all" : "chosen",
                count.patients,
                count.encounters,
                count.events,
                lost,
                files);
    }

    private static ExportReport report(
            Manifest manifest, ExportRequest request, Losses losses, double seconds) {
        Map<String, Long> lost =
                losses.counts().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        each -> each.getKey().words(), Map.Entry::getValue));
        return new ExportReport(
                manifest.cohort(),
                request.format(),
                request.target().toAbsolutePath().normalize(),
                manifest.synthetic(),
                manifest.patients(),
                manifest.encounters(),
                manifest.events(),
                lost,
                manifest.files(),
                seconds);
    }

    private static final class Count {
        private int patients;
        private long encounters;
        private long events;

        void add(Timeline timeline) {
            patients++;
            encounters += timeline.encounters().size();
            events += timeline.events().size();
        }
    }

    /** Says what is being done in the export's words. */
    private record Renamed(Progress progress) implements Progress {
        @Override
        public void report(long done, long total, String message) {
            progress.report(done, total, "Exporting patients");
        }

        @Override
        public void checkCancelled() {
            progress.checkCancelled();
        }
    }
}
