package org.consilium.store;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Turns what an import has brought into patients of a cohort, within one transaction.
 *
 * @param before the cohort as it was when the import began; null where there was none
 */
record Publication(ImportOptions options, long importId, @Nullable Long before, Clock clock) {

    static Publication into(Handle handle, ImportOptions options, long importId, Clock clock) {
        Long before = idOf(handle, options.cohort()).orElse(null);
        return new Publication(options, importId, before, clock);
    }

    ImportTotals publish(Handle handle, AuditTrail audit, Reconciliation reconciliation) {
        Optional<Long> there = idOf(handle, options.cohort());
        if (before != null && !there.equals(Optional.of(before))) {
            throw new StoreException(
                    StoreException.Kind.FAILED,
                    "The cohort was deleted while the import was under way, so nothing was imported.",
                    null);
        }
        dropEarlierRows(handle);
        ImportTotals totals = totals(handle, reconciliation);
        int patients = totals.changes().patients();
        if (patients == 0) {
            return totals;
        }
        Instant now = clock.instant();
        long id = there.orElseGet(() -> insert(handle, now));
        handle.execute(
                """
                DELETE FROM patient WHERE id IN (
                    SELECT old.id FROM patient fresh JOIN patient old
                    ON old.cohort_id = ? AND old.external_id = fresh.external_id
                    WHERE fresh.import_id = ?)
                """,
                id,
                importId);
        handle.execute("UPDATE patient SET cohort_id = ? WHERE import_id = ?", id, importId);
        handle.execute(
                """
                UPDATE cohort SET synthetic = synthetic AND ?, imported_at = ?,
                    (patients, encounters, events) = (
                        SELECT COUNT(*), SUM(p.encounters), SUM(p.events) FROM patient p WHERE p.cohort_id = cohort.id)
                WHERE id = ?
                """,
                options.synthetic(),
                now.atOffset(ZoneOffset.UTC),
                id);
        audit.append(handle, now, "import " + patients + " patients", "cohort " + id);
        return new ImportTotals(id, totals.changes(), totals.refused(), totals.refusedAt());
    }

    /** What publishing would bring. */
    ImportTotals totals(Handle handle, Reconciliation reconciliation) {
        int rows =
                count(
                        handle,
                        "SELECT COUNT(DISTINCT external_id) FROM patient WHERE import_id = ?");
        int updated =
                before == null
                        ? 0
                        : count(
                                handle,
                                """
                                SELECT COUNT(DISTINCT fresh.external_id) FROM patient fresh JOIN patient old
                                ON old.cohort_id = %d AND old.external_id = fresh.external_id
                                WHERE fresh.import_id = ?
                                """
                                        .formatted(before));
        return reconciliation.totals(before == null ? 0 : before, rows, updated);
    }

    /** Of a patient who came several times the latest row holds everything. */
    private void dropEarlierRows(Handle handle) {
        handle.execute(
                """
                DELETE FROM patient WHERE import_id = ? AND EXISTS (
                    SELECT 1 FROM patient later WHERE later.import_id = patient.import_id
                    AND later.external_id = patient.external_id AND later.id > patient.id)
                """,
                importId);
    }

    private int count(Handle handle, String query) {
        return handle.createQuery(query).bind(0, importId).mapTo(Integer.class).one();
    }

    private static Optional<Long> idOf(Handle handle, String cohort) {
        return handle.createQuery("SELECT id FROM cohort WHERE name = ?")
                .bind(0, cohort)
                .mapTo(Long.class)
                .findOne();
    }

    private long insert(Handle handle, Instant now) {
        return handle.createUpdate(
                        "INSERT INTO cohort (name, synthetic, imported_at) VALUES (?, ?, ?)")
                .bind(0, options.cohort())
                .bind(1, options.synthetic())
                .bind(2, now.atOffset(ZoneOffset.UTC))
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }
}
