package org.consilium.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The latest quality report of each cohort; it goes when its cohort goes. Thread-safe. */
public final class QualityRepository {
    private final Database database;

    public QualityRepository(Database database) {
        this.database = database;
    }

    /**
     * Keeps a report in the place of the one before it; nothing is kept of a cohort that is gone.
     *
     * @param report JSON
     */
    public void save(QualityRow row, String report) {
        database.write(handle -> {
            handle.execute("DELETE FROM quality WHERE cohort_id = ?", row.cohort());
            int kept =
                    handle.execute(
                            """
                            INSERT INTO quality (cohort_id, computed_at, imported_at, points)
                            SELECT id, ?, ?, ? FROM cohort WHERE id = ?
                            """,
                            row.computed().atOffset(ZoneOffset.UTC),
                            row.imported().atOffset(ZoneOffset.UTC),
                            row.points(),
                            row.cohort());
            if (kept > 0) {
                PreparedBatch parts =
                        handle.prepareBatch(
                                "INSERT INTO quality_report (cohort_id, part, bytes) VALUES (?, ?, ?)");
                Parts.add(parts, row.cohort(), Deflated.text(report));
                parts.execute();
            }
            return kept;
        });
    }

    public List<QualityRow> rows() {
        return database.read(handle ->
                handle.createQuery(
                                "SELECT cohort_id, computed_at, imported_at, points FROM quality ORDER BY cohort_id")
                        .map((row, context) -> row(row))
                        .list());
    }

    private static QualityRow row(ResultSet row) throws SQLException {
        return new QualityRow(
                row.getLong("cohort_id"),
                row.getObject("computed_at", OffsetDateTime.class).toInstant(),
                row.getObject("imported_at", OffsetDateTime.class).toInstant(),
                row.getObject("points", Double.class));
    }

    /** The report as it was saved. */
    public Optional<String> report(long cohort) {
        List<byte[]> parts =
                database.read(handle ->
                        handle.createQuery(
                                        "SELECT bytes FROM quality_report WHERE cohort_id = ? ORDER BY part")
                                .bind(0, cohort)
                                .map((row, context) -> row.getBytes(1))
                                .list());
        return parts.isEmpty() ? Optional.empty() : Optional.of(Deflated.text(Parts.join(parts)));
    }
}
