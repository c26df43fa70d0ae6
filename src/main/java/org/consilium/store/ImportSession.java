package org.consilium.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.consilium.clinical.Timeline;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * An import under way. Patients are written in batches, each a transaction, as rows of no cohort
 * where nobody sees them, while the next batch is being prepared; commit publishes them all in one
 * transaction. Closing without commit, or a kill, leaves the cohort as it was. Not thread-safe.
 */
public final class ImportSession implements AutoCloseable {
    private static final int PATIENTS = 64;
    private static final int EVENTS = 50_000;

    private final Database database;
    private final TimelineCodec codec;
    private final Publication publication;
    private final long id;
    private final List<Timeline> timelines = new ArrayList<>();
    private final List<byte[]> values = new ArrayList<>();
    private @Nullable Future<Boolean> writing;
    private int events;
    private boolean done;

    ImportSession(Database database, TimelineCodec codec, Publication publication) {
        this.database = database;
        this.codec = codec;
        this.publication = publication;
        this.id =
                database.write(handle ->
                        handle.createQuery("SELECT NEXT VALUE FOR import_key")
                                .mapTo(Long.class)
                                .one());
    }

    /**
     * One whole patient. What comes under the id of an earlier one, also of an earlier import,
     * replaces it.
     *
     * @throws StoreException when it, or a patient put before it, can't be written
     */
    public void put(Timeline timeline) {
        if (done) {
            throw new IllegalStateException("the import has ended");
        }
        timelines.add(timeline);
        values.add(codec.encode(timeline));
        events += timeline.events().size();
        if (timelines.size() >= PATIENTS || events >= EVENTS) {
            flush();
        }
    }

    private void flush() {
        await();
        if (timelines.isEmpty()) {
            return;
        }
        List<Timeline> batch = List.copyOf(timelines);
        List<byte[]> encoded = List.copyOf(values);
        timelines.clear();
        values.clear();
        events = 0;
        writing = database.writeLater(handle -> write(handle, batch, encoded));
    }

    private void await() {
        Future<Boolean> before = writing;
        writing = null;
        if (before != null) {
            Waiting.uninterruptibly(before);
        }
    }

    private boolean write(Handle handle, List<Timeline> batch, List<byte[]> encoded) {
        database.concepts().write(handle);
        List<Long> keys =
                handle.createQuery("SELECT NEXT VALUE FOR patient_key FROM SYSTEM_RANGE(1, ?)")
                        .bind(0, batch.size())
                        .mapTo(Long.class)
                        .list();
        PreparedBatch patients = handle.prepareBatch(PatientRows.INSERT);
        PreparedBatch parts =
                handle.prepareBatch(
                        "INSERT INTO timeline (patient_id, part, bytes) VALUES (?, ?, ?)");
        for (int i = 0; i < batch.size(); i++) {
            PatientRows.add(patients, keys.get(i), id, batch.get(i));
            Parts.add(parts, keys.get(i), encoded.get(i));
        }
        patients.execute();
        parts.execute();
        return true;
    }

    /**
     * Publishes what was put; returns when it is on the disk. An import without patients changes
     * nothing.
     */
    public ImportTotals commit() {
        if (done) {
            throw new IllegalStateException("the import has ended");
        }
        flush();
        await();
        ImportTotals totals =
                database.writeForGood(handle -> publication.publish(handle, database.audit(), id));
        done = true;
        return totals;
    }

    /** Takes back what was not committed. */
    @Override
    public void close() {
        if (!done) {
            done = true;
            database.write(handle ->
                    handle.execute(
                            "DELETE FROM patient WHERE import_id = ? AND cohort_id IS NULL", id));
        }
    }
}
