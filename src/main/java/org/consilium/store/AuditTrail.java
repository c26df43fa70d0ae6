package org.consilium.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * A table that is only added to. Each entry holds the SHA-256 of itself and of the entry before it,
 * so nothing in the middle can be changed, taken out or put in unseen; taking away the latest
 * entries can't be seen without a copy of the chain's end. Thread-safe.
 */
final class AuditTrail {
    private static final String ROWS =
            "SELECT number, at, who, what, subject, content, chain FROM audit";

    /** What the first entry is bound to. */
    private static final byte[] START = {};

    private final String user;

    AuditTrail(String user) {
        this.user = user;
    }

    /** By whoever opened the store, of something that has no content of its own. */
    void append(Handle handle, Instant at, String what, String subject) {
        append(handle, new AuditEntry(0, at, user, what, subject), new Digest().bytes());
    }

    /**
     * @param entry its number is given here
     * @param content SHA-256 of what was decided
     */
    void append(Handle handle, AuditEntry entry, byte[] content) {
        Optional<Row> last =
                handle.createQuery(ROWS + " ORDER BY number DESC LIMIT 1")
                        .map((row, context) -> row(row))
                        .findOne();
        AuditEntry numbered =
                new AuditEntry(
                        last.map(row -> row.entry.number()).orElse(0L) + 1,
                        entry.at(),
                        entry.who(),
                        entry.what(),
                        entry.subject());
        handle.execute(
                "INSERT INTO audit (number, at, who, what, subject, content, chain) VALUES (?, ?, ?, ?, ?, ?, ?)",
                numbered.number(),
                numbered.at().atOffset(ZoneOffset.UTC),
                numbered.who(),
                numbered.what(),
                numbered.subject(),
                content,
                link(last.map(row -> row.chain).orElse(START), numbered, content));
    }

    private static byte[] link(byte[] before, AuditEntry entry, byte[] content) {
        return new Digest()
                .add(before)
                .add(String.valueOf(entry.number()))
                .add(entry.at().toString())
                .add(entry.who())
                .add(entry.what())
                .add(entry.subject())
                .add(content)
                .bytes();
    }

    static List<AuditEntry> entries(Handle handle) {
        return rows(handle).stream().map(Row::entry).toList();
    }

    /** The first entry that is not what was written, if there is one. */
    static Optional<String> broken(Handle handle) {
        byte[] chain = START;
        long number = 1;
        for (Row row : rows(handle)) {
            if (row.entry.number() != number
                    || !Arrays.equals(row.chain, link(chain, row.entry, row.content))) {
                return Optional.of("The audit trail was changed at entry " + number + ".");
            }
            chain = row.chain;
            number++;
        }
        return Optional.empty();
    }

    private static List<Row> rows(Handle handle) {
        return handle.createQuery(ROWS + " ORDER BY number").map((row, context) -> row(row)).list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new AuditEntry(
                        row.getLong("number"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("who"),
                        row.getString("what"),
                        row.getString("subject")),
                row.getBytes("content"),
                row.getBytes("chain"));
    }

    private record Row(AuditEntry entry, byte[] content, byte[] chain) {}
}
