package org.consilium.store;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.consilium.clinical.Category;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Value;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * The peer of the benchmark: the usual table with a row an event, in an H2 file under the same
 * settings. It is given what helps it: large batches, the index after the rows, concepts by number
 * in memory, a lazy scan in the order of insertion, and no encounters at all. Not thread-safe.
 */
final class RowPerEvent implements AutoCloseable {
    private static final String COLUMNS =
            "kind, category, concept, encounter, start, stop, form, amount, low, high, text, coded, reason";

    private final Handle handle;
    private final List<Concept> concepts = new ArrayList<>();
    private final Map<Concept, Integer> numbers = new HashMap<>();
    private final PreparedBatch batch;

    RowPerEvent(Path file) {
        try (StoreFile store = new StoreFile(file, TestStores.key())) {
            handle = Jdbi.create(store.writing()).open();
        }
        handle.execute(
                """
                CREATE TABLE event (patient INT, ordinal INT, kind TINYINT, category TINYINT, concept INT,
                    encounter VARCHAR, start TIMESTAMP(9), stop TIMESTAMP(9), form TINYINT, amount DOUBLE PRECISION,
                    low DOUBLE PRECISION, high DOUBLE PRECISION, text VARCHAR, coded INT, reason INT)
                """);
        handle.begin();
        batch =
                handle.prepareBatch(
                        "INSERT INTO event (patient, ordinal, "
                                + COLUMNS
                                + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    }

    void put(int patient, List<ClinicalEvent> events) {
        int ordinal = 0;
        for (ClinicalEvent event : events) {
            Value value = event.value();
            Value.Quantity quantity = value instanceof Value.Quantity number ? number : null;
            batch.add(
                    patient,
                    ordinal++,
                    event.kind().ordinal(),
                    event.category().ordinal(),
                    number(event.concept()),
                    event.encounterId(),
                    event.start(),
                    event.end(),
                    value == null ? 0 : quantity != null ? 1 : value instanceof Value.Text ? 2 : 3,
                    quantity == null ? null : quantity.amount(),
                    quantity == null ? null : quantity.low(),
                    quantity == null ? null : quantity.high(),
                    value instanceof Value.Text text
                            ? text.text()
                            : quantity == null ? null : quantity.unit(),
                    value instanceof Value.Coded coded ? number(coded.concept()) : null,
                    number(event.reason()));
        }
        if (batch.size() > 20_000) {
            batch.execute();
            handle.commit();
            handle.begin();
        }
    }

    void commit() {
        if (batch.size() > 0) {
            batch.execute();
        }
        handle.commit();
        handle.execute("CREATE INDEX event_by_patient ON event (patient, ordinal)");
        handle.execute("CHECKPOINT SYNC");
        handle.execute("SET LAZY_QUERY_EXECUTION 1");
    }

    private @Nullable Integer number(@Nullable Concept concept) {
        if (concept == null) {
            return null;
        }
        return numbers.computeIfAbsent(
                concept,
                fresh -> {
                    concepts.add(fresh);
                    return concepts.size() - 1;
                });
    }

    void forEach(Consumer<ClinicalEvent> action) {
        handle.createQuery("SELECT " + COLUMNS + " FROM event")
                .map((row, context) -> event(row))
                .forEach(action);
    }

    List<ClinicalEvent> open(int patient) {
        return handle.createQuery(
                        "SELECT "
                                + COLUMNS
                                + " FROM event WHERE patient = ? ORDER BY patient, ordinal")
                .bind(0, patient)
                .map((row, context) -> event(row))
                .list();
    }

    private ClinicalEvent event(ResultSet row) throws SQLException {
        return new ClinicalEvent(
                EventKind.values()[row.getInt(1)],
                Category.values()[row.getInt(2)],
                concepts.get(row.getInt(3)),
                row.getString(4),
                row.getObject(5, LocalDateTime.class),
                row.getObject(6, LocalDateTime.class),
                value(row),
                concept(row.getObject(13, Integer.class)));
    }

    private @Nullable Value value(ResultSet row) throws SQLException {
        return switch (row.getInt(7)) {
            case 0 -> null;
            case 1 ->
                    new Value.Quantity(
                            row.getDouble(8),
                            row.getString(11),
                            row.getObject(9, Double.class),
                            row.getObject(10, Double.class));
            case 2 -> new Value.Text(row.getString(11));
            default -> new Value.Coded(Objects.requireNonNull(concept(row.getInt(12))));
        };
    }

    private @Nullable Concept concept(@Nullable Integer number) {
        return number == null ? null : concepts.get(number);
    }

    @Override
    public void close() {
        handle.close();
    }
}
