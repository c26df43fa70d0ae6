package org.consilium.importing.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.importing.fhir.Bundles.coded;
import static org.consilium.importing.fhir.Bundles.entry;
import static org.consilium.importing.fhir.Bundles.of;
import static org.consilium.importing.fhir.Bundles.snomed;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a Goal. */
class FhirGoalsTest {
    private static final String WEIGHT =
            "'description':{'text':'Lose  weight'},'lifecycleStatus':'active',"
                    + "'startDate':'2020-03-01',";
    private static final String ACHIEVEMENT =
            "http://terminology.hl7.org/CodeSystem/goal-achievement";

    @TempDir private Path folder = Path.of("unset");

    private Collected read(String... resources) throws Exception {
        return Collected.read(Bundles.write(folder, "bundle.json", resources));
    }

    private static LocalDateTime day(int year, int month, int day) {
        return LocalDate.of(year, month, day).atStartOfDay();
    }

    private String aims(String elements) throws Exception {
        Value value = read(of("Goal", "g", WEIGHT + elements)).event("lose weight").value();
        return value instanceof Value.Text(String text) ? text : "none";
    }

    @Test
    void aGoalSaysWhatItIsForSinceWhenAndHowFarItIs() throws Exception {
        Collected found =
                read(
                        of("Condition", "c", "'code':" + snomed("44054006", "Diabetes")),
                        of(
                                "Goal",
                                "g",
                                "'lifecycleStatus':'completed','startDate':'2020-03',"
                                        + "'statusDate':'2021-05-06','achievementStatus':"
                                        + coded(ACHIEVEMENT, "achieved", "Achieved")
                                        + ",'description':"
                                        + snomed("390877008", "Target HbA1c achieved")
                                        + ",'addresses':[{'reference':'Condition/c'}],'target':[{"
                                        + "'measure':"
                                        + coded("http://loinc.org", "4548-4", "Hemoglobin A1c")
                                        + ",'detailQuantity':{'value':7.0,'comparator':'<',"
                                        + "'unit':'%'},'dueDate':'2021-03-01'}]"));
        ClinicalEvent goal = found.event("390877008");
        assertThat(goal.kind()).isEqualTo(EventKind.GOAL);
        assertThat(goal.start()).isEqualTo(day(2020, 3, 1));
        assertThat(goal.end()).isEqualTo(day(2021, 5, 6));
        assertThat(goal.value())
                .isEqualTo(new Value.Text("Hemoglobin A1c: <7.0 % by 2021-03-01; achieved"));
        assertThat(goal.reason())
                .isEqualTo(new Concept(CodeSystem.SNOMED_CT, "44054006", "Diabetes"));
        assertThat(found.rejected).isEmpty();
        assertThat(found.skipped).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            textBlock =
                    """
                    'detailRange':{'low':{'value':70},'high':{'value':75,'unit':'kg'}} | 70-75 kg
                    'detailCodeableConcept':{'text':'No pain'}                         | No pain
                    'detailString':'walks alone'                                       | walks alone
                    'detailBoolean':true                                               | true
                    'detailInteger':10                                                 | 10
                    'detailRatio':{'numerator':{'value':1},'denominator':{'value':2}}  | 1:2
                    'dueDate':'2021-03'                                                | by 2021-03
                    'dueDuration':{'value':6,'unit':'mo'}                              | within 6 mo
                    'measure':{'text':'Weight'}                                        | Weight
                    """)
    void aTargetOfAnyFormIsKeptInWords(String target, String words) throws Exception {
        assertThat(aims("'target':[{%s}]".formatted(target))).isEqualTo(words);
    }

    @Test
    void ofSeveralTargetsAllAreKeptAndWhatIsSaidInOtherWords() throws Exception {
        assertThat(
                        aims(
                                "'startCodeableConcept':{'text':'admission'},"
                                        + "'target':[{'detailInteger':1},{},{'detailInteger':2}],"
                                        + "'achievementStatus':{'text':'nearly there'}"))
                .isEqualTo("from admission; 1; 2; nearly there");
        assertThat(aims("'note':[{'text':'x'}]")).isEqualTo("none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proposed", "cancelled", "rejected", "entered-in-error"})
    void whatNobodyAgreedToOrWantsAnyMoreIsNoGoal(String status) throws Exception {
        Collected found =
                read(
                        of("Goal", "g", WEIGHT.replace("active", status) + "'target':[]"),
                        of("Goal", "h", "'description':{'text':'x'},'startDate':'2020'"));
        assertThat(found.event("x").end()).isNull();
        assertThat(found.only().events()).hasSize(1);
        assertThat(found.skipped).containsOnlyKeys("Goal (%s)".formatted(status));
    }

    @ParameterizedTest
    @CsvSource({"planned, planned", "on-hold, on hold", "accepted, none", "active, none"})
    void whetherItIsWorkedOnIsSaid(String status, String words) throws Exception {
        String goal = WEIGHT.replace("'active'", "'%s'".formatted(status));
        Collected found = read(of("Goal", "g", goal + "'target':[]"));
        Value value = found.event("lose weight").value();
        assertThat(value == null ? "none" : ((Value.Text) value).text()).isEqualTo(words);
    }

    @Test
    void withoutAStartItIsDatedByItsStatusElseByWhatIsDueFirst() throws Exception {
        Collected found =
                read(
                        of(
                                "Goal",
                                "1",
                                "'description':{'text':'a'},'statusDate':'2020-02-03',"
                                        + "'target':[{'dueDate':'2019'}]"),
                        of(
                                "Goal",
                                "2",
                                "'description':{'text':'b'},'target':[{'dueDate':'2022'},"
                                        + "{'dueDate':'2021-06-07'}]"),
                        entry(
                                "Goal",
                                "3",
                                "'subject':{'reference':'Patient/p'},"
                                        + "'description':{'text':'c'}"));
        assertThat(found.event("a").start()).isEqualTo(day(2020, 2, 3));
        assertThat(found.event("b").start()).isEqualTo(day(2021, 6, 7));
        assertThat(found.rejected).hasSize(1);
        assertThat(found.rejected.getFirst().field()).isEqualTo("startDate");
    }

    @Test
    void aGoalWithoutADescriptionOrWithABadDateIsRejectedAndNamed() throws Exception {
        Collected found =
                read(
                        of("Goal", "1", "'startDate':'2020'"),
                        of("Goal", "2", WEIGHT + "'statusDate':'soon'"),
                        of("Goal", "3", WEIGHT + "'target':[{'dueDate':'later'}]"));
        assertThat(found.rejected)
                .extracting(issue -> issue.field())
                .containsExactly("description", "statusDate", "dueDate");
    }
}
