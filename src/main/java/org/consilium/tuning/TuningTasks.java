package org.consilium.tuning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.consilium.clinical.Cohort;
import org.consilium.clinical.ItemKind;
import org.consilium.clinical.NotFoundException;
import org.consilium.cohort.CohortService;
import org.consilium.job.Job;
import org.consilium.job.Progress;
import org.consilium.recommend.ConceptMapping;
import org.consilium.recommend.Item;
import org.consilium.store.TuningTaskRepository;
import org.consilium.store.TuningTaskRow;
import org.consilium.tuning.task.Preparation;
import org.consilium.tuning.task.SnapshotHash;
import org.consilium.tuning.task.TaskScope;
import org.consilium.tuning.task.TaskUse;
import org.consilium.tuning.task.TimelineScreen;
import org.consilium.tuning.task.TuningTask;
import org.jspecify.annotations.Nullable;

/**
 * Tunings that are defined and kept under a name, and the data that are prepared for them.
 * Thread-safe.
 */
public final class TuningTasks {
    private static final TypeReference<TreeMap<String, String>> HASHES = new TypeReference<>() {};

    private final CohortService cohorts;
    private final TuningTaskRepository repository;
    private final TuningRuns runs;
    private final ConceptMapping mapping;
    private final Clock clock;

    TuningTasks(
            CohortService cohorts,
            TuningTaskRepository repository,
            TuningRuns runs,
            ConceptMapping mapping,
            Clock clock) {
        this.cohorts = cohorts;
        this.repository = repository;
        this.runs = runs;
        this.mapping = mapping;
        this.clock = clock;
    }

    /** By name. */
    public List<TuningTask> list() {
        return repository.rows().stream().map(TuningTasks::task).toList();
    }

    /**
     * @throws NotFoundException when there is no such task
     */
    public TuningTask byName(String name) {
        return task(row(name));
    }

    /**
     * Keeps a task, in the place of one of the same name. Data that were prepared for another
     * definition have to be prepared again.
     *
     * @throws NotFoundException when there is no such cohort
     */
    public void define(TuningTask task) {
        Cohort cohort = cohorts.byName(task.cohort());
        repository.save(task.name(), cohort.id(), json(task));
    }

    /**
     * @throws NotFoundException when there is no such task
     */
    public void delete(String name) {
        if (!repository.delete(name)) {
            throw unknown(name);
        }
    }

    /** What was prepared last for the task as it is defined now. */
    public Optional<Preparation> prepared(String name) {
        String snapshot = row(name).snapshot();
        return snapshot == null ? Optional.empty() : Optional.of(read(snapshot));
    }

    /**
     * The task as a run is to be asked for; the run then takes no other records than those that
     * were prepared, where any were.
     */
    public TaskUse use(String name) {
        TuningTaskRow row = row(name);
        String snapshot = row.snapshot();
        return new TaskUse(
                name, task(row).scope(), snapshot == null ? null : read(snapshot).hash());
    }

    /**
     * Reads the records of a task and keeps a hash of them, as a job: what a run of the task learns
     * from from now on, until it is prepared again.
     */
    public Job<Preparation> preparing(String name) {
        return progress -> {
            TuningTaskRow row = row(name);
            TuningTask task = task(row);
            SnapshotHash hash = new SnapshotHash();
            Preparation prepared = prepare(task, hash, changesSince(row), progress);
            progress.checkCancelled();
            repository.prepared(
                    name, row.definition(), json(prepared), json(new TreeMap<>(hash.patients())));
            return prepared;
        };
    }

    /** What a task that is not kept would learn from, as a job; nothing is kept. */
    public Job<Preparation> looking(TuningTask task) {
        return progress -> prepare(task, new SnapshotHash(), hashes -> null, progress);
    }

    private Preparation prepare(
            TuningTask task, SnapshotHash hash, Before before, Progress progress) {
        Cohort cohort = cohorts.byName(task.cohort());
        TaskScope scope = task.scope();
        TimelineScreen screen = new TimelineScreen(scope, cohort.importedAt());
        VisitCollector collector =
                new VisitCollector(
                        VisitOptions.asRecorded(Integer.MAX_VALUE, 1).with(mapping).of(scope));
        cohorts.forEachTimeline(
                cohort.id(),
                progress,
                recorded ->
                        screen.of(recorded)
                                .ifPresent(timeline -> {
                                    hash.add(timeline, scope.visits(timeline));
                                    collector.add(timeline);
                                }));
        LocalVisits visits = LocalVisits.of(collector);
        return new Preparation(
                task.name(),
                cohort.name(),
                clock.instant(),
                hash.of(scope),
                cohort.patients(),
                visits.patients(),
                visits.visits(),
                screen.findings(),
                starts(collector.itemUse()),
                collector.without().stream()
                        .map(item -> item.concept().display())
                        .distinct()
                        .sorted()
                        .toList(),
                visits.groupShares(),
                runs.readiness(cohort, visits.patients()),
                before.changes(hash.patients()));
    }

    /** Compares hashes by patient with those of before. */
    private interface Before {
        Preparation.@Nullable Changes changes(Map<String, String> now);
    }

    private Before changesSince(TuningTaskRow row) {
        String patients = repository.patients(row.name());
        String snapshot = row.snapshot();
        if (patients == null || snapshot == null) {
            return now -> null;
        }
        Instant since = read(snapshot).made();
        return now -> {
            Map<String, String> before = hashes(patients);
            int changed = 0;
            int removed = 0;
            for (Map.Entry<String, String> each : before.entrySet()) {
                String hash = now.get(each.getKey());
                removed += hash == null ? 1 : 0;
                changed += hash == null || hash.equals(each.getValue()) ? 0 : 1;
            }
            int added = now.size() - (before.size() - removed);
            return new Preparation.Changes(since, added, removed, changed);
        };
    }

    private static Map<ItemKind, Integer> starts(Map<Item, Integer> use) {
        Map<ItemKind, Integer> starts = new EnumMap<>(ItemKind.class);
        use.forEach((item, count) -> starts.merge(item.kind(), count, Integer::sum));
        return starts;
    }

    private TuningTaskRow row(String name) {
        return repository.row(name).orElseThrow(() -> unknown(name));
    }

    private static NotFoundException unknown(String name) {
        return new NotFoundException("There is no task called " + name + ".");
    }

    private static TuningTask task(TuningTaskRow row) {
        try {
            return Json.mapper().readValue(row.definition(), TuningTask.class);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The task " + row.name() + " is damaged: delete it and define it again.", e);
        }
    }

    private static Preparation read(String snapshot) {
        try {
            return Json.mapper().readValue(snapshot, Preparation.class);
        } catch (IOException e) {
            throw new UncheckedIOException("What was prepared is damaged: prepare it again.", e);
        }
    }

    private static Map<String, String> hashes(String patients) {
        try {
            return Json.mapper().readValue(patients, HASHES);
        } catch (IOException e) {
            throw new UncheckedIOException("What was prepared is damaged: prepare it again.", e);
        }
    }

    private static String json(Object value) {
        try {
            return Json.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a task is not written", e);
        }
    }
}
