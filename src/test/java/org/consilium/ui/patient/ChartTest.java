package org.consilium.ui.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.Timeline;
import org.consilium.meaning.ClinicalTables;
import org.consilium.meaning.Level;
import org.consilium.meaning.ShippedTables;
import org.consilium.ui.SamplePatient;
import org.junit.jupiter.api.Test;

class ChartTest {
    private final ClinicalTables tables = ShippedTables.read();
    private final Timeline timeline = SamplePatient.timeline();

    private Chart at(String visit) {
        Encounter encounter =
                timeline.encounters().stream()
                        .filter(each -> each.id().equals(visit))
                        .findFirst()
                        .orElseThrow();
        return Chart.of(timeline, encounter, tables, () -> timeline);
    }

    private static Result result(Chart chart, String name) {
        return chart.results().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void activeProblemsComeFirstTheLatestFirst() {
        assertThat(at("latest").problems())
                .extracting(Chart.Problem::name)
                .containsExactly(
                        "Chronic kidney disease stage 1",
                        "Hyperlipidemia",
                        "Diabetes mellitus type 2",
                        "Essential hypertension",
                        "Viral sinusitis",
                        "Acute viral pharyngitis",
                        "Anemia");
    }

    @Test
    void everyLineOfTheChartKnowsItsFurtherCodes() {
        Encounter latest = at("latest").visit();
        RecordSource source =
                new RecordSource() {
                    @Override
                    public Timeline timeline() {
                        return timeline;
                    }

                    @Override
                    public List<Concept> alsoCoded(Concept concept) {
                        return List.of(
                                new Concept(new CodeSystem("Ours"), "x" + concept.code(), ""));
                    }
                };
        Chart chart = Chart.of(timeline, latest, tables, source);
        Concept problem = chart.problems().getFirst().concept();
        assertThat(chart.codes().inFull(problem)).endsWith("\nalso Ours x" + problem.code());
        Medication medication = chart.medications().getFirst();
        assertThat(medication.inFull(chart.codes()))
                .endsWith("\nalso Ours x" + medication.products().getLast().code());
        Concept test = chart.results().getFirst().concept();
        assertThat(chart.codes().inFull(test)).endsWith("\nalso Ours x" + test.code());
    }

    @Test
    void goalsAreThoseOfTheTimeOpenOnesFirst() {
        assertThat(at("latest").goals())
                .extracting(Goal::name, Goal::isOpen, Goal::aims)
                .containsExactly(
                        tuple(
                                "HbA1c below 7 %",
                                true, "Hemoglobin A1c: <7 % by 2026-03-01; not achieved"),
                        tuple("Walk half an hour a day", false, "achieved"));
        assertThat(at("w2017").goals())
                .extracting(Goal::name, Goal::isOpen)
                .containsExactly(tuple("Walk half an hour a day", true));
        assertThat(at("w2013").goals()).isEmpty();
    }

    @Test
    void lifeIsNotAProblem() {
        assertThat(at("latest").circumstances())
                .extracting(Chart.Problem::name)
                .contains("Full-time employment", "Stress");
    }

    @Test
    void nothingLaterThanTheVisitIsKnownAtIt() {
        Chart early = at("w2015");
        assertThat(early.problems())
                .extracting(Chart.Problem::name)
                .containsExactly("Anemia", "Essential hypertension");
        assertThat(early.problems()).allMatch(Chart.Problem::active);
        assertThat(early.results()).isEmpty();
        assertThat(early.medications())
                .extracting(Medication::name)
                .containsExactly("lisinopril 10 MG Oral Tablet");
    }

    @Test
    void whatTheVisitItselfOrderedIsMarked() {
        assertThat(at("latest").medications())
                .filteredOn(Medication::startedNow)
                .extracting(Medication::name)
                .containsExactly("hydrochlorothiazide 25 MG Oral Tablet");
        assertThat(at("latest").medications())
                .filteredOn(each -> !each.startedNow())
                .extracting(Medication::since)
                .containsExactly(LocalDate.of(2017, 3, 5), LocalDate.of(2014, 3, 9));
    }

    @Test
    void aResultHasItsLatestValueItsCourseAndItsRange() {
        Result a1c = result(at("latest"), "Hemoglobin A1c/Hemoglobin.total");
        assertThat(a1c.value()).isEqualTo("8.2");
        assertThat(a1c.unit()).isEqualTo("%");
        assertThat(a1c.range()).isEqualTo("4\u20135.7");
        assertThat(a1c.level()).isEqualTo(Level.HIGH);
        assertThat(a1c.course()).hasSize(9).extracting(Result.Point::value).endsWith(7.9, 8.2);
        Result egfr = result(at("latest"), "Estimated Glomerular Filtration Rate");
        assertThat(egfr.range()).isEqualTo("\u2265 60");
        assertThat(egfr.level()).isEqualTo(Level.NORMAL);
    }

    @Test
    void anAnswerInWordsHasNoCourse() {
        Result smoking = result(at("latest"), "Tobacco smoking status");
        assertThat(smoking.value()).isEqualTo("Ex-smoker");
        assertThat(smoking.course()).isEmpty();
        assertThat(smoking.range()).isEmpty();
    }

    @Test
    void visitsSayWhatHappenedTheLatestFirst() {
        assertThat(Visits.of(timeline)).hasSize(13);
        Visits.Visit latest = Visits.of(timeline).getFirst();
        assertThat(latest.date()).isEqualTo("11-Feb-2025");
        assertThat(latest.title()).isEqualTo("Encounter for symptom: Diabetes mellitus type 2");
        assertThat(latest.content())
                .isEqualTo("hydrochlorothiazide 25 MG Oral Tablet \u00b7 8 results");
    }

    @Test
    void oneDrugInTwoProductsIsOneLine() {
        ClinicalEvent order =
                timeline.events().stream()
                        .filter(event -> event.concept().display().startsWith("lisinopril"))
                        .findFirst()
                        .orElseThrow();
        Concept brand =
                new Concept(CodeSystem.RXNORM, "104377", "lisinopril 20 MG Oral Tablet [Zestril]");
        List<ClinicalEvent> events = new ArrayList<>(timeline.events());
        events.add(
                new ClinicalEvent(
                        order.kind(),
                        order.category(),
                        brand,
                        null,
                        order.start().plusYears(1),
                        null,
                        null,
                        null));
        Timeline twice = new Timeline(timeline.patient(), timeline.encounters(), events);
        Chart chart = Chart.of(twice, at("latest").visit(), tables, () -> twice);
        assertThat(chart.medications()).hasSameSizeAs(at("latest").medications());
        assertThat(chart.medications())
                .filteredOn(each -> each.name().equals("lisinopril"))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.products()).containsExactly(order.concept(), brand);
                    assertThat(each.since()).isEqualTo(order.start().toLocalDate());
                    assertThat(each.productNames())
                            .isEqualTo(
                                    "lisinopril 10 MG Oral Tablet; lisinopril 20 MG Oral Tablet [Zestril]");
                });
    }

    @Test
    void howAResultMovedIsSaidInWords() {
        assertThat(at("latest").results())
                .extracting(Result::name, Result::trend)
                .contains(
                        tuple("Hemoglobin A1c/Hemoglobin.total", "up 4 times in a row"),
                        tuple("Estimated Glomerular Filtration Rate", "down 4 times in a row"),
                        tuple("Systolic Blood Pressure", "up from 142"),
                        tuple("Tobacco smoking status", ""));
    }

    @Test
    void whatWasBegunAtTheVisitStandsBesideWhatWouldHaveBeenAdvised() {
        assertThat(at("latest").done())
                .extracting(DoneHere::name)
                .containsExactly("hydrochlorothiazide 25 MG Oral Tablet");
    }
}
