package org.consilium.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.consilium.clinical.Category;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Patient;
import org.consilium.clinical.PatientSummary;
import org.consilium.clinical.Sex;
import org.consilium.clinical.Timeline;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CohortRepositoryTest {
    private static final LocalDateTime NOON = LocalDateTime.of(2024, 5, 6, 12, 0);

    @TempDir Path home;
    private Database database;
    private CohortRepository cohorts;

    @BeforeEach
    void open() {
        database = TestStores.open(home);
        cohorts = new CohortRepository(database, TestStores.CLOCK);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theWorklistIsByNameWithUnknownNamesLast() {
        put(
                "Ward 7",
                person("1", null, null),
                person("2", "zander", "A"),
                person("3", "Abel", "b"));
        put("Ward 7", person("4", "abel", "A"), person("5", "Ødegård", "A"));
        assertThat(cohorts.patients(id("Ward 7")))
                .extracting(each -> each.patient().id())
                .containsExactly("4", "3", "2", "5", "1");
    }

    @Test
    void aSummaryCountsWhatIsStillGoingOn() {
        Concept asthma = new Concept(CodeSystem.SNOMED_CT, "195967001", "Asthma");
        Concept flu = new Concept(CodeSystem.SNOMED_CT, "6142004", "Influenza");
        Concept inhaler = new Concept(CodeSystem.RXNORM, "745679", "Albuterol");
        Encounter later = new Encounter("e1", "ambulatory", null, null, NOON.plusDays(9), null);
        Encounter first = new Encounter("e2", "ambulatory", null, null, NOON, NOON.plusHours(1));
        put(
                "Ward 7",
                new Timeline(
                        person("1", "Abel", "B").patient(),
                        List.of(later, first),
                        List.of(
                                event(EventKind.CONDITION, asthma, null),
                                event(EventKind.CONDITION, asthma, null),
                                event(EventKind.CONDITION, flu, NOON.plusDays(3)),
                                event(EventKind.MEDICATION, inhaler, null))));
        PatientSummary summary = cohorts.patients(id("Ward 7")).getFirst();
        assertThat(summary)
                .isEqualTo(
                        new PatientSummary(
                                id("Ward 7"),
                                person("1", "Abel", "B").patient(),
                                2,
                                4,
                                1,
                                1,
                                NOON.plusDays(9)));
    }

    @Test
    void streamingGoesByPatientIdOverManyPages() {
        List<Timeline> put = TestStores.fill(database, "Ward 7", 300, 4);
        List<String> ids = new ArrayList<>();
        cohorts.forEach(id("Ward 7"), timeline -> ids.add(timeline.patient().id()));
        assertThat(ids)
                .containsExactlyElementsOf(
                        put.stream().map(each -> each.patient().id()).sorted().toList());
    }

    @Test
    void streamingStopsWithWhatTheReaderThrew() {
        TestStores.fill(database, "Ward 7", 3, 4);
        IllegalStateException enough = new IllegalStateException("enough");
        assertThatThrownBy(() ->
                        cohorts.forEach(
                                id("Ward 7"),
                                timeline -> {
                                    throw enough;
                                }))
                .isSameAs(enough);
    }

    @Test
    void deletingACohortTakesItsPatientsAndLeavesTheOthers() {
        TestStores.fill(database, "Ward 7", 70, 4);
        TestStores.fill(database, "Ward 8", 5, 5);
        long gone = id("Ward 7");
        cohorts.delete(gone);
        assertThat(cohorts.byId(gone)).isEmpty();
        assertThat(cohorts.patients(gone)).isEmpty();
        assertThat(cohorts.timeline(gone, "p1")).isEmpty();
        assertThat(cohorts.patients(id("Ward 8"))).hasSize(5);
        assertThat(new AuditRepository(database).entries())
                .extracting(AuditEntry::what)
                .containsExactly("import 70 patients", "import 5 patients", "delete cohort");
    }

    @Test
    void anInterruptedCallerDoesNotCloseTheStore() {
        TestStores.fill(database, "Ward 7", 100, 4);
        Thread.currentThread().interrupt();
        List<String> seen = new ArrayList<>();
        cohorts.forEach(id("Ward 7"), timeline -> seen.add(timeline.patient().id()));
        TestStores.fill(database, "Ward 8", 3, 1);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(seen).hasSize(100);
        assertThat(cohorts.list()).hasSize(2);
    }

    private static ClinicalEvent event(
            EventKind kind, Concept concept, @Nullable LocalDateTime end) {
        return new ClinicalEvent(kind, Category.NONE, concept, null, NOON, end, null, null);
    }

    private static Timeline person(String id, @Nullable String family, @Nullable String given) {
        Patient patient =
                new Patient(id, family, given, Sex.UNKNOWN, null, null, null, null, null, null);
        return new Timeline(patient, List.of(), List.of());
    }

    private void put(String cohort, Timeline... timelines) {
        try (ImportSession session = cohorts.beginImport(cohort, true)) {
            for (Timeline timeline : timelines) {
                session.put(timeline);
            }
            session.commit();
        }
    }

    private long id(String cohort) {
        return cohorts.byName(cohort).orElseThrow().id();
    }
}
