package org.consilium.importing.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.LocalDateTime;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Value;
import org.consilium.importing.ImportIssue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Observations that stand inside another resource. */
class FhirContainedTest {
    private static final String SODIUM =
            "'status':'final','code':{'text':'Sodium'},'valueQuantity':{'value':140,'unit':'mmol/L'}";

    @TempDir private Path folder = Path.of("unset");

    private Collected read(String... resources) throws Exception {
        return Collected.read(Bundles.write(folder, "bundle.json", resources));
    }

    private static String inside(String id, String elements) {
        return "{'resourceType':'Observation','id':'%s',%s}".formatted(id, elements);
    }

    private static String report(String elements, String... contained) {
        return Bundles.of(
                "DiagnosticReport",
                "r",
                elements
                        + ",'code':{'text':'Electrolytes'},'contained':[%s]"
                                .formatted(String.join(",", contained)));
    }

    @Test
    void resultsOfAReportAreOfItsPatientVisitAndDate() throws Exception {
        Collected found =
                read(
                        report(
                                "'status':'final','effectiveDateTime':'2020-03-01T09:40:00+02:00','issued':'2020-03-02T00:00:00Z'",
                                inside("1", SODIUM),
                                inside(
                                        "2",
                                        "'status':'final','effectiveDateTime':'2020-02-28','code':{'text':'Potassium'},'valueString':'4'"),
                                inside("3", "'status':'final','code':{'text':'Chloride'}"),
                                "{'resourceType':'Specimen','id':'s'}"));
        assertThat(found.only().events())
                .extracting(
                        event -> event.concept().display(),
                        ClinicalEvent::start,
                        ClinicalEvent::encounterId)
                .containsExactly(
                        tuple("Potassium", LocalDateTime.of(2020, 2, 28, 0, 0), "v"),
                        tuple("Sodium", LocalDateTime.of(2020, 3, 1, 9, 40), "v"));
        assertThat(found.event("sodium").value()).isEqualTo(new Value.Quantity(140, "mmol/L"));
        assertThat(found.skipped)
                .containsEntry("DiagnosticReport", 1)
                .containsEntry("Observation (no value)", 1);
        assertThat(found.rejected).isEmpty();
    }

    @Test
    void oneThatStandsAloneTooIsTakenOnce() throws Exception {
        String category = ",'category':[{'coding':[{'code':'laboratory'}]}]";
        Collected found =
                read(
                        report(
                                "'status':'final','effectiveDateTime':'2020-03-01'",
                                inside("1", SODIUM),
                                inside("2", SODIUM.replace("140", "150"))),
                        Bundles.entry(
                                "Observation",
                                "o",
                                "'subject':{'reference':'Patient/p'},'effectiveDateTime':'2020-03-01',"
                                        + SODIUM
                                        + category));
        assertThat(found.only().events())
                .extracting(ClinicalEvent::value, ClinicalEvent::encounterId)
                .containsExactlyInAnyOrder(
                        tuple(new Value.Quantity(140, "mmol/L"), null),
                        tuple(new Value.Quantity(150, "mmol/L"), "v"));
        assertThat(found.skipped).containsEntry("Observation (contained, and alone)", 1);
    }

    @Test
    void aReportInErrorOrOfNoPatientHasNoResultsAndOneWithoutResultsIsCounted() throws Exception {
        Collected found =
                read(
                        report(
                                "'status':'entered-in-error','effectiveDateTime':'2020-03-01'",
                                inside("1", SODIUM)),
                        Bundles.entry(
                                "DiagnosticReport",
                                "g",
                                "'status':'final','subject':{'reference':'Group/g'},'contained':[%s]"
                                        .formatted(inside("1", SODIUM))),
                        Bundles.of(
                                "DiagnosticReport",
                                "n",
                                "'status':'final','modifierExtension':[{'url':'urn:x'}]"));
        assertThat(found.only().events()).isEmpty();
        assertThat(found.skipped)
                .containsEntry("DiagnosticReport (entered-in-error)", 1)
                .containsEntry("DiagnosticReport (of no patient)", 1)
                .containsEntry("DiagnosticReport", 1);
        assertThat(found.rejected).isEmpty();
    }

    @Test
    void aReportThatComesAgainReplacesItsResults() throws Exception {
        String old = "'meta':{'versionId':'1'},'status':'preliminary'";
        String later = "'meta':{'versionId':'2'},'status':'final'";
        Collected found =
                read(
                        report(later, inside("1", SODIUM.replace("140", "141"))),
                        report(old, inside("1", SODIUM)),
                        report(later, inside("1", SODIUM.replace("140", "141"))));
        assertThat(found.event("sodium").value()).isEqualTo(new Value.Quantity(141, "mmol/L"));
        assertThat(found.skipped)
                .containsEntry("Observation (older version)", 1)
                .containsEntry("Observation (repeated)", 1);
    }

    @Test
    void oneInAnyOtherUsedResourceIsReadLikewise() throws Exception {
        Collected found =
                read(
                        Bundles.of(
                                "Procedure",
                                "x",
                                "'status':'completed','performedDateTime':'2020-03-01','code':{'text':'Dialysis'},'contained':[%s]"
                                        .formatted(inside("1", SODIUM))),
                        Bundles.of(
                                "Condition",
                                "x",
                                "'code':{'text':'Thirst'},'recordedDate':'2020-04-01','contained':[%s]"
                                        .formatted(
                                                inside(
                                                        "1",
                                                        "'status':'final','effectiveDateTime':'soon','code':{'text':'Glucose'},'valueString':'high'"))));
        assertThat(found.only().events())
                .extracting(event -> event.concept().display())
                .containsExactlyInAnyOrder("Dialysis", "Sodium", "Thirst");
        assertThat(found.event("sodium").start()).isEqualTo(LocalDateTime.of(2020, 3, 1, 0, 0));
        assertThat(found.rejected)
                .extracting(ImportIssue::resource, ImportIssue::field)
                .containsExactly(tuple("Observation", "effectiveDateTime"));
    }
}
