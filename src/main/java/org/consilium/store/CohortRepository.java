package org.consilium.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.consilium.clinical.Cohort;
import org.consilium.clinical.Concept;
import org.consilium.clinical.KnownPatients;
import org.consilium.clinical.PatientSummary;
import org.consilium.clinical.Timeline;

/** Cohorts with their patients. Thread-safe. */
public final class CohortRepository {
    private static final String COHORTS =
            "SELECT id, name, synthetic, patients, encounters, events, imported_at FROM cohort";
    private static final int PAGE = 64;

    private final Database database;
    private final TimelineCodec codec;
    private final Clock clock;

    public CohortRepository(Database database, Clock clock) {
        this.database = database;
        this.codec = new TimelineCodec(database.concepts());
        this.clock = clock;
    }

    /**
     * Begins an import into a cohort, which is made if there is none of that name. Nothing of it
     * can be seen until it is committed.
     *
     * @throws StoreException when another import into that cohort is under way
     */
    public ImportSession beginImport(ImportOptions options) {
        return new ImportSession(database, codec, options, clock);
    }

    /** The same, bringing patients up to date whom the cohort has already. */
    public ImportSession beginImport(String cohort, boolean synthetic) {
        return beginImport(new ImportOptions(cohort, synthetic, KnownPatients.UPDATE));
    }

    /** By name. */
    public List<Cohort> list() {
        return database.read(handle ->
                handle.createQuery(COHORTS + " ORDER BY name")
                        .map((row, context) -> cohort(row))
                        .list());
    }

    public Optional<Cohort> byName(String name) {
        return database.read(handle ->
                handle.createQuery(COHORTS + " WHERE name = ?")
                        .bind(0, name)
                        .map((row, context) -> cohort(row))
                        .findOne());
    }

    public Optional<Cohort> byId(long cohort) {
        return database.read(handle ->
                handle.createQuery(COHORTS + " WHERE id = ?")
                        .bind(0, cohort)
                        .map((row, context) -> cohort(row))
                        .findOne());
    }

    private static Cohort cohort(ResultSet row) throws SQLException {
        return new Cohort(
                row.getLong("id"),
                row.getString("name"),
                row.getBoolean("synthetic"),
                row.getInt("patients"),
                row.getLong("encounters"),
                row.getLong("events"),
                row.getObject("imported_at", OffsetDateTime.class).toInstant());
    }

    /** Patients by name, those without one last, without opening their timelines. */
    public List<PatientSummary> patients(long cohort) {
        return database.read(handle ->
                handle.createQuery(
                                "SELECT "
                                        + PatientRows.COLUMNS
                                        + " FROM patient WHERE cohort_id = ? ORDER BY LOWER(family_name) NULLS LAST,"
                                        + " LOWER(given_name) NULLS LAST, external_id")
                        .bind(0, cohort)
                        .map((row, context) -> PatientRows.summary(row))
                        .list());
    }

    public Optional<Timeline> timeline(long cohort, String patient) {
        return database.read(handle -> StoredTimeline.one(handle, cohort, patient)).stream()
                .findFirst()
                .map(stored -> stored.open(codec));
    }

    /**
     * Every timeline by patient id, one open at a time, on the caller's thread. Each is whole; an
     * import that is published meanwhile is seen from the next {@value #PAGE} patients on.
     */
    public void forEach(long cohort, Consumer<Timeline> action) {
        String last = "";
        List<StoredTimeline> page;
        do {
            String after = last;
            page = database.read(handle -> StoredTimeline.after(handle, cohort, after, PAGE));
            for (StoredTimeline stored : page) {
                action.accept(stored.open(codec));
                last = stored.patient().id();
            }
        } while (page.size() == PAGE);
    }

    /**
     * What else the sources of any cohort coded a concept as, by system and code. It is known of
     * the concept and not of each event.
     */
    public List<Concept> alsoCoded(Concept concept) {
        return database.read(handle -> CodingPairs.of(handle, concept));
    }

    /** Removes a cohort with its patients and the decisions taken on them. */
    public void delete(long cohort) {
        Instant now = clock.instant();
        database.writeForGood(handle -> {
            int deleted = handle.execute("DELETE FROM cohort WHERE id = ?", cohort);
            if (deleted > 0) {
                database.audit().append(handle, now, "delete cohort", "cohort " + cohort);
            }
            return deleted;
        });
    }

    /**
     * Enters into the audit trail that patients of a cohort were written to files; on disk when it
     * returns.
     *
     * @param what format and number; never who
     */
    public void recordExport(long cohort, String what) {
        Instant now = clock.instant();
        database.writeForGood(handle -> {
            database.audit().append(handle, now, "export cohort", "cohort " + cohort + ", " + what);
            return true;
        });
    }
}
