package org.consilium.store;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Turns what an import has brought into patients of a cohort, within one transaction. */
record Publication(String cohort, boolean synthetic, Clock clock) {

    ImportTotals publish(Handle handle, AuditTrail audit, long importId) {
        handle.execute(
                """
                DELETE FROM patient WHERE import_id = ? AND EXISTS (
                    SELECT 1 FROM patient later WHERE later.import_id = patient.import_id
                    AND later.external_id = patient.external_id AND later.id > patient.id)
                """,
                importId);
        int patients = count(handle, importId);
        if (patients == 0) {
            return new ImportTotals(idOf(handle).orElse(0L), 0, 0, 0, 0);
        }
        Instant now = clock.instant();
        long id = idOf(handle).orElseGet(() -> insert(handle, now));
        int replaced =
                handle.execute(
                        """
                        DELETE FROM patient WHERE id IN (
                            SELECT old.id FROM patient fresh JOIN patient old
                            ON old.cohort_id = ? AND old.external_id = fresh.external_id
                            WHERE fresh.import_id = ?)
                        """,
                        id,
                        importId);
        ImportTotals totals = totals(handle, importId, id, replaced);
        handle.execute("UPDATE patient SET cohort_id = ? WHERE import_id = ?", id, importId);
        handle.execute(
                """
                UPDATE cohort SET synthetic = synthetic AND ?, imported_at = ?,
                    (patients, encounters, events) = (
                        SELECT COUNT(*), SUM(p.encounters), SUM(p.events) FROM patient p WHERE p.cohort_id = cohort.id)
                WHERE id = ?
                """,
                synthetic,
                now.atOffset(ZoneOffset.UTC),
                id);
        audit.append(handle, now, "import " + patients + " patients", "cohort " + id);
        return totals;
    }

    private static int count(Handle handle, long importId) {
        return handle.createQuery("SELECT COUNT(*) FROM patient WHERE import_id = ?")
                .bind(0, importId)
                .mapTo(Integer.class)
                .one();
    }

    private static ImportTotals totals(Handle handle, long importId, long cohort, int replaced) {
        return handle.createQuery(
                        "SELECT COUNT(*), SUM(encounters), SUM(events) FROM patient WHERE import_id = ?")
                .bind(0, importId)
                .map((row, context) ->
                        new ImportTotals(
                                cohort, row.getInt(1), replaced, row.getLong(2), row.getLong(3)))
                .one();
    }

    private Optional<Long> idOf(Handle handle) {
        return handle.createQuery("SELECT id FROM cohort WHERE name = ?")
                .bind(0, cohort)
                .mapTo(Long.class)
                .findOne();
    }

    private long insert(Handle handle, Instant now) {
        return handle.createUpdate(
                        "INSERT INTO cohort (name, synthetic, imported_at) VALUES (?, ?, ?)")
                .bind(0, cohort)
                .bind(1, synthetic)
                .bind(2, now.atOffset(ZoneOffset.UTC))
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }
}
