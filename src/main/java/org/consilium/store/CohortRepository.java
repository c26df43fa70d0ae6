package org.consilium.store;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.consilium.clinical.Cohort;
import org.consilium.clinical.PatientSummary;
import org.consilium.clinical.Timeline;
import org.jdbi.v3.core.Handle;

/** Cohorts with their patients. Thread-safe. */
public final class CohortRepository {
    private final Database database;
    private final ConceptDictionary concepts;
    private final TimelineCodec codec;
    private final Clock clock;

    public CohortRepository(Database database, Clock clock) {
        this.database = database;
        this.concepts = new ConceptDictionary(database);
        this.codec = new TimelineCodec(concepts);
        this.clock = clock;
    }

    /**
     * Begins an import into a cohort, which is made if there is none of that name. Nothing of it
     * can be seen until it is committed; one import at a time.
     */
    public ImportSession beginImport(String cohort, boolean synthetic) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        long id =
                database.write(handle ->
                        idOf(handle, cohort)
                                .orElseGet(() -> insert(handle, cohort, synthetic, now)));
        return new ImportSession(database, concepts, codec, id, now);
    }

    private static Optional<Long> idOf(Handle handle, String name) {
        return handle.createQuery("SELECT id FROM cohort WHERE name = ?")
                .bind(0, name)
                .mapTo(Long.class)
                .findOne();
    }

    private static long insert(Handle handle, String name, boolean synthetic, OffsetDateTime now) {
        return handle.createUpdate(
                        "INSERT INTO cohort (name, synthetic, imported_at, published) VALUES (?, ?, ?, FALSE)")
                .bind(0, name)
                .bind(1, synthetic)
                .bind(2, now)
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    /** Published cohorts by name. */
    public List<Cohort> list() {
        return database.read(handle ->
                handle.createQuery(
                                """
                                SELECT c.id, c.name, c.synthetic, c.imported_at, COUNT(p.id),
                                    COALESCE(SUM(p.encounters), 0), COALESCE(SUM(p.events), 0)
                                FROM cohort c LEFT JOIN patient p ON p.cohort_id = c.id AND p.published
                                WHERE c.published
                                GROUP BY c.id, c.name, c.synthetic, c.imported_at ORDER BY c.name
                                """)
                        .map((row, context) ->
                                new Cohort(
                                        row.getLong(1),
                                        row.getString(2),
                                        row.getBoolean(3),
                                        row.getInt(5),
                                        row.getLong(6),
                                        row.getLong(7),
                                        row.getObject(4, OffsetDateTime.class).toInstant()))
                        .list());
    }

    /** Patients by name, without opening their timelines. */
    public List<PatientSummary> patients(long cohort) {
        return database.read(handle ->
                handle.createQuery(
                                "SELECT "
                                        + PatientRows.COLUMNS
                                        + " FROM patient WHERE cohort_id = ? AND published"
                                        + " ORDER BY family_name, given_name, external_id")
                        .bind(0, cohort)
                        .map((row, context) -> PatientRows.summary(row))
                        .list());
    }

    public Optional<Timeline> timeline(long cohort, String patient) {
        return database.read(handle ->
                handle.createQuery(
                                "SELECT "
                                        + PatientRows.COLUMNS
                                        + ", timeline FROM patient"
                                        + " WHERE cohort_id = ? AND external_id = ? AND published")
                        .bind(0, cohort)
                        .bind(1, patient)
                        .map((row, context) ->
                                codec.decode(PatientRows.patient(row), row.getBytes("timeline")))
                        .findOne());
    }

    /** Every timeline by patient id, one in memory at a time. */
    public void forEach(long cohort, Consumer<Timeline> action) {
        database.read(handle -> {
            handle.createQuery(
                            "SELECT "
                                    + PatientRows.COLUMNS
                                    + ", timeline FROM patient WHERE cohort_id = ? AND published"
                                    + " ORDER BY external_id")
                    .bind(0, cohort)
                    .map((row, context) ->
                            codec.decode(PatientRows.patient(row), row.getBytes("timeline")))
                    .forEach(action);
            return true;
        });
    }

    /** Removes a cohort with its patients and the decisions taken on them. */
    public void delete(long cohort) {
        database.writeForGood(handle -> handle.execute("DELETE FROM cohort WHERE id = ?", cohort));
    }
}
