package org.consilium.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.consilium.clinical.Category;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.ItemKind;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Sex;
import org.consilium.clinical.Timeline;
import org.consilium.clinical.Value;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FactExtractorTest {
    private static final LocalDateTime NOW = LocalDateTime.of(2024, 6, 10, 9, 0);
    private static final Concept DIABETES = snomed("44054006", "Diabetes mellitus type 2");
    private static final Concept METFORMIN =
            new Concept(CodeSystem.RXNORM, "860975", "metformin 500 MG");
    private static final Concept FLU = new Concept(CodeSystem.CVX, "140", "Influenza");
    private static final Concept GLUCOSE = loinc("2339-0", "Glucose");

    private final List<Encounter> visits = new ArrayList<>();
    private final List<ClinicalEvent> events = new ArrayList<>();

    private static Concept snomed(String code, String display) {
        return new Concept(CodeSystem.SNOMED_CT, code, display);
    }

    private static Concept loinc(String code, String display) {
        return new Concept(CodeSystem.LOINC, code, display);
    }

    private void visit(String id, LocalDateTime at) {
        visits.add(new Encounter(id, "ambulatory", null, null, at, at.plusMinutes(30)));
    }

    private void event(
            EventKind kind,
            Concept concept,
            String visit,
            LocalDateTime from,
            @Nullable LocalDateTime to) {
        events.add(
                new ClinicalEvent(kind, Category.NONE, concept, visit, from, to, null, DIABETES));
    }

    private void observation(Concept concept, Category category, LocalDateTime at, Value value) {
        events.add(
                new ClinicalEvent(
                        EventKind.OBSERVATION, category, concept, "now", at, null, value, null));
    }

    private Timeline timeline() {
        events.sort(Comparator.comparing(ClinicalEvent::start));
        Patient patient =
                new Patient(
                        "1",
                        "A",
                        "B",
                        Sex.FEMALE,
                        LocalDate.of(1961, 9, 5),
                        null,
                        "asian",
                        "hispanic",
                        "es",
                        null);
        return new Timeline(patient, visits, events);
    }

    private Visit now() {
        List<Visit> all = new FactExtractor().visits(timeline(), number -> true);
        return all.getLast();
    }

    private static Map<Concept, Role> roles(Visit visit) {
        return visit.facts().stream()
                .collect(
                        Collectors.toMap(
                                each -> each.fact().concept(),
                                each -> each.fact().role(),
                                (a, b) -> a));
    }

    @Test
    void whatWasStartedAtTheVisitIsTheTargetAndNoFact() {
        visit("now", NOW);
        event(EventKind.CONDITION, DIABETES, "now", NOW, null);
        event(EventKind.MEDICATION, METFORMIN, "now", NOW, null);

        assertThat(now().targets()).containsExactly(new Item(ItemKind.MEDICATION, METFORMIN));
        assertThat(roles(now())).containsEntry(DIABETES, Role.CONDITION_NOW);
        assertThat(roles(now())).doesNotContainKey(METFORMIN);
    }

    @Test
    void whatGoesOnIsNeitherTargetNorCandidate() {
        visit("then", NOW.minusYears(1));
        event(EventKind.MEDICATION, METFORMIN, "then", NOW.minusYears(1), null);
        visit("now", NOW);
        event(EventKind.MEDICATION, METFORMIN, "now", NOW, null);

        assertThat(now().targets()).isEmpty();
        assertThat(now().active()).containsExactly(new Item(ItemKind.MEDICATION, METFORMIN));
        assertThat(roles(now())).containsEntry(METFORMIN, Role.TREATMENT_ACTIVE);
    }

    @Test
    void anItemIsNewAgainAfterHalfAYear() {
        visit("then", NOW.minusDays(170));
        event(EventKind.IMMUNIZATION, FLU, "then", NOW.minusDays(170), null);
        visit("now", NOW);
        event(EventKind.IMMUNIZATION, FLU, "now", NOW, null);
        assertThat(now().targets()).isEmpty();

        visits.clear();
        events.clear();
        visit("then", NOW.minusDays(181));
        event(EventKind.IMMUNIZATION, FLU, "then", NOW.minusDays(181), null);
        visit("now", NOW);
        event(EventKind.IMMUNIZATION, FLU, "now", NOW, null);
        assertThat(now().targets()).hasSize(1);
    }

    @Test
    void nothingThatCameLaterIsAFact() {
        visit("now", NOW);
        visit("later", NOW.plusDays(3));
        event(EventKind.CONDITION, DIABETES, "later", NOW.plusDays(3), null);

        Visit first = new FactExtractor().visits(timeline(), number -> true).getFirst();
        assertThat(roles(first)).doesNotContainKey(DIABETES);
        assertThat(roles(now())).containsEntry(DIABETES, Role.CONDITION_NOW);
    }

    @Test
    void theReasonOfAnOrderIsNoFact() {
        visit("then", NOW.minusYears(1));
        event(EventKind.MEDICATION, METFORMIN, "then", NOW.minusYears(1), null);
        visit("now", NOW);

        assertThat(roles(now())).containsKey(METFORMIN).doesNotContainKey(DIABETES);
    }

    @Test
    void observationsThatAreOrdersOfTheVisitAreLeftOut() {
        Concept survey = loinc("44249-1", "PHQ-9");
        visit("now", NOW);
        observation(GLUCOSE, Category.LABORATORY, NOW, new Value.Quantity(180, "mg/dL", 70., 99.));
        observation(survey, Category.SURVEY, NOW, new Value.Quantity(3, "{score}"));

        assertThat(roles(now())).containsKey(GLUCOSE).doesNotContainKey(survey);
        assertThat(now().facts())
                .anyMatch(each ->
                        each.fact().concept().equals(GLUCOSE)
                                && each.fact().level().equals("high"));
    }

    @Test
    void raceEthnicityAndLanguageAreNoFactsHoweverTheyAreRecorded() {
        visit("now", NOW);
        for (String code : Set.of("32624-9", "56051-6", "54899-0", "69490-1")) {
            observation(
                    loinc(code, code),
                    Category.SOCIAL_HISTORY,
                    NOW.minusDays(9),
                    new Value.Text("Asian"));
            observation(loinc(code, code), Category.SOCIAL_HISTORY, NOW, new Value.Text("Asian"));
        }
        assertThat(now().facts())
                .extracting(each -> each.fact().concept().code())
                .containsExactlyInAnyOrder("sex-female", "age-60-to-64-years", "class-ambulatory");
    }

    @Test
    void whatAnAllergyDoesChangesNoFact() {
        visit("now", NOW);
        event(EventKind.ALLERGY, DIABETES, "now", NOW.minusYears(1), null);
        event(EventKind.ALLERGY, FLU, "now", NOW, null);
        List<FactOccurrence> without = now().facts();
        for (Value does :
                List.of(new Value.Text("Hives"), new Value.Coded(GLUCOSE), new Value.Text(""))) {
            events.replaceAll(each ->
                    new ClinicalEvent(
                            each.kind(),
                            each.category(),
                            each.concept(),
                            each.encounterId(),
                            each.start(),
                            each.end(),
                            does,
                            each.reason()));
            assertThat(now().facts()).isEqualTo(without);
        }
        assertThat(roles(now()).values()).contains(Role.ALLERGY);
    }

    @Test
    void aGoalIsNeitherAFactNorATargetNorWhatGoesOn() {
        visit("a", NOW.minusYears(1));
        event(EventKind.MEDICATION, METFORMIN, "a", NOW.minusYears(1), null);
        visit("now", NOW);
        event(EventKind.CONDITION, DIABETES, "now", NOW, null);
        event(EventKind.IMMUNIZATION, FLU, "now", NOW, null);
        Visit without = now();
        List<Set<Item>> targets = new FactExtractor().targets(timeline());
        for (Concept concept : List.of(DIABETES, METFORMIN, FLU, GLUCOSE)) {
            event(EventKind.GOAL, concept, "a", NOW.minusYears(1), null);
            event(EventKind.GOAL, concept, "now", NOW, NOW.plusYears(1));
        }
        assertThat(now()).isEqualTo(without);
        assertThat(new FactExtractor().targets(timeline())).isEqualTo(targets);
        assertThat(targets.getLast()).isNotEmpty();
    }

    @Test
    void ofSeveralRecordsOfOneConceptTheNearestCounts() {
        visit("a", NOW.minusYears(3));
        event(EventKind.PROCEDURE, DIABETES, "a", NOW.minusYears(3), null);
        visit("b", NOW.minusDays(100));
        event(EventKind.PROCEDURE, DIABETES, "b", NOW.minusDays(100), null);
        visit("now", NOW);

        assertThat(roles(now())).containsEntry(DIABETES, Role.TREATMENT_PAST_180D);
    }

    private void stay(LocalDateTime at) {
        visits.add(new Encounter("now", "inpatient", null, null, at, at.plusDays(5)));
    }

    @Test
    void ofAStayWhatIsKnownAtAdmissionIsAFactAndWhatIsStartedOnTheFirstDayATarget() {
        stay(NOW);
        Concept sepsis = snomed("91302008", "Sepsis");
        event(EventKind.CONDITION, DIABETES, "now", NOW.plusMinutes(20), null);
        event(EventKind.CONDITION, sepsis, "now", NOW.plusDays(2), null);
        event(EventKind.MEDICATION, METFORMIN, "now", NOW.plusHours(5), null);
        event(EventKind.IMMUNIZATION, FLU, "now", NOW.plusDays(3), null);

        assertThat(roles(now())).containsEntry(DIABETES, Role.CONDITION_NOW);
        assertThat(roles(now())).doesNotContainKey(sepsis);
        assertThat(now().targets()).extracting(item -> item.concept()).containsExactly(METFORMIN);
    }

    @Test
    void aTreatmentThatBeganBeforeTheStayIsKnownAndNoTarget() {
        stay(NOW);
        event(EventKind.MEDICATION, METFORMIN, "now", NOW.minusDays(2), null);

        assertThat(roles(now())).containsEntry(METFORMIN, Role.TREATMENT_ACTIVE);
        assertThat(now().targets()).isEmpty();
    }

    @Test
    void aTreatmentOfWhichOnlyTheDayIsKnownIsStartedAtTheVisit() {
        visit("now", NOW);
        event(EventKind.MEDICATION, METFORMIN, "now", NOW.toLocalDate().atStartOfDay(), null);

        assertThat(now().targets()).extracting(item -> item.concept()).containsExactly(METFORMIN);
    }
}
