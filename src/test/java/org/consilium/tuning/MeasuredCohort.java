package org.consilium.tuning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.consilium.clinical.Timeline;
import org.consilium.cohort.CohortService;
import org.consilium.importing.ImportRequest;
import org.consilium.importing.ImportService;
import org.consilium.importing.events.EventsReader;
import org.consilium.importing.omop.OmopReader;
import org.consilium.importing.synthea.SyntheaReader;
import org.consilium.job.Progress;
import org.consilium.meaning.ShippedTables;
import org.consilium.store.CohortRepository;
import org.consilium.store.Database;
import org.consilium.store.TestStores;

/** The patients of a folder as the program has them once they are imported. */
final class MeasuredCohort {
    private MeasuredCohort() {}

    static List<Timeline> read(Path folder) throws Exception {
        Path home = Files.createTempDirectory("measured");
        List<Timeline> timelines = new ArrayList<>();
        try (Database database = TestStores.open(home)) {
            CohortRepository repository = new CohortRepository(database, TestStores.CLOCK);
            new ImportService(
                            List.of(new SyntheaReader(), new OmopReader(), new EventsReader()),
                            repository,
                            ShippedTables.read().units())
                    .importing(new ImportRequest("measured", List.of(folder), "auto", false))
                    .run(Progress.NONE);
            CohortService cohorts = new CohortService(repository);
            cohorts.forEachTimeline(cohorts.byName("measured").id(), Progress.NONE, timelines::add);
        } finally {
            delete(home);
        }
        return timelines;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
