package org.consilium.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.consilium.clinical.AlertUse;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Decision;
import org.consilium.clinical.Decision.DeclineReason;
import org.consilium.clinical.Decision.OverrideReason;
import org.consilium.clinical.Decision.Verdict;
import org.consilium.clinical.ItemKind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionRepositoryTest {
    @TempDir Path home;
    private Database database;
    private DecisionRepository decisions;
    private long cohort;

    @BeforeEach
    void open() {
        database = TestStores.open(home);
        decisions = new DecisionRepository(database);
        if (new CohortRepository(database, TestStores.CLOCK).byName("Ward 7").isEmpty()) {
            TestStores.fill(database, "Ward 7", 3, 1);
        }
        cohort =
                new CohortRepository(database, TestStores.CLOCK)
                        .byName("Ward 7")
                        .orElseThrow()
                        .id();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void decisionsComeBackAsTheyWereTakenAfterReopening() {
        Decision accepted = decision("p1", Verdict.ACCEPTED, null, null);
        Decision declined =
                decision("p1", Verdict.DECLINED, DeclineReason.CONTRAINDICATED, "Ødegård’s rash");
        assertThat(decisions.add(accepted)).isTrue();
        assertThat(decisions.add(declined)).isTrue();
        close();
        open();
        assertThat(decisions.ofPatient(cohort, "p1")).containsExactly(declined, accepted);
        assertThat(decisions.ofPatient(cohort, "p2")).isEmpty();
        assertThat(database.check()).isEmpty();
    }

    @Test
    void aDecisionOnNobodyIsNotTaken() {
        assertThat(decisions.add(decision("p9", Verdict.ACCEPTED, null, null))).isFalse();
        assertThat(new AuditRepository(database).entries()).hasSize(1);
    }

    @Test
    void decisionsSurviveANewImportOfThePatientAndGoWithTheCohort() {
        decisions.add(decision("p1", Verdict.ACCEPTED, null, null));
        TestStores.fill(database, "Ward 7", 3, 2);
        assertThat(decisions.ofPatient(cohort, "p1")).hasSize(1);
        new CohortRepository(database, TestStores.CLOCK).delete(cohort);
        assertThat(decisions.ofPatient(cohort, "p1")).isEmpty();
        assertThat(database.check()).isEmpty();
    }

    @Test
    void theTrailSaysWhoDidWhatWhenAndNothingOfThePatient() {
        decisions.add(decision("p1", Verdict.DECLINED, DeclineReason.OTHER, "note"));
        List<AuditEntry> entries = new AuditRepository(database).entries();
        assertThat(entries.getLast())
                .isEqualTo(
                        new AuditEntry(
                                2,
                                Instant.parse("2026-01-02T03:04:05.678901234Z"),
                                "dr.lee",
                                "decline recommendation",
                                "decision 1"));
    }

    @Test
    void whoeverChangesADecisionOrTheTrailIsFound() {
        decisions.add(decision("p1", Verdict.ACCEPTED, null, null));
        decisions.add(decision("p2", Verdict.ACCEPTED, null, null));
        change("UPDATE decision SET note = 'later' WHERE id = 1");
        assertThat(database.check())
                .containsExactly("1 decisions are not the ones that were taken.");
        change("UPDATE decision SET note = NULL WHERE id = 1");
        assertThat(database.check()).isEmpty();
        change("UPDATE audit SET who = 'someone else' WHERE number = 2");
        assertThat(new AuditRepository(database).broken())
                .contains("The audit trail was changed at entry 2.");
        change("DELETE FROM audit WHERE number = 2");
        assertThat(database.check()).hasSize(2);
    }

    @Test
    void anOverrideIsAuditedAsOneAndCannotBeTakenBackUnseen() {
        Decision overridden = withAlerts(Verdict.ACCEPTED, OverrideReason.WILL_MONITOR);
        assertThat(decisions.add(overridden)).isTrue();
        close();
        open();
        assertThat(decisions.ofPatient(cohort, "p1")).containsExactly(overridden);
        assertThat(new AuditRepository(database).entries().getLast().what())
                .isEqualTo("override safety alert");
        assertThat(database.check()).isEmpty();
        change("UPDATE decision SET override_reason = 'OTHER'");
        assertThat(database.check())
                .containsExactly("1 decisions are not the ones that were taken.");
    }

    @Test
    void aRuleThatIsNearlyAlwaysOverriddenIsToBeReviewed() {
        decisions.add(decision("p2", Verdict.ACCEPTED, null, null));
        for (int i = 0; i < 46; i++) {
            decisions.add(withAlerts(Verdict.ACCEPTED, OverrideReason.TOLERATED_BEFORE));
        }
        for (int i = 0; i < 4; i++) {
            assertThat(decisions.alertUse()).noneMatch(AlertUse::needsReview);
            decisions.add(withAlerts(Verdict.DECLINED, null));
        }
        assertThat(decisions.alertUse())
                .containsExactly(
                        new AlertUse("age-rule", 50, 46), new AlertUse("renal-rule", 50, 46))
                .allMatch(AlertUse::needsReview);
        decisions.add(withAlerts(Verdict.DECLINED, null));
        decisions.add(withAlerts(Verdict.DECLINED, null));
        assertThat(decisions.alertUse()).noneMatch(AlertUse::needsReview);
    }

    @Test
    void whatIsModifiedPutOffOrTakenBackComesBackAsItWasTakenAndIsAudited() {
        Decision modified = later(Verdict.MODIFIED, "half the dose", null);
        Decision putOff = later(Verdict.SNOOZED, null, LocalDate.of(2026, 7, 1));
        Decision undone = later(Verdict.UNDONE, null, null);
        decisions.add(modified);
        decisions.add(putOff);
        decisions.add(undone);
        close();
        open();
        assertThat(decisions.ofPatient(cohort, "p1")).containsExactly(undone, putOff, modified);
        assertThat(new AuditRepository(database).entries())
                .extracting(AuditEntry::what)
                .endsWith("modify recommendation", "snooze recommendation", "take back decision");
        assertThat(database.check()).isEmpty();
        change("UPDATE decision SET snoozed_until = DATE '2027-07-01' WHERE id = 2");
        assertThat(database.check())
                .containsExactly("1 decisions are not the ones that were taken.");
    }

    @Test
    void whatWasTakenBackOrPutOffSaysNothingOfARule() {
        decisions.add(later(Verdict.MODIFIED, "half the dose", null));
        assertThat(decisions.alertUse()).containsExactly(new AlertUse("renal-rule", 1, 1));
        decisions.add(later(Verdict.SNOOZED, null, LocalDate.of(2026, 7, 1)));
        assertThat(decisions.alertUse()).containsExactly(new AlertUse("renal-rule", 1, 1));
        decisions.add(later(Verdict.UNDONE, null, null));
        decisions.add(later(Verdict.UNDONE, null, null));
        assertThat(decisions.alertUse()).isEmpty();
    }

    private Decision later(Verdict verdict, @Nullable String change, @Nullable LocalDate until) {
        Decision plain = decision("p1", Verdict.ACCEPTED, null, null);
        return new Decision(
                plain.cohortId(),
                plain.patientId(),
                plain.at(),
                plain.model(),
                plain.kind(),
                plain.item(),
                verdict,
                null,
                null,
                "{}",
                plain.decidedBy(),
                plain.decidedAt(),
                List.of("renal-rule"),
                null,
                change,
                until);
    }

    private Decision withAlerts(Verdict verdict, @Nullable OverrideReason override) {
        Decision plain = decision("p1", Verdict.ACCEPTED, null, null);
        return new Decision(
                plain.cohortId(),
                plain.patientId(),
                plain.at(),
                plain.model(),
                plain.kind(),
                plain.item(),
                verdict,
                verdict == Verdict.DECLINED ? DeclineReason.CONTRAINDICATED : null,
                plain.note(),
                "{}",
                plain.decidedBy(),
                plain.decidedAt(),
                List.of("renal-rule", "age-rule"),
                override);
    }

    private void change(String sql) {
        database.write(handle -> handle.execute(sql));
    }

    private Decision decision(
            String patient,
            Verdict verdict,
            @Nullable DeclineReason reason,
            @Nullable String note) {
        return new Decision(
                cohort,
                patient,
                LocalDateTime.of(2026, 1, 1, 10, 30, 15, 123),
                "base",
                ItemKind.MEDICATION,
                new Concept(CodeSystem.RXNORM, "314076", "lisinopril 10 MG"),
                verdict,
                reason,
                note,
                "{\"attributions\":[" + "0.123456,".repeat(300_000) + "1]}",
                "dr.lee",
                Instant.parse("2026-01-02T03:04:05.678901234Z"));
    }
}
