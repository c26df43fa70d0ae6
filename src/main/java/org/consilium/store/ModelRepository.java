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
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Tuned models with their runs, and which model was served when. Thread-safe. */
public final class ModelRepository {
    private static final String COLUMNS = "name, base, cohort, made, facts, items, record, card";

    /** A promotion stands until it is taken back; the latest that stands says what is served. */
    private static final String STANDING =
            """
            SELECT id, model, before FROM promotion p WHERE takes_back IS NULL
            AND NOT EXISTS (SELECT 1 FROM promotion back WHERE back.takes_back = p.id)
            ORDER BY id DESC LIMIT 1
            """;

    private final Database database;
    private final Clock clock;

    public ModelRepository(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * All of it or nothing; the run that made it is over with that.
     *
     * @throws IllegalArgumentException when there is a model of that name
     */
    public void save(ModelRow row, byte[] weights) {
        database.writeForGood(handle -> {
            if (row(handle, row.name()).isPresent()) {
                throw new IllegalArgumentException(
                        "There is a model called " + row.name() + " already: choose another name.");
            }
            handle.execute(
                    "INSERT INTO model (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    row.name(),
                    row.base(),
                    row.cohort(),
                    row.made().atOffset(ZoneOffset.UTC),
                    row.facts(),
                    row.items(),
                    Deflated.text(row.record()),
                    Deflated.text(row.card()));
            PreparedBatch parts =
                    handle.prepareBatch(
                            "INSERT INTO weights (model, part, bytes) VALUES (?, ?, ?)");
            Parts.add(parts, row.name(), weights);
            parts.execute();
            handle.execute("DELETE FROM tuning_run WHERE name = ?", row.name());
            database.audit().append(handle, clock.instant(), "keep model", row.name());
            return true;
        });
    }

    /** The latest first. */
    public List<ModelRow> rows() {
        return database.read(handle ->
                handle.createQuery("SELECT " + COLUMNS + " FROM model ORDER BY made DESC, name")
                        .map((row, context) -> row(row))
                        .list());
    }

    public Optional<ModelRow> row(String name) {
        return database.read(handle -> row(handle, name));
    }

    private static Optional<ModelRow> row(Handle handle, String name) {
        return handle.createQuery("SELECT " + COLUMNS + " FROM model WHERE name = ?")
                .bind(0, name)
                .map((row, context) -> row(row))
                .findOne();
    }

    private static ModelRow row(ResultSet row) throws SQLException {
        return new ModelRow(
                row.getString("name"),
                row.getString("base"),
                row.getString("cohort"),
                row.getObject("made", OffsetDateTime.class).toInstant(),
                row.getInt("facts"),
                row.getInt("items"),
                Deflated.text(row.getBytes("record")),
                Deflated.text(row.getBytes("card")));
    }

    public Optional<byte[]> weights(String name) {
        List<byte[]> parts =
                database.read(handle ->
                        handle.createQuery(
                                        "SELECT bytes FROM weights WHERE model = ? ORDER BY part")
                                .bind(0, name)
                                .map((row, context) -> row.getBytes(1))
                                .list());
        return parts.isEmpty() ? Optional.empty() : Optional.of(Parts.join(parts));
    }

    /** Name of the model promoted last and not rolled back. */
    public Optional<String> served() {
        return database.read(ModelRepository::standing).map(Promotion::model);
    }

    /** What was served before that. */
    public Optional<String> servedBefore() {
        return database.read(ModelRepository::standing).map(Promotion::before);
    }

    private static Optional<Promotion> standing(Handle handle) {
        return handle.createQuery(STANDING)
                .map((row, context) ->
                        new Promotion(row.getLong(1), row.getString(2), row.getString(3)))
                .findOne();
    }

    /**
     * Returns when it is on the disk.
     *
     * @param before what is served now; also a base model, which has no row here
     */
    public void promote(String name, String before) {
        promote(name, before, null);
    }

    /** The same against the gate, with who answers for it. */
    public void promote(String name, String before, @Nullable WaiverRow waiver) {
        Instant now = clock.instant();
        database.writeForGood(handle -> {
            long id =
                    handle.createUpdate(
                                    "INSERT INTO promotion (model, before, at) VALUES (?, ?, ?)")
                            .bind(0, name)
                            .bind(1, before)
                            .bind(2, now.atOffset(ZoneOffset.UTC))
                            .executeAndReturnGeneratedKeys("id")
                            .mapTo(Long.class)
                            .one();
            if (waiver == null) {
                database.audit().append(handle, now, "promote model", name);
            } else {
                Promotions.waive(handle, id, waiver);
                database.audit()
                        .append(
                                handle,
                                new AuditEntry(
                                        0, now, waiver.signedBy(), "promote by waiver", name),
                                Promotions.digest(waiver));
            }
            return true;
        });
    }

    /** Which model was served from when on, the latest first. */
    public List<PromotionRow> promotions() {
        return database.read(Promotions::rows);
    }

    /**
     * Takes back the last promotion that stands, if there is one; returns when it is on the disk.
     */
    public void rollback() {
        Instant now = clock.instant();
        database.writeForGood(handle -> {
            Optional<Promotion> standing = standing(handle);
            standing.ifPresent(promotion -> {
                handle.execute(
                        "INSERT INTO promotion (model, before, takes_back, at) VALUES (?, ?, ?, ?)",
                        promotion.before,
                        promotion.model,
                        promotion.id,
                        now.atOffset(ZoneOffset.UTC));
                database.audit().append(handle, now, "roll back model", promotion.model);
            });
            return standing.isPresent();
        });
    }

    private record Promotion(long id, String model, String before) {}
}
