package org.consilium.tuning.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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
import org.consilium.recommend.FactExtractor;
import org.consilium.recommend.Item;
import org.consilium.tuning.Ages;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which visits and items a task is about, what is left out, and the hash of what is left. */
class TaskScopeTest {
    private static final Instant IMPORTED = Instant.parse("2025-06-01T00:00:00Z");
    private static final Concept PRESSURE =
            new Concept(CodeSystem.SNOMED_CT, "59621000", "Essential hypertension (disorder)");
    private static final Concept PILL =
            new Concept(CodeSystem.RXNORM, "314076", "lisinopril 10 MG Oral Tablet");
    private static final Concept NOTE = new Concept(CodeSystem.TEXT, "feels well", "Feels well");

    private static TaskScope scope(Ages ages, List<String> conditions, @Nullable LocalDate from) {
        return new TaskScope(
                EnumSet.allOf(ItemKind.class),
                0,
                ages,
                conditions,
                from,
                null,
                List.of(),
                List.of("Lisinopril"),
                Set.of());
    }

    private static Patient person(String id, LocalDate born) {
        return new Patient(
                id, "Bauer", "Eva", Sex.FEMALE, born, null, null, null, null, "Mercy/North");
    }

    private static ClinicalEvent event(EventKind kind, Concept concept, LocalDate day) {
        return new ClinicalEvent(
                kind, Category.NONE, concept, null, day.atTime(9, 0), null, null, null);
    }

    /**
     * Visits in 2019, 2021 and 2023; hypertension and a drug from 2021 on, a note without a code.
     */
    private static Timeline timeline(String id, LocalDate born) {
        List<Encounter> visits = new ArrayList<>();
        for (int year : new int[] {2019, 2021, 2023}) {
            LocalDateTime at = LocalDate.of(year, 3, 1).atTime(9, 0);
            visits.add(new Encounter("v" + year, "ambulatory", null, null, at, at.plusHours(1)));
        }
        return new Timeline(
                person(id, born),
                visits,
                List.of(
                        event(EventKind.CONDITION, PRESSURE, LocalDate.of(2021, 3, 1)),
                        event(EventKind.CONDITION, NOTE, LocalDate.of(2021, 3, 1)),
                        event(EventKind.MEDICATION, PILL, LocalDate.of(2021, 3, 20))));
    }

    private static Timeline eva() {
        return timeline("eva", LocalDate.of(1955, 5, 5));
    }

    @Test
    void visitsCountByAgeConditionDateAndPlace() {
        assertThat(TaskScope.ALL.visits(eva()).cardinality()).isEqualTo(3);
        assertThat(scope(Ages.of("65-"), List.of(), null).visits(eva()).stream())
                .containsExactly(1, 2);
        assertThat(scope(Ages.ALL, List.of("HYPERTENSION"), null).visits(eva()).stream())
                .containsExactly(1, 2);
        assertThat(scope(Ages.ALL, List.of("59621000"), null).visits(eva()).stream()).hasSize(2);
        assertThat(scope(Ages.ALL, List.of("gout"), null).visits(eva()).stream()).isEmpty();
        assertThat(scope(Ages.ALL, List.of(), LocalDate.of(2022, 1, 1)).visits(eva()).stream())
                .containsExactly(2);
        TaskScope elsewhere =
                new TaskScope(
                        EnumSet.of(ItemKind.MEDICATION),
                        0,
                        Ages.ALL,
                        List.of(),
                        null,
                        null,
                        List.of("Hope"),
                        List.of(),
                        Set.of());
        assertThat(elsewhere.visits(eva()).stream()).isEmpty();
    }

    @Test
    void itemsAreOfferedByKindAndUnlessTheyAreNamed() {
        TaskScope scope = scope(Ages.ALL, List.of(), null);
        Item pill = new Item(ItemKind.MEDICATION, PILL);
        assertThat(TaskScope.ALL.offers(pill)).isTrue();
        assertThat(scope.offers(pill)).isFalse();
        assertThat(scope.offers(new Item(ItemKind.PROCEDURE, PRESSURE))).isTrue();
        assertThat(scope.words()).isEqualTo("without Lisinopril");
        assertThat(TaskScope.ALL.words()).isEqualTo("every visit, every item");
    }

