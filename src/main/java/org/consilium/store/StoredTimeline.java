package org.consilium.store;

import java.util.List;
import java.util.Optional;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Timeline;
import org.jdbi.v3.core.Handle;

/**
 * A patient as stored, not yet inflated: that is done on the caller's thread.
 *
 * @param value bytes of {@link TimelineCodec}
 */
record StoredTimeline(Patient patient, byte[] value) {

    static List<StoredTimeline> one(Handle handle, long cohort, String patient) {
        return values(handle, rows(handle, "external_id = ?", cohort, patient, 1));
    }

    /** What an import that is not published has brought of a patient. */
    static Optional<StoredTimeline> unpublished(Handle handle, long importId, String patient) {
        return handle.createQuery(
                        "SELECT "
                                + PatientRows.COLUMNS
                                + " FROM patient WHERE import_id = ? AND external_id = ?"
                                + " ORDER BY id DESC LIMIT 1")
                .bind(0, importId)
                .bind(1, patient)
                .map((row, context) -> new Row(row.getLong("id"), PatientRows.patient(row)))
                .findOne()
                .map(row -> new StoredTimeline(row.patient(), value(handle, row.id())));
    }

    /** The next patients by id. */
    static List<StoredTimeline> after(Handle handle, long cohort, String patient, int most) {
        return values(handle, rows(handle, "external_id > ?", cohort, patient, most));
    }

    private static List<Row> rows(
            Handle handle, String condition, long cohort, String patient, int most) {
        return handle.createQuery(
                        "SELECT "
                                + PatientRows.COLUMNS
                                + " FROM patient WHERE cohort_id = ? AND "
                                + condition
                                + " ORDER BY cohort_id, external_id LIMIT ?")
                .bind(0, cohort)
                .bind(1, patient)
                .bind(2, most)
                .map((row, context) -> new Row(row.getLong("id"), PatientRows.patient(row)))
                .list();
    }

    private static List<StoredTimeline> values(Handle handle, List<Row> rows) {
        return rows.stream()
                .map(row -> new StoredTimeline(row.patient(), value(handle, row.id())))
                .toList();
    }

    static byte[] value(Handle handle, long patient) {
        return Parts.join(
                handle.createQuery("SELECT bytes FROM timeline WHERE patient_id = ? ORDER BY part")
                        .bind(0, patient)
                        .map((row, context) -> row.getBytes(1))
                        .list());
    }

    Timeline open(TimelineCodec codec) {
        return codec.decode(patient, value);
    }

    private record Row(long id, Patient patient) {}
}
