package org.consilium.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.consilium.clinical.CohortChanges;
import org.consilium.clinical.KnownPatients;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Timeline;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Brings the patients of an import together with what the cohort and the import itself have of
 * them, and counts what that changes. Only patients of whom anything is different are written. One
 * thread at a time.
 */
final class Reconciliation {
    private final Database database;
    private final TimelineCodec codec;
    private final KnownPatients known;
    private final long importId;
    private final @Nullable Long cohort;

    private final Set<String> seen = new HashSet<>();
    private final Set<String> unchanged = new HashSet<>();
    private final List<Long> refusedAt = new ArrayList<>();
    private Map<String, Found> lastBatch = Map.of();
    private long position;
    private int refused;
    private long eventsAdded;
    private long eventsUpdated;
    private long eventsUnchanged;
    private long eventsRemoved;

    /**
     * @param cohort that is imported into; null while there is none
     */
    Reconciliation(
            Database database,
            TimelineCodec codec,
            KnownPatients known,
            long importId,
            @Nullable Long cohort) {
        this.database = database;
        this.codec = codec;
        this.known = known;
        this.importId = importId;
        this.cohort = cohort;
    }

    /** A patient to be written, with the value that holds the timeline. */
    record Row(Timeline timeline, byte[] value) {}

    /**
     * A patient as stored.
     *
     * @param ours whether by this import
     */
    private record Found(StoredTimeline stored, boolean ours) {}

    List<Row> reconcile(List<Timeline> batch) {
        Map<String, Found> found = find(batch);
        Map<String, Found> written = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        for (Timeline fresh : batch) {
            position++;
            String id = fresh.patient().id();
            Row row = row(found.get(id), fresh);
            seen.add(id);
            if (row != null) {
                rows.add(row);
                unchanged.remove(id);
                Found now = new Found(new StoredTimeline(row.timeline.patient(), row.value), true);
                found.put(id, now);
                written.put(id, now);
            }
        }
        lastBatch = written;
        return rows;
    }

    /** The batch before may not be written yet, those before that are. */
    private Map<String, Found> find(List<Timeline> batch) {
        Map<String, Found> found = new HashMap<>(lastBatch);
        List<String> asked =
                batch.stream()
                        .map(each -> each.patient().id())
                        .filter(id -> !found.containsKey(id))
                        .filter(id -> cohort != null || seen.contains(id))
                        .distinct()
                        .toList();
        if (!asked.isEmpty()) {
            database.read(handle -> {
                for (String id : asked) {
                    find(handle, id).ifPresent(each -> found.put(id, each));
                }
                return asked.size();
            });
        }
        return found;
    }

    private Optional<Found> find(Handle handle, String id) {
        Optional<Found> ours =
                seen.contains(id)
                        ? StoredTimeline.unpublished(handle, importId, id)
                                .map(stored -> new Found(stored, true))
                        : Optional.empty();
        if (ours.isPresent() || cohort == null) {
            return ours;
        }
        return StoredTimeline.one(handle, cohort, id).stream()
                .findFirst()
                .map(stored -> new Found(stored, false));
    }

    private @Nullable Row row(@Nullable Found found, Timeline fresh) {
        byte[] value = codec.encode(fresh);
        if (found == null) {
            eventsAdded += fresh.events().size();
            return new Row(fresh, value);
        }
        Patient patient = found.stored.patient();
        boolean replaces = known == KnownPatients.REPLACE && !seen.contains(fresh.patient().id());
        if (!replaces && PatientMerge.isAnotherPerson(patient, fresh.patient())) {
            refuse();
            return null;
        }
        TimelineMerge merge;
        if (Arrays.equals(value, found.stored.value())) {
            merge = sameTimeline(patient, fresh, replaces);
        } else {
            Timeline stored = found.stored.open(codec);
            merge =
                    replaces
                            ? TimelineMerge.replace(stored, fresh)
                            : TimelineMerge.update(stored, fresh);
            value = replaces ? value : codec.encode(merge.timeline());
        }
        count(merge, found.ours);
        if (merge.changed()) {
            return new Row(merge.timeline(), value);
        }
        if (!found.ours) {
            unchanged.add(fresh.patient().id());
        }
        return null;
    }

    private static TimelineMerge sameTimeline(Patient stored, Timeline fresh, boolean replaces) {
        Patient patient =
                replaces ? fresh.patient() : PatientMerge.patient(stored, fresh.patient());
        return new TimelineMerge(
                new Timeline(patient, fresh.encounters(), fresh.events()),
                !patient.equals(stored),
                0,
                0,
                fresh.events().size(),
                0);
    }

    private void refuse() {
        refused++;
        if (refusedAt.size() < ImportTotals.LISTED) {
            refusedAt.add(position);
        }
    }

    /** What this import brought itself has been counted when it came first. */
    private void count(TimelineMerge merge, boolean ours) {
        eventsAdded += merge.added();
        eventsUpdated += merge.updated();
        eventsUnchanged += ours ? 0 : merge.unchanged();
        eventsRemoved += merge.removed();
    }

    /**
     * @param rows patients of the import that are written
     * @param updated those of them that were in the cohort before
     */
    ImportTotals totals(long cohortId, int rows, int updated) {
        return new ImportTotals(
                cohortId,
                new CohortChanges(
                        rows - updated,
                        updated,
                        unchanged.size(),
                        eventsAdded,
                        eventsUpdated,
                        eventsUnchanged,
                        eventsRemoved),
                refused,
                refusedAt);
    }
}
