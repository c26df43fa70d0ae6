package org.consilium.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Decision;
import org.consilium.clinical.Decision.DeclineReason;
import org.consilium.clinical.Decision.Verdict;
import org.consilium.clinical.ItemKind;

/** Decisions; rows are added, never changed. Thread-safe. */
public final class DecisionRepository {
    private final Database database;

    public DecisionRepository(Database database) {
        this.database = database;
    }

    /** Returns when the decision is on the disk. */
    public void add(Decision decision) {
        DeclineReason reason = decision.reason();
        database.writeForGood(handle ->
                handle.execute(
                        """
                        INSERT INTO decision (cohort_id, patient_id, at, model, kind, system, code, display,
                            verdict, reason, note, explanation, decided_by, decided_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                        decision.cohortId(),
                        decision.patientId(),
                        decision.at(),
                        decision.model(),
                        decision.kind().name(),
                        decision.item().system().uri(),
                        decision.item().code(),
                        decision.item().display(),
                        decision.verdict().name(),
                        reason == null ? null : reason.name(),
                        decision.note(),
                        decision.explanation(),
                        decision.decidedBy(),
                        decision.decidedAt().atOffset(ZoneOffset.UTC)));
    }

    /** The latest first. */
    public List<Decision> ofPatient(long cohort, String patient) {
        return database.read(handle ->
                handle.createQuery(
                                "SELECT * FROM decision WHERE cohort_id = ? AND patient_id = ? ORDER BY id DESC")
                        .bind(0, cohort)
                        .bind(1, patient)
                        .map((row, context) -> decision(row))
                        .list());
    }

    private static Decision decision(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return new Decision(
                row.getLong("cohort_id"),
                row.getString("patient_id"),
                row.getObject("at", LocalDateTime.class),
                row.getString("model"),
                ItemKind.valueOf(row.getString("kind")),
                new Concept(
                        new CodeSystem(row.getString("system")),
                        row.getString("code"),
                        row.getString("display")),
                Verdict.valueOf(row.getString("verdict")),
                reason == null ? null : DeclineReason.valueOf(reason),
                row.getString("note"),
                row.getString("explanation"),
                row.getString("decided_by"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant());
    }
}
