package org.consilium.store;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** What people wrote on models' cards; rows are added, never changed. Thread-safe. */
public final class CardRepository {
    private final Database database;
    private final Clock clock;

    public CardRepository(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The latest of each attribute. */
    public List<CardEntryRow> entries(String model) {
        return database.read(handle ->
                handle.createQuery(
                                """
                                SELECT attribute, words, who, at FROM card_entry e WHERE model = ?
                                AND id = (SELECT MAX(id) FROM card_entry l
                                    WHERE l.model = e.model AND l.attribute = e.attribute)
                                ORDER BY id
                                """)
                        .bind(0, model)
                        .map((row, context) ->
                                new CardEntryRow(
                                        row.getString("attribute"),
                                        row.getString("words"),
                                        row.getString("who"),
                                        row.getObject("at", OffsetDateTime.class).toInstant()))
                        .list());
    }

    /**
     * Returns when it is on the disk.
     *
     * @param words empty to take back what was written
     */
    public void write(String model, String attribute, String words, String who) {
        Instant now = clock.instant();
        database.writeForGood(handle -> {
            handle.execute(
                    "INSERT INTO card_entry (model, attribute, words, who, at) VALUES (?, ?, ?, ?, ?)",
                    model,
                    attribute,
                    words,
                    who,
                    now.atOffset(ZoneOffset.UTC));
            database.audit()
                    .append(
                            handle,
                            new AuditEntry(0, now, who, "write on model card", model),
                            new Digest().add(attribute).add(words).bytes());
            return true;
        });
    }
}
