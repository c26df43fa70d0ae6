package org.consilium.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Decision;
import org.consilium.clinical.ItemKind;
import org.consilium.clinical.NotFoundException;
import org.consilium.store.CohortRepository;
import org.consilium.store.Database;
import org.consilium.store.DecisionRepository;
import org.consilium.store.TestStores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionServiceTest {
    @TempDir Path home;

    @Test
    void theLatestDecisionComesFirstAndNobodyIsRefusedClearly() {
        try (Database database = TestStores.open(home)) {
            TestStores.fill(database, "Ward 7", 2, 1);
            long cohort =
                    new CohortRepository(database, TestStores.CLOCK)
                            .byName("Ward 7")
                            .orElseThrow()
                            .id();
            DecisionService service = new DecisionService(new DecisionRepository(database));
            service.record(accepted(cohort, "p0", "first"));
            service.record(accepted(cohort, "p0", "second"));
            assertThat(service.forPatient(cohort, "p0"))
                    .containsExactly(
                            accepted(cohort, "p0", "second"), accepted(cohort, "p0", "first"));
            assertThatThrownBy(() -> service.record(accepted(cohort, "p7", "third")))
                    .isInstanceOf(NotFoundException.class)
                    .hasMessage("The cohort has no such patient.");
        }
    }

    private static Decision accepted(long cohort, String patient, String note) {
        return new Decision(
                cohort,
                patient,
                LocalDateTime.of(2026, 1, 1, 9, 0),
                "base",
                ItemKind.PROCEDURE,
                new Concept(CodeSystem.SNOMED_CT, "73761001", "Colonoscopy"),
                Decision.Verdict.ACCEPTED,
                null,
                note,
                "{}",
                "dr.lee",
                Instant.parse("2026-01-02T03:04:05Z"));
    }
}
