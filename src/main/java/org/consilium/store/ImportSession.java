package org.consilium.store;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Timeline;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * An import under way. Patients are brought together with what the cohort has of them and written
 * in batches, each a transaction, as rows of no cohort where nobody sees them, while the next batch
 * is being prepared; commit publishes them all in one transaction. Closing without commit, or a
 * kill, leaves the cohort as it was. Not thread-safe.
 */
public final class ImportSession implements AutoCloseable {
    private static final int PATIENTS = 64;
    private static final int EVENTS = 50_000;

    private final Database database;
    private final Publication publication;
    private final long id;
    private final Reconciliation reconciliation;
    private final Fragments fragments;
    private final ImportPipeline pipeline;
    private final CodingPairs codings = new CodingPairs();
    private final List<Timeline> timelines = new ArrayList<>();
    private int events;
    private boolean keptSomething;
    private boolean keptIsWritten = true;
    private boolean done;

    /**
     * @throws StoreException when another import into the same cohort is under way
     */
    ImportSession(Database database, TimelineCodec codec, ImportOptions options, Clock clock) {
        this.database = database;
        database.imports().begin(options.cohort());
        try {
            id =
                    database.write(handle ->
                            handle.createQuery("SELECT NEXT VALUE FOR import_key")
                                    .mapTo(Long.class)
                                    .one());
            publication = database.read(handle -> Publication.into(handle, options, id, clock));
        } catch (RuntimeException e) {
            database.imports().end(options.cohort());
            throw e;
        }
        reconciliation =
                new Reconciliation(database, codec, options.known(), id, publication.before());
        fragments = new Fragments(database, codec, id);
        pipeline = new ImportPipeline(database);
    }

    /**
     * One whole patient. What comes under the id of an earlier one of this import is brought
     * together with it.
     *
     * @throws StoreException when it, or a patient put before it, can't be written
     */
    public void put(Timeline timeline) {
        requireOpen();
        timelines.add(timeline);
        events += timeline.events().size();
        if (timelines.size() >= PATIENTS || events >= EVENTS) {
            flush();
        }
    }

    /**
     * A concept that the source coded in another system, too; published with the patients.
     *
     * @return false when an import has no room for more of them, and it is forgotten
     */
    public boolean alsoCoded(Concept taken, Concept other) {
        requireOpen();
        return codings.add(taken, other);
    }

    /**
     * Keeps parts of patients' records, for whom there is no room in memory, until they are taken
     * again; they are no patients of the import by that.
     */
    public void keep(List<Timeline> parts) {
        requireOpen();
        List<Timeline> some = List.copyOf(parts);
        pipeline.add(() -> fragments.keeping(some));
        keptSomething = true;
        keptIsWritten = false;
    }

    /**
     * What was kept of these patients, by id, each in the order kept; nothing for those of whom
     * nothing was.
     */
    public Map<String, List<Timeline>> kept(Collection<String> patients) {
        requireOpen();
        if (!keptIsWritten) {
            pipeline.drain();
            keptIsWritten = true;
        }
        return fragments.of(patients);
    }

    private void requireOpen() {
        if (done) {
            throw new IllegalStateException("the import has ended");
        }
    }

    private void flush() {
        if (timelines.isEmpty()) {
            return;
        }
        List<Timeline> batch = List.copyOf(timelines);
        timelines.clear();
        events = 0;
        pipeline.add(() -> {
            List<Reconciliation.Row> rows = reconciliation.reconcile(batch);
            return handle -> write(handle, rows);
        });
    }

    private boolean write(Handle handle, List<Reconciliation.Row> rows) {
        if (rows.isEmpty()) {
            return false;
        }
        database.concepts().write(handle);
        List<Long> keys =
                handle.createQuery("SELECT NEXT VALUE FOR patient_key FROM SYSTEM_RANGE(1, ?)")
                        .bind(0, rows.size())
                        .mapTo(Long.class)
                        .list();
        PreparedBatch patients = handle.prepareBatch(PatientRows.INSERT);
        PreparedBatch parts =
                handle.prepareBatch(
                        "INSERT INTO timeline (patient_id, part, bytes) VALUES (?, ?, ?)");
        for (int i = 0; i < rows.size(); i++) {
            PatientRows.add(patients, keys.get(i), id, rows.get(i).timeline());
            Parts.add(parts, keys.get(i), rows.get(i).value());
        }
        patients.execute();
        parts.execute();
        return true;
    }

    /**
     * Publishes what was put; returns when it is on the disk. An import that changes no patient
     * brings nothing but the further codings of concepts.
     *
     * @throws StoreException when it can't be written, or the cohort was deleted meanwhile
     */
    public ImportTotals commit() {
        requireOpen();
        flush();
        pipeline.drain();
        ImportTotals totals =
                database.writeForGood(handle -> {
                    ImportTotals published =
                            publication.publish(handle, database.audit(), reconciliation);
                    codings.write(handle, database.concepts());
                    return published;
                });
        end();
        return totals;
    }

    /** What a commit would bring, without one. */
    public ImportTotals totals() {
        requireOpen();
        flush();
        pipeline.drain();
        return database.read(handle -> publication.totals(handle, reconciliation));
    }

    /** Takes back what was not committed. */
    @Override
    public void close() {
        if (!done) {
            pipeline.close();
            database.write(handle ->
                    handle.execute(
                            "DELETE FROM patient WHERE import_id = ? AND cohort_id IS NULL", id));
            end();
        }
    }

    private void end() {
        done = true;
        pipeline.close();
        try {
            if (keptSomething) {
                fragments.discard();
            }
        } finally {
            database.imports().end(publication.options().cohort());
        }
    }
}
