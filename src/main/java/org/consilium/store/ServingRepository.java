package org.consilium.store;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Whether recommendations are given at all; rows are added, never changed. Thread-safe. */
public final class ServingRepository {
    private final Database database;
    private final Clock clock;

    public ServingRepository(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The latest row; empty while nobody has ever stopped them. */
    public Optional<ServingRow> latest() {
        return rows().stream().findFirst();
    }

    /** The latest first. */
    public List<ServingRow> rows() {
        return database.read(handle ->
                handle.createQuery("SELECT stopped, who, reason, at FROM serving ORDER BY id DESC")
                        .map((row, context) ->
                                new ServingRow(
                                        row.getBoolean("stopped"),
                                        row.getString("who"),
                                        row.getString("reason"),
                                        row.getObject("at", OffsetDateTime.class).toInstant()))
                        .list());
    }

    /** Returns when it is on the disk. */
    public ServingRow add(boolean stopped, String who, String reason) {
        Instant now = clock.instant();
        return database.writeForGood(handle -> {
            handle.execute(
                    "INSERT INTO serving (stopped, who, reason, at) VALUES (?, ?, ?, ?)",
                    stopped,
                    who,
                    reason,
                    now.atOffset(ZoneOffset.UTC));
            database.audit()
                    .append(
                            handle,
                            new AuditEntry(
                                    0,
                                    now,
                                    who,
                                    stopped ? "stop recommendations" : "start recommendations",
                                    "all"),
                            new Digest().add(reason).bytes());
            return new ServingRow(stopped, who, reason, now);
        });
    }
}
