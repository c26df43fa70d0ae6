package org.consilium.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.ItemKind;
import org.consilium.clinical.Timeline;
import org.consilium.meaning.ClinicalTables;
import org.consilium.meaning.ShippedTables;
import org.consilium.ui.SamplePatient;
import org.junit.jupiter.api.Test;

class SupposedTest {
    private static final Concept POTASSIUM =
            new Concept(CodeSystem.LOINC, "2823-3", "Potassium [Moles/volume] in Serum");
    private static final LocalDateTime NOW = SamplePatient.LATEST;

    private final ClinicalTables tables = ShippedTables.read();

    private List<String> levels(List<Change> changes) {
        Timeline supposed =
                new Supposed(ConceptMapping.none()).of(SamplePatient.timeline(), changes, NOW);
        return new FactExtractor(tables.levels())
                .visitAt(supposed, NOW).facts().stream()
                        .map(FactOccurrence::fact)
                        .filter(fact -> fact.concept().equals(POTASSIUM))
                        .map(Fact::level)
                        .toList();
    }

    @Test
    void aResultThatWasNeverRecordedStandsWhereTheDocumentSays() {
        assertThat(levels(List.of())).isEmpty();
        assertThat(levels(List.of(new Change.Result(POTASSIUM, 7.1, "mmol/L"))))
                .containsExactly("critical high");
        assertThat(levels(List.of(new Change.Result(POTASSIUM, 5.8, "mmol/L"))))
                .containsExactly("high");
    }

    /** Without a document there is no unit to type a number in. */
    @Test
    void onlyResultsOfWhichADocumentSaysWhereTheyStandAreOffered() {
        EvidenceModel model =
                new EvidenceModel(
                        "small",
                        new Vocabulary<>(
                                List.of(
                                        new Fact(POTASSIUM, Role.OBSERVATION_NOW, "high"),
                                        new Fact(POTASSIUM, Role.OBSERVATION_PAST_2Y, "normal"),
                                        new Fact(
                                                new Concept(
                                                        CodeSystem.LOINC, "1-1", "Potassium index"),
                                                Role.OBSERVATION_NOW,
                                                "high"))),
                        new Vocabulary<>(
                                List.of(
                                        new Item(
                                                ItemKind.MEDICATION,
                                                new Concept(CodeSystem.RXNORM, "1", "One")))),
                        new float[] {-3},
                        new float[] {1, 1, 1},
                        new float[] {0, 0, 0},
                        Calibration.IDENTITY);
        assertThat(NameSearch.measurable(model, tables.levels(), "potassium", 5))
                .containsExactly(new Measurable(POTASSIUM, "mmol/L"));
        assertThat(NameSearch.measurable(model, tables.levels(), "sodium", 5)).isEmpty();
    }
}
