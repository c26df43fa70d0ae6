package org.consilium.tuning;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.consilium.store.TuningRunRepository;
import org.consilium.store.TuningRunRow;
import org.consilium.tuning.factor.TrainingState;
import org.jspecify.annotations.Nullable;

/**
 * Writes down how far one run is, in the encrypted store, so that it can be gone on with after its
 * process was killed. Not thread-safe.
 */
final class RunLog {
    /** A checkpoint is due when so many times as long has passed as the last one took to write. */
    private static final long SPARING = 20;

    private final @Nullable TuningRunRepository repository;
    private final long start = System.nanoTime();
    private final @Nullable TrainingState from;
    private RunRecord record;
    private long due = start;

    private RunLog(
            @Nullable TuningRunRepository repository,
            RunRecord record,
            @Nullable TrainingState from) {
        this.repository = repository;
        this.record = record;
        this.from = from;
    }

    /**
     * @throws IllegalArgumentException when there is a run of that name
     */
    static RunLog begin(TuningRunRepository repository, RunRecord record, long cohort) {
        String name = String.valueOf(record.request().name());
        repository.begin(new TuningRunRow(name, cohort, record.begun(), json(record)));
        return new RunLog(repository, record, null);
    }

    /** Of a run that is done again: nothing is written down. */
    static RunLog unwritten(RunRecord record) {
        return new RunLog(null, record, null);
    }

    /** Of a run that was interrupted, from its latest checkpoint. */
    static RunLog resume(TuningRunRepository repository, TuningRunRow row) {
        RunRecord record = record(row);
        RunRecord.Trained trained = record.trained();
        TrainingState from =
                trained == null
                        ? null
                        : repository
                                .checkpoint(row.name())
                                .map(bytes -> state(trained, bytes))
                                .orElse(null);
        return new RunLog(repository, record, from);
    }

    static RunRecord record(TuningRunRow row) {
        try {
            return Json.mapper().readValue(row.record(), RunRecord.class);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The record of the run " + row.name() + " is damaged: discard it.", e);
        }
    }

    private static TrainingState state(RunRecord.Trained trained, byte[] checkpoint) {
        try {
            Map<String, float[]> arrays = SafeTensors.of(checkpoint).arrays();
            return new TrainingState(
                    trained.epoch(), trained.waited(), trained.least(), trained.steps(), arrays);
        } catch (IOException e) {
            throw new UncheckedIOException("The run's checkpoint is damaged: discard the run.", e);
        }
    }

    private static String json(RunRecord record) {
        try {
            return Json.mapper().writeValueAsString(record);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a run's record is not written", e);
        }
    }

    RunRecord record() {
        return record;
    }

    /** Where the training goes on; null to begin it. */
    @Nullable TrainingState from() {
        return from;
    }

    /** Since the run began, without the time in which no process worked on it. */
    double seconds() {
        return record.seconds() + (System.nanoTime() - start) / 1e9;
    }

    void decide(RunRecord.Decided decided) {
        record = new RunRecord(record.request(), record.begun(), record.seconds(), decided, null);
        if (repository != null) {
            repository.update(name(), json(record));
        }
    }

    boolean isDue() {
        return repository != null && System.nanoTime() - due >= 0;
    }

    void keep(TrainingState state, int of, List<Double> losses, List<Double> validation) {
        if (repository == null) {
            return;
        }
        long begun = System.nanoTime();
        RunRecord.Trained trained =
                new RunRecord.Trained(
                        state.epoch(),
                        of,
                        state.waited(),
                        state.least(),
                        state.steps(),
                        losses,
                        validation);
        RunRecord now =
                new RunRecord(
                        record.request(), record.begun(), seconds(), record.decided(), trained);
        SafeTensors tensors = new SafeTensors();
        new TreeMap<>(state.arrays()).forEach(tensors::single);
        try {
            repository.update(name(), json(now), tensors.toBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        long end = System.nanoTime();
        due = end + SPARING * (end - begun);
    }

    private String name() {
        return String.valueOf(record.request().name());
    }
}
