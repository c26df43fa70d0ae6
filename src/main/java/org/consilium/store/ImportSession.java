package org.consilium.store;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.consilium.clinical.Timeline;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * An import under way. Patients are written in batches, each a transaction, where nobody sees them;
 * commit publishes them all in one. Closing without commit, or a kill, leaves the cohort as it was.
 * Not thread-safe.
 */
public final class ImportSession implements AutoCloseable {
    private static final int BATCH = 50;

    private final Database database;
    private final ConceptDictionary concepts;
    private final TimelineCodec codec;
    private final long cohort;
    private final OffsetDateTime now;
    private final List<Timeline> pending = new ArrayList<>();
    private boolean committed;

    ImportSession(
            Database database,
            ConceptDictionary concepts,
            TimelineCodec codec,
            long cohort,
            OffsetDateTime now) {
        this.database = database;
        this.concepts = concepts;
        this.codec = codec;
        this.cohort = cohort;
        this.now = now;
    }

    /**
     * One whole patient. What comes under the id of an earlier one, also of an earlier import,
     * replaces it.
     */
    public void put(Timeline timeline) {
        pending.add(timeline);
        if (pending.size() >= BATCH) {
            flush();
        }
    }

    private void flush() {
        int written = concepts.written();
        try {
            database.write(handle -> {
                PreparedBatch batch = handle.prepareBatch(PatientRows.INSERT);
                for (Timeline timeline : pending) {
                    PatientRows.add(batch, cohort, timeline, codec.encode(timeline));
                }
                concepts.write(handle);
                return pending.isEmpty() ? new int[0] : batch.execute();
            });
        } catch (RuntimeException e) {
            concepts.rolledBack(written);
            throw e;
        }
        pending.clear();
    }

    /** Publishes what was put. */
    public void commit() {
        flush();
        database.writeForGood(this::publish);
        committed = true;
    }

    private boolean publish(Handle handle) {
        handle.execute(
                """
                DELETE FROM patient old WHERE old.cohort_id = ? AND EXISTS (
                    SELECT 1 FROM patient fresh WHERE fresh.cohort_id = old.cohort_id
                    AND fresh.external_id = old.external_id AND NOT fresh.published AND fresh.id > old.id)
                """,
                cohort);
        handle.execute("UPDATE patient SET published = TRUE WHERE cohort_id = ?", cohort);
        handle.execute(
                "UPDATE cohort SET published = TRUE, imported_at = ? WHERE id = ?", now, cohort);
        return true;
    }

    @Override
    public void close() {
        if (!committed) {
            database.write(handle -> {
                handle.execute("DELETE FROM patient WHERE cohort_id = ? AND NOT published", cohort);
                return handle.execute("DELETE FROM cohort WHERE id = ? AND NOT published", cohort);
            });
        }
    }
}
