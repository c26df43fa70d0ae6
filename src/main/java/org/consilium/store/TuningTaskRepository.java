package org.consilium.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Tunings that were defined, with what was prepared for them last. Thread-safe. */
public final class TuningTaskRepository {
    private static final String ROWS =
            "SELECT name, cohort_id, definition, changed, snapshot FROM tuning_task";

    private final Database database;
    private final Clock clock;

    public TuningTaskRepository(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** By name. */
    public List<TuningTaskRow> rows() {
        return database.read(handle ->
                handle.createQuery(ROWS + " ORDER BY name").map((row, context) -> row(row)).list());
    }

    public Optional<TuningTaskRow> row(String name) {
        return database.read(handle -> row(handle, name));
    }

    private static Optional<TuningTaskRow> row(Handle handle, String name) {
        return handle.createQuery(ROWS + " WHERE name = ?")
                .bind(0, name)
                .map((row, context) -> row(row))
                .findOne();
    }

    private static TuningTaskRow row(ResultSet row) throws SQLException {
        byte[] snapshot = row.getBytes("snapshot");
        return new TuningTaskRow(
                row.getString("name"),
                row.getLong("cohort_id"),
                Deflated.text(row.getBytes("definition")),
                row.getObject("changed", OffsetDateTime.class).toInstant(),
                snapshot == null ? null : Deflated.text(snapshot));
    }

    /**
     * Keeps a definition, in the place of one of the same name; on the disk when it returns. What
     * was prepared for another definition goes.
     */
    public void save(String name, long cohort, String definition) {
        Instant now = clock.instant();
        database.writeForGood(handle -> {
            Optional<TuningTaskRow> before = row(handle, name);
            boolean same =
                    before.isPresent()
                            && before.get().cohort() == cohort
                            && before.get().definition().equals(definition);
            if (same) {
                return false;
            }
            handle.execute("DELETE FROM tuning_task WHERE name = ?", name);
            handle.execute(
                    "INSERT INTO tuning_task (name, cohort_id, definition, changed) VALUES (?, ?, ?, ?)",
                    name,
                    cohort,
                    Deflated.text(definition),
                    now.atOffset(ZoneOffset.UTC));
            database.audit().append(handle, now, "define tuning task", name);
            return true;
        });
    }

    /**
     * Keeps what was prepared, in the place of what was before, if the task is still defined so.
     *
     * @param definition that it was prepared for
     * @param patients by patient a hash, as its room writes them
     */
    public void prepared(String name, String definition, String snapshot, String patients) {
        database.write(handle -> {
            boolean same =
                    row(handle, name).map(row -> row.definition().equals(definition)).orElse(false);
            return same
                    ? handle.execute(
                            "UPDATE tuning_task SET snapshot = ?, patients = ? WHERE name = ?",
                            Deflated.text(snapshot),
                            Deflated.text(patients),
                            name)
                    : 0;
        });
    }

    /** What {@link #prepared} was given last; null where nothing was. */
    public @Nullable String patients(String name) {
        return database.read(handle ->
                        handle.createQuery(
                                        "SELECT patients FROM tuning_task WHERE name = ? AND patients IS NOT NULL")
                                .bind(0, name)
                                .map((row, context) -> Deflated.text(row.getBytes(1)))
                                .findOne())
                .orElse(null);
    }

    /**
     * @return whether there was such a task
     */
    public boolean delete(String name) {
        Instant now = clock.instant();
        return database.writeForGood(handle -> {
            int deleted = handle.execute("DELETE FROM tuning_task WHERE name = ?", name);
            if (deleted > 0) {
                database.audit().append(handle, now, "delete tuning task", name);
            }
            return deleted > 0;
        });
    }
}
