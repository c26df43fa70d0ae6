package org.consilium.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.consilium.clinical.Timeline;
import org.consilium.importing.CohortReader;
import org.consilium.importing.ImportException;
import org.consilium.importing.ImportIssue;
import org.consilium.importing.PatientSink;
import org.consilium.importing.synthea.SyntheaReader;
import org.consilium.job.Progress;
import org.consilium.recommend.FactExtractor;
import org.consilium.recommend.Visit;
import org.consilium.store.RandomTimelines;

/** What goes out, what comes in again, and what both say. */
public final class RoundTrip {
    private static final Path DEMO = Path.of("resources", "demo", "synthea-washington.zip");
    private static final FactExtractor FACTS = new FactExtractor();

    private RoundTrip() {}

    /** The first patients of the demo, as it ships. */
    public static List<Timeline> demo(int patients) throws IOException, ImportException {
        return read(new SyntheaReader(), DEMO).subList(0, patients);
    }

    /** Patients of nobody: from none to six visits, from none to 145 events. */
    public static List<Timeline> random(long seed) {
        RandomTimelines random = new RandomTimelines(seed);
        return IntStream.range(0, 30)
                .mapToObj(i -> random.next("p" + (100 + i), i % 7, i * 5))
                .toList();
    }

    /** Every patient in these files, none of whose rows may be rejected. */
    public static List<Timeline> read(CohortReader reader, Path files)
            throws IOException, ImportException {
        Patients patients = new Patients();
        reader.read(List.of(files), patients, Progress.NONE);
        return patients.read;
    }

    /** What the model is asked with and learns from, in whatever order it was recorded. */
    public static List<Object> facts(Timeline timeline) {
        List<Object> all = new ArrayList<>();
        for (Visit visit : FACTS.visits(timeline, each -> true)) {
            all.add(
                    List.of(
                            visit.at(),
                            new HashSet<>(visit.facts()),
                            new HashSet<>(visit.active()),
                            new HashSet<>(visit.targets())));
        }
        return all;
    }

    private static final class Patients implements PatientSink {
        private final List<Timeline> read = new ArrayList<>();

        @Override
        public void patient(Timeline timeline) {
            read.add(timeline);
        }

        @Override
        public void skipped(String type) {}

        @Override
        public void rejected(ImportIssue issue) {
            throw new AssertionError(issue.sentence());
        }
    }
}