    @Test
    void withAHorizonWhatIsStartedLaterCounts() {
        int second = 1;
        assertThat(new FactExtractor().visits(eva(), visit -> visit == second).getFirst().targets())
                .hasSize(1);
        Timeline later = moved(eva(), LocalDate.of(2021, 5, 1));
        assertThat(new FactExtractor().visits(later, visit -> visit == second).getFirst().targets())
                .isEmpty();
        assertThat(
                        new FactExtractor(90)
                                .visits(later, visit -> visit == second)
                                .getFirst()
                                .targets())
                .extracting(Item::concept)
                .containsExactly(PILL);
        assertThat(new FactExtractor(90).visits(later, visit -> visit == 2).getFirst().targets())
                .isEmpty();
    }

    private static Timeline moved(Timeline timeline, LocalDate pill) {
        List<ClinicalEvent> events = new ArrayList<>(timeline.events().subList(0, 2));
        events.add(event(EventKind.MEDICATION, PILL, pill));
        return new Timeline(timeline.patient(), timeline.encounters(), events);
    }

    @Test
    void whatMakesNoSenseIsSaid() {
        assertThatThrownBy(() ->
                        new TaskScope(
                                Set.of(), 0, Ages.ALL, List.of(), null, null, List.of(), List.of(),
                                Set.of()))
                .hasMessage("Choose at least one kind of item to recommend.");
        assertThatThrownBy(() -> new TuningTask("  ", "clinic", TaskScope.ALL))
                .hasMessage("A task needs a name of 1 to 80 letters.");
    }

    private static Preparation.Finding finding(TimelineScreen screen, LeaveOut what) {
        return screen.findings().stream()
                .filter(each -> each.what() == what)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsWrongIsCountedAndLeftOutOnlyWhereThatIsWanted() {
        Timeline unborn = timeline("late", LocalDate.of(2022, 1, 1));
        Timeline again = timeline("again", LocalDate.of(1955, 5, 5));
        Timeline nobody = timeline("old", LocalDate.of(1753, 1, 1));
        TimelineScreen counting = new TimelineScreen(TaskScope.ALL, IMPORTED);
        for (Timeline each : List.of(eva(), unborn, again, nobody)) {
            assertThat(counting.of(each)).contains(each);
        }
        assertThat(finding(counting, LeaveOut.SAME_PERSON).patients()).isEqualTo(1);
        assertThat(finding(counting, LeaveOut.IMPOSSIBLE_PERSON).patients()).isEqualTo(1);
        assertThat(finding(counting, LeaveOut.IMPOSSIBLE_DATES).records()).isEqualTo(5);
        assertThat(finding(counting, LeaveOut.TEXT_ONLY).patients()).isEqualTo(4);

        TaskScope strict = TaskScope.ALL;
        for (LeaveOut each : LeaveOut.values()) {
            strict = strict.leavingOut(each, true);
        }
        TimelineScreen leaving = new TimelineScreen(strict, IMPORTED);
        assertThat(leaving.of(eva()).orElseThrow().events()).hasSize(2);
        assertThat(leaving.of(unborn).orElseThrow().encounters()).hasSize(1);
        assertThat(leaving.of(again)).isEmpty();
        assertThat(leaving.of(nobody)).isEmpty();
        assertThat(finding(leaving, LeaveOut.SAME_PERSON).leftOut()).isTrue();
        assertThat(strict.leavingOut(LeaveOut.TEXT_ONLY, false).leftOut())
                .doesNotContain(LeaveOut.TEXT_ONLY)
                .hasSize(3);
    }

    private static SnapshotHash hash(Timeline... timelines) {
        SnapshotHash hash = new SnapshotHash();
        for (Timeline each : timelines) {
            hash.add(each, TaskScope.ALL.visits(each));
        }
        return hash;
    }

    @Test
    void theHashIsOfTheRecordsAndOfTheTask() {
        Timeline other = timeline("other", LocalDate.of(1960, 1, 1));
        String whole = hash(eva(), other).of(TaskScope.ALL);

        assertThat(hash(other, eva()).of(TaskScope.ALL)).isEqualTo(whole).hasSize(64);
        assertThat(hash(eva()).of(TaskScope.ALL)).isNotEqualTo(whole);
        assertThat(hash(eva(), other).of(scope(Ages.ALL, List.of(), null))).isNotEqualTo(whole);
        SnapshotHash changed = hash(moved(eva(), LocalDate.of(2021, 3, 21)), other);
        assertThat(changed.of(TaskScope.ALL)).isNotEqualTo(whole);
        assertThat(changed.patients().get("other")).isEqualTo(hash(other).patients().get("other"));
    }
}
