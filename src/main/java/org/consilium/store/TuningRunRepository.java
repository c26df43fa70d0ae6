package org.consilium.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Fine-tuning runs that have not ended, with their latest checkpoints. A run goes with its cohort,
 * and in the same moment as its model is kept ({@link ModelRepository#save}). Thread-safe.
 */
public final class TuningRunRepository {
    private final Database database;

    public TuningRunRepository(Database database) {
        this.database = database;
    }

    /**
     * @throws IllegalArgumentException when there is a run of that name
     */
    public void begin(TuningRunRow run) {
        database.write(handle -> {
            if (row(handle, run.name()).isPresent()) {
                throw new IllegalArgumentException(
                        "There is an interrupted run called %s: resume it, discard it or choose another name."
                                .formatted(run.name()));
            }
            return handle.execute(
                    "INSERT INTO tuning_run (name, cohort_id, begun, record) VALUES (?, ?, ?, ?)",
                    run.name(),
                    run.cohort(),
                    run.begun().atOffset(ZoneOffset.UTC),
                    Deflated.text(run.record()));
        });
    }

    /** Keeps how far a run is, if it has not ended; returns when it outlives the process. */
    public void update(String name, String record) {
        database.write(handle -> change(handle, name, record));
    }

    /** The same with a checkpoint in the place of the one before it: both or neither. */
    public void update(String name, String record, byte[] checkpoint) {
        database.write(handle -> {
            int changed = change(handle, name, record);
            handle.execute("DELETE FROM tuning_checkpoint WHERE name = ?", name);
            if (changed > 0) {
                PreparedBatch parts =
                        handle.prepareBatch(
                                "INSERT INTO tuning_checkpoint (name, part, bytes) VALUES (?, ?, ?)");
                Parts.add(parts, name, checkpoint);
                parts.execute();
            }
            return changed;
        });
    }

    private static int change(Handle handle, String name, String record) {
        return handle.execute(
                "UPDATE tuning_run SET record = ? WHERE name = ?", Deflated.text(record), name);
    }

    /** The latest first. */
    public List<TuningRunRow> rows() {
        return database.read(handle ->
                handle.createQuery("SELECT * FROM tuning_run ORDER BY begun DESC, name")
                        .map((row, context) -> row(row))
                        .list());
    }

    public Optional<TuningRunRow> row(String name) {
        return database.read(handle -> row(handle, name));
    }

    private static Optional<TuningRunRow> row(Handle handle, String name) {
        return handle.createQuery("SELECT * FROM tuning_run WHERE name = ?")
                .bind(0, name)
                .map((row, context) -> row(row))
                .findOne();
    }

    private static TuningRunRow row(ResultSet row) throws SQLException {
        return new TuningRunRow(
                row.getString("name"),
                row.getLong("cohort_id"),
                row.getObject("begun", OffsetDateTime.class).toInstant(),
                Deflated.text(row.getBytes("record")));
    }

    /** The latest checkpoint; empty before the first. */
    public Optional<byte[]> checkpoint(String name) {
        List<byte[]> parts =
                database.read(handle ->
                        handle.createQuery(
                                        "SELECT bytes FROM tuning_checkpoint WHERE name = ? ORDER BY part")
                                .bind(0, name)
                                .map((row, context) -> row.getBytes(1))
                                .list());
        return parts.isEmpty() ? Optional.empty() : Optional.of(Parts.join(parts));
    }

    /** Removes a run with its checkpoint, if it is there. */
    public void remove(String name) {
        database.write(handle -> handle.execute("DELETE FROM tuning_run WHERE name = ?", name));
    }
}
