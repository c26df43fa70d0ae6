package org.consilium.tuning.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consilium.clinical.Category;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Sex;
import org.consilium.clinical.Timeline;
import org.consilium.meaning.Ingredients;
import org.consilium.meaning.ShippedTables;
import org.consilium.tuning.factor.Terms;
import org.consilium.tuning.factor.TextEncoder;
import org.junit.jupiter.api.Test;

class ConceptBridgeTest {
    private static final CodeSystem HICL = new CodeSystem("HICL");

    private final Ingredients ingredients = ShippedTables.read().ingredients();

    private IngredientBridge drugs(Concept... named) {
        return new IngredientBridge(ingredients, List.of(named));
    }

    private static Concept text(String display) {
        return new Concept(CodeSystem.TEXT, display, display);
    }

    @Test
    void productsOfOneIngredientBecomeOneConcept() {
        Concept product =
                new Concept(CodeSystem.RXNORM, "1", "Furosemide 40 MG Oral Tablet [Lasix]");

        assertThat(drugs().of(EventKind.MEDICATION, product))
                .isEqualTo(drugs().of(EventKind.MEDICATION, text("LASIX")))
                .extracting(Concept::display)
                .isEqualTo("furosemide");
    }

    @Test
    void whatIsNotCertainStaysAsRecorded() {
        Concept unknown = text("study drug 17");

        assertThat(drugs().of(EventKind.MEDICATION, unknown)).isSameAs(unknown);
    }

    @Test
    void aNameIsReadAsAMedicineOnlyWhereItWasRecordedAsOne() {
        Concept result = text("potassium chloride");

        assertThat(drugs().of(EventKind.OBSERVATION, result)).isSameAs(result);
    }

    @Test
    void aCodeWithoutANameIsWhatMostNamesOfThatCodeSay() {
        Concept bare = new Concept(HICL, "3660", "3660");
        IngredientBridge drugs =
                drugs(
                        new Concept(HICL, "3660", "Lasix"),
                        new Concept(HICL, "3660", "FUROSEMIDE"),
                        new Concept(HICL, "3660", "bumetanide"),
                        new Concept(HICL, "1", "aspirin"));

        assertThat(drugs.of(EventKind.MEDICATION, bare).code()).isEqualTo("furosemide");
    }

    @Test
    void aRecordKeepsItsVisitsAndTimesUnderOtherNames() {
        LocalDateTime at = LocalDateTime.of(2020, 1, 2, 3, 4);
        Timeline record =
                new Timeline(
                        new Patient(
                                "p", null, null, Sex.FEMALE, null, null, null, null, null, null),
                        List.of(),
                        List.of(
                                new ClinicalEvent(
                                        EventKind.MEDICATION,
                                        Category.NONE,
                                        text("LASIX"),
                                        "v",
                                        at,
                                        null,
                                        null,
                                        null)));

        ClinicalEvent event = drugs().over(record).events().getFirst();

        assertThat(event.concept().code()).isEqualTo("furosemide");
        assertThat(event.start()).isEqualTo(at);
        assertThat(event.encounterId()).isEqualTo("v");
    }

    @Test
    void aDescribedDrugReadsOtherwiseAndIsTheSame() throws IOException {
        Concept plain = drugs().of(EventKind.MEDICATION, text("LASIX"));
        Concept described = DescribedDrugs.shipped().of(EventKind.MEDICATION, plain);

        assertThat(described).isEqualTo(plain);
        assertThat(described.display()).startsWith("furosemide (loop diuretic, used for edema");
    }

    @Test
    void theNearestTextStandsForAnotherFromTheThresholdOn() {
        // texts are told by their length: (1, 0) for five letters, (.8, .6) for nine, (0, 1) else
        TextEncoder encoder =
                texts -> {
                    float[] rows = new float[texts.size() * Terms.TEXT];
                    for (int i = 0; i < texts.size(); i++) {
                        int length = texts.get(i).length();
                        rows[i * Terms.TEXT] = length == 5 ? 1 : length == 9 ? .8f : 0;
                        rows[i * Terms.TEXT + 1] = length == 5 ? 0 : length == 9 ? .6f : 1;
                    }
                    return rows;
                };
        Concept known = new Concept(CodeSystem.SNOMED_CT, "1", "Fever (finding)");
        Concept path = text("infections: Pneumonia");
        Map<EventKind, Set<Concept>> concepts = Map.of(EventKind.CONDITION, Set.of(known));

        assertThat(new NearestText(concepts, encoder, .79, true).of(EventKind.CONDITION, path))
                .isSameAs(known);
        assertThat(new NearestText(concepts, encoder, .81, true).of(EventKind.CONDITION, path))
                .isSameAs(path);
        assertThat(new NearestText(concepts, encoder, .79, false).of(EventKind.CONDITION, path))
                .isSameAs(path);
        assertThat(new NearestText(concepts, encoder, .79, true).of(EventKind.PROCEDURE, path))
                .isSameAs(path);
    }
}
