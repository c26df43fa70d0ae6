package org.consilium.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.consilium.clinical.Timeline;
import org.consilium.importing.ImportException;
import org.consilium.importing.ImportIssue;
import org.consilium.importing.PatientSink;
import org.consilium.importing.synthea.SyntheaReader;
import org.consilium.job.Progress;

/**
 * The patients of one Synthea folder, and how they were made. Synthea writes them in the order in
 * which its threads finish; here they stand by id, so that the same seed gives the same model.
 */
record SourcePopulation(List<Timeline> patients, String description) {
    /** What models/make.sh leaves beside the CSV folder once Synthea is through. */
    private static final String ORIGIN = "population.txt";

    static SourcePopulation read(Path folder, Progress progress)
            throws ImportException, IOException {
        Gathering gathering = new Gathering();
        new SyntheaReader().read(List.of(folder), gathering, progress);
        gathering.patients.sort(Comparator.comparing(timeline -> timeline.patient().id()));
        return new SourcePopulation(
                gathering.patients,
                "%s: %,d patients read, %,d rows rejected"
                        .formatted(origin(folder), gathering.patients.size(), gathering.rejected));
    }

    private static String origin(Path folder) throws IOException {
        Path told = folder.toAbsolutePath().resolveSibling(ORIGIN);
        return Files.isRegularFile(told)
                ? Files.readString(told).strip()
                : "folder of unknown origin";
    }

    private static final class Gathering implements PatientSink {
        private final List<Timeline> patients = new ArrayList<>();
        private int rejected;

        @Override
        public void patient(Timeline timeline) {
            patients.add(timeline);
        }

        @Override
        public void skipped(String type) {}

        @Override
        public void rejected(ImportIssue issue) {
            rejected++;
        }
    }
}
