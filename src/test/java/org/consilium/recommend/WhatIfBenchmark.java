package org.consilium.recommend;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Timeline;
import org.consilium.cohort.CohortService;
import org.consilium.meaning.ClinicalTables;
import org.consilium.recommend.safety.SafetyCheck;
import org.consilium.store.CohortRepository;
import org.consilium.store.Database;
import org.consilium.store.ImportSession;
import org.consilium.store.ModelRepository;
import org.consilium.store.TestStores;
import org.consilium.tuning.ModelArchive;
import org.consilium.tuning.ModelRegistry;
import org.consilium.ui.SamplePatient;

/**
 * How long a what-if toggle takes, from the stored record to the checked ranking with all shares,
 * by the shipped model: {@code WhatIfBenchmark [models]}. Prints wall and CPU milliseconds.
 */
public final class WhatIfBenchmark {
    private static final int WARM = 60;
    private static final int TOGGLES = 200;

    private WhatIfBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Path models = Path.of(arguments.length > 0 ? arguments[0] : "models");
        for (int events : new int[] {200, 2000, 20_000}) {
            Path home = Files.createTempDirectory(Path.of("target"), "what-if");
            try (Database database = TestStores.open(home)) {
                measure(database, models, events);
            }
        }
    }

    private static void measure(Database database, Path models, int events) throws Exception {
        Clock clock = Clock.systemUTC();
        CohortRepository repository = new CohortRepository(database, clock);
        try (ImportSession session = repository.beginImport("Bench", true)) {
            session.put(grown(events));
            session.commit();
        }
        ClinicalTables tables = ClinicalTables.shipped();
        RecommendationService service =
                new RecommendationService(
                        new CohortService(repository),
                        new ModelRegistry(
                                new ModelArchive(models), new ModelRepository(database, clock)),
                        RoutineItems.shipped(),
                        tables,
                        SafetyCheck.shipped(tables));
        long cohort = repository.byName("Bench").orElseThrow().id();
        RecommendationRequest request =
                new RecommendationRequest(
                        cohort, SamplePatient.patient().id(), null, 80, Set.of(), null);
        List<Attribution> facts =
                service.recommend(request).items().getFirst().attributions().stream()
                        .filter(fact -> Changeable.kind(fact) != null)
                        .toList();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        double[] wall = new double[TOGGLES];
        double[] cpu = new double[TOGGLES];
        for (int i = -WARM; i < TOGGLES; i++) {
            Attribution fact = facts.get(Math.floorMod(i, facts.size()));
            long begun = System.nanoTime();
            long worked = threads.getCurrentThreadCpuTime();
            service.recommend(with(request, fact));
            if (i >= 0) {
                wall[i] = (System.nanoTime() - begun) / 1e6;
                cpu[i] = (threads.getCurrentThreadCpuTime() - worked) / 1e6;
            }
        }
        Arrays.sort(wall);
        Arrays.sort(cpu);
        System.out.printf(
                Locale.ROOT,
                "%,7d events: wall p50 %.1f p95 %.1f ms, CPU p50 %.1f p95 %.1f ms%n",
                events,
                wall[TOGGLES / 2],
                wall[TOGGLES * 95 / 100],
                cpu[TOGGLES / 2],
                cpu[TOGGLES * 95 / 100]);
    }

    private static RecommendationRequest with(RecommendationRequest request, Attribution fact) {
        var kind = Changeable.kind(fact);
        return new RecommendationRequest(
                request.cohortId(),
                request.patientId(),
                null,
                request.top(),
                Set.of(),
                null,
                kind == null ? List.of() : List.of(new Change.Without(kind, fact.concept())));
    }

    /** The sample patient with earlier copies of the record's events, weeks apart. */
    private static Timeline grown(int count) {
        Timeline sample = SamplePatient.timeline();
        List<ClinicalEvent> events = new ArrayList<>(sample.events());
        for (int round = 1; events.size() < count; round++) {
            for (ClinicalEvent event : sample.events()) {
                LocalDateTime start = event.start().minusDays(7L * round);
                events.add(
                        new ClinicalEvent(
                                event.kind(),
                                event.category(),
                                event.concept(),
                                null,
                                start,
                                start.plusDays(1),
                                event.value(),
                                null));
            }
        }
        events.sort((a, b) -> a.start().compareTo(b.start()));
        return new Timeline(sample.patient(), sample.encounters(), events);
    }
}
