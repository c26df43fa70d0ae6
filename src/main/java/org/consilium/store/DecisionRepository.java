package org.consilium.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.consilium.clinical.AlertUse;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Decision;
import org.consilium.clinical.Decision.DeclineReason;
import org.consilium.clinical.Decision.OverrideReason;
import org.consilium.clinical.Decision.Verdict;
import org.consilium.clinical.ItemKind;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Decisions; rows are added, never changed, and each is audited. Thread-safe. */
public final class DecisionRepository {
    private final Database database;

    public DecisionRepository(Database database) {
        this.database = database;
    }

    /**
     * Returns when the decision is on the disk.
     *
     * @return false when the cohort has no such patient: nothing is written
     */
    public boolean add(Decision decision) {
        return database.writeForGood(handle -> {
            if (!hasPatient(handle, decision)) {
                return false;
            }
            long id = insert(handle, decision);
            database.audit()
                    .append(
                            handle,
                            new AuditEntry(
                                    0,
                                    decision.decidedAt(),
                                    decision.decidedBy(),
                                    what(decision),
                                    subject(id)),
                            digest(decision));
            return true;
        });
    }

    private static String what(Decision decision) {
        if (decision.override() != null) {
            return "override safety alert";
        }
        return switch (decision.verdict()) {
            case ACCEPTED -> "accept recommendation";
            case DECLINED -> "decline recommendation";
            case MODIFIED -> "modify recommendation";
            case SNOOZED -> "snooze recommendation";
            case UNDONE -> "take back decision";
        };
    }

    private static boolean hasPatient(Handle handle, Decision decision) {
        return handle.createQuery("SELECT 1 FROM patient WHERE cohort_id = ? AND external_id = ?")
                .bind(0, decision.cohortId())
                .bind(1, decision.patientId())
                .mapTo(Integer.class)
                .findFirst()
                .isPresent();
    }

    private static long insert(Handle handle, Decision decision) {
        return handle.createUpdate(
                        """
                        INSERT INTO decision (cohort_id, patient_id, at, model, kind, system, code, display,
                            verdict, reason, note, explanation, decided_by, decided_at, alerts, override_reason,
                            changed_to, snoozed_until)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .bind(0, decision.cohortId())
                .bind(1, decision.patientId())
                .bind(2, decision.at())
                .bind(3, decision.model())
                .bind(4, decision.kind().name())
                .bind(5, decision.item().system().uri())
                .bind(6, decision.item().code())
                .bind(7, decision.item().display())
                .bind(8, decision.verdict().name())
                .bind(9, name(decision.reason()))
                .bind(10, decision.note())
                .bind(11, Deflated.text(decision.explanation()))
                .bind(12, decision.decidedBy())
                .bind(13, decision.decidedAt().atOffset(ZoneOffset.UTC))
                .bind(14, alerts(decision))
                .bind(15, name(decision.override()))
                .bind(16, decision.change())
                .bind(17, decision.until())
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    private static @Nullable String name(@Nullable Enum<?> reason) {
        return reason == null ? null : reason.name();
    }

    /** Ids of rules hold no spaces; null where there are none. */
    private static @Nullable String alerts(Decision decision) {
        return decision.alerts().isEmpty() ? null : String.join(" ", decision.alerts());
    }

    private static String subject(long id) {
        return "decision " + id;
    }

    private static byte[] digest(Decision decision) {
        Digest digest =
                new Digest()
                        .add(String.valueOf(decision.cohortId()))
                        .add(decision.patientId())
                        .add(decision.at().toString())
                        .add(decision.model())
                        .add(decision.kind().name())
                        .add(decision.item().system().uri())
                        .add(decision.item().code())
                        .add(decision.item().display())
                        .add(decision.verdict().name())
                        .add(name(decision.reason()))
                        .add(decision.note())
                        .add(decision.explanation())
                        .add(decision.decidedBy())
                        .add(decision.decidedAt().toString());
        // decisions of before there were rules keep their digests
        if (!decision.alerts().isEmpty()) {
            digest.add(alerts(decision)).add(name(decision.override()));
        }
        // and those of before there were other verdicts
        if (decision.change() != null || decision.until() != null) {
            digest.add(decision.change()).add(String.valueOf(decision.until()));
        }
        return digest.bytes();
    }

    /** How often each rule's alert was on screen and overridden, over all cohorts, by rule. */
    public List<AlertUse> alertUse() {
        return AlertCounts.of(
                database.read(handle ->
                        handle.createQuery(
                                        """
                                        SELECT cohort_id, patient_id, at, model, kind, system, code, display, verdict,
                                            reason, note, decided_by, decided_at, alerts, override_reason, changed_to,
                                            snoozed_until
                                        FROM decision WHERE alerts IS NOT NULL ORDER BY id
                                        """)
                                .map((row, context) -> decision(row, ""))
                                .list()));
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

    /** All of a cohort in the order they were taken, without what was shown. */
    public List<Decision> ofCohort(long cohort) {
        return database.read(handle ->
                handle.createQuery(
                                """
                                SELECT cohort_id, patient_id, at, model, kind, system, code, display, verdict,
                                    reason, note, decided_by, decided_at, alerts, override_reason, changed_to,
                                    snoozed_until
                                FROM decision WHERE cohort_id = ? ORDER BY id
                                """)
                        .bind(0, cohort)
                        .map((row, context) -> decision(row, ""))
                        .list());
    }

    /** How many rows are not what was audited. */
    static int changed(Handle handle) {
        return handle
                .createQuery(
                        """
                        SELECT d.*, a.content FROM decision d
                        LEFT JOIN audit a ON a.subject = 'decision ' || d.id
                        """)
                .map((row, context) ->
                        Arrays.equals(row.getBytes("content"), digest(decision(row))) ? 0 : 1)
                .stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private static Decision decision(ResultSet row) throws SQLException {
        return decision(row, Deflated.text(row.getBytes("explanation")));
    }

    private static Decision decision(ResultSet row, String explanation) throws SQLException {
        String reason = row.getString("reason");
        String alerts = row.getString("alerts");
        String override = row.getString("override_reason");
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
                explanation,
                row.getString("decided_by"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                alerts == null ? List.of() : List.of(alerts.split(" ")),
                override == null ? null : OverrideReason.valueOf(override),
                row.getString("changed_to"),
                row.getObject("snoozed_until", LocalDate.class));
    }
}
