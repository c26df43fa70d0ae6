package org.consilium.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Tuned models with their runs, and which model was served when. Thread-safe. */
public final class ModelRepository {
    private static final String COLUMNS = "name, base, cohort, made, facts, items, record, card";
    private static final String LATEST =
            " FROM promotion WHERE rolled_back_at IS NULL ORDER BY id DESC LIMIT 1";

    private final Database database;
    private final Clock clock;

    public ModelRepository(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public void save(ModelRow row, byte[] weights) {
        database.writeForGood(handle ->
                handle.execute(
                        "INSERT INTO model ("
                                + COLUMNS
                                + ", weights) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        row.name(),
                        row.base(),
                        row.cohort(),
                        row.made().atOffset(ZoneOffset.UTC),
                        row.facts(),
                        row.items(),
                        row.record(),
                        row.card(),
                        weights));
    }

    /** The latest first. */
    public List<ModelRow> rows() {
        return database.read(handle ->
                handle.createQuery("SELECT " + COLUMNS + " FROM model ORDER BY made DESC, name")
                        .map((row, context) -> row(row))
                        .list());
    }

    public Optional<ModelRow> row(String name) {
        return database.read(handle ->
                handle.createQuery("SELECT " + COLUMNS + " FROM model WHERE name = ?")
                        .bind(0, name)
                        .map((row, context) -> row(row))
                        .findOne());
    }

    private static ModelRow row(ResultSet row) throws SQLException {
        return new ModelRow(
                row.getString("name"),
                row.getString("base"),
                row.getString("cohort"),
                row.getObject("made", OffsetDateTime.class).toInstant(),
                row.getInt("facts"),
                row.getInt("items"),
                row.getString("record"),
                row.getString("card"));
    }

    public Optional<byte[]> weights(String name) {
        return database.read(handle ->
                handle.createQuery("SELECT weights FROM model WHERE name = ?")
                        .bind(0, name)
                        .map((row, context) -> row.getBytes(1))
                        .findOne());
    }

    /** Name of the model promoted last and not rolled back. */
    public Optional<String> served() {
        return latest("model");
    }

    /** What was served before that. */
    public Optional<String> servedBefore() {
        return latest("before");
    }

    private Optional<String> latest(String column) {
        return database.read(handle ->
                handle.createQuery("SELECT " + column + LATEST).mapTo(String.class).findOne());
    }

    /** Returns when it is on the disk. */
    public void promote(String name, String before) {
        database.writeForGood(handle ->
                handle.execute(
                        "INSERT INTO promotion (model, before, at) VALUES (?, ?, ?)",
                        name,
                        before,
                        clock.instant().atOffset(ZoneOffset.UTC)));
    }

    /** Takes the last promotion back; returns when that is on the disk. */
    public void rollback() {
        database.writeForGood(handle ->
                handle.execute(
                        "UPDATE promotion SET rolled_back_at = ? WHERE id = (SELECT id"
                                + LATEST
                                + ")",
                        clock.instant().atOffset(ZoneOffset.UTC)));
    }
}
