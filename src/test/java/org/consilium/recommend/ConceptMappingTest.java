package org.consilium.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
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
import org.consilium.meaning.Ingredients;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ConceptMappingTest {
    private static final Concept TEN =
            new Concept(CodeSystem.RXNORM, "314076", "lisinopril 10 MG Oral Tablet");
    private static final Concept FORTY =
            new Concept(CodeSystem.RXNORM, "197884", "lisinopril 40 MG Oral Tablet");
    private static final Concept LISINOPRIL =
            new Concept(CodeSystem.INGREDIENT, "lisinopril", "lisinopril");
    private static final Concept HYPERTENSION =
            new Concept(CodeSystem.SNOMED_CT, "59621000", "Essential hypertension (disorder)");

    private static final Patient PATIENT =
            new Patient("1", null, null, Sex.UNKNOWN, null, null, null, null, null, null);

    private static Ingredients ingredients;

    @BeforeAll
    static void tables() throws Exception {
        ingredients = Ingredients.shipped();
    }

    private static Encounter visit(String id, LocalDateTime at) {
        return new Encounter(id, "ambulatory", null, null, at, at.plusMinutes(30));
    }

    private static ClinicalEvent event(EventKind kind, Concept concept, LocalDateTime start) {
        return new ClinicalEvent(kind, Category.NONE, concept, null, start, null, null, null);
    }

    private static Vocabulary<Fact> facts(Concept... concepts) {
        return new Vocabulary<>(
                List.of(concepts).stream()
                        .map(concept -> new Fact(concept, Role.CONDITION_ACTIVE))
                        .toList());
    }

    private static Vocabulary<Item> medications(Concept... concepts) {
        return new Vocabulary<>(
                List.of(concepts).stream()
                        .map(concept -> new Item(ItemKind.MEDICATION, concept))
                        .toList());
    }

    @Test
    void anotherStrengthOfADrugThatIsTakenIsNothingNew() {
        LocalDateTime first = LocalDate.of(2024, 1, 10).atTime(9, 0);
        LocalDateTime second = first.plusDays(300);
        Timeline timeline =
                new Timeline(
                        PATIENT,
                        List.of(visit("a", first), visit("b", second)),
                        List.of(
                                event(EventKind.MEDICATION, TEN, first),
                                event(EventKind.MEDICATION, FORTY, second)));

        List<Visit> asProducts = new FactExtractor().visits(timeline, i -> true);
        List<Visit> asDrugs =
                new FactExtractor()
                        .visits(
                                ConceptMapping.toIngredients(ingredients).of(timeline).timeline(),
                                i -> true);

        assertThat(asProducts.getLast().targets())
                .containsExactly(new Item(ItemKind.MEDICATION, FORTY));
        assertThat(asDrugs.getFirst().targets())
                .containsExactly(new Item(ItemKind.MEDICATION, LISINOPRIL));
        assertThat(asDrugs.getLast().targets()).isEmpty();
        assertThat(asDrugs.getLast().active())
                .containsExactly(new Item(ItemKind.MEDICATION, LISINOPRIL));
    }

    @Test
    void aModelThatWasMadeOfProductsIsShownProducts() {
        ConceptMapping mapping = ConceptMapping.toIngredients(ingredients);

        assertThat(mapping.towards(facts(), medications(TEN)).of(EventKind.MEDICATION, FORTY))
                .isEqualTo(FORTY);
        assertThat(
                        mapping.towards(facts(), medications(LISINOPRIL))
                                .of(EventKind.MEDICATION, FORTY))
                .isEqualTo(LISINOPRIL);
        assertThat(mapping.towards(facts(), medications()).of(EventKind.MEDICATION, FORTY))
                .isEqualTo(LISINOPRIL);
    }

    @Test
    void whatNoCodeFindsIsFoundByTheSameText() {
        Concept typed = new Concept(CodeSystem.TEXT, "htn", "essential  Hypertension");
        Concept other = new Concept(CodeSystem.TEXT, "other", "Hypertensive crisis");
        ConceptMapping mapping = ConceptMapping.none().towards(facts(HYPERTENSION), medications());

        assertThat(mapping.of(EventKind.CONDITION, typed)).isEqualTo(HYPERTENSION);
        assertThat(mapping.of(EventKind.CONDITION, other)).isEqualTo(other);
        assertThat(mapping.of(EventKind.OBSERVATION, typed)).isEqualTo(typed);
        assertThat(
                        mapping.of(
                                        new Timeline(
                                                PATIENT,
                                                List.<Encounter>of(),
                                                List.of(
                                                        event(
                                                                EventKind.CONDITION,
                                                                typed,
                                                                LocalDateTime.MIN),
                                                        event(
                                                                EventKind.CONDITION,
                                                                HYPERTENSION,
                                                                LocalDateTime.MIN))))
                                .byText())
                .isEqualTo(1);
    }

    @Test
    void aTextThatTwoConceptsShareFindsNeither() {
        Concept first = new Concept(CodeSystem.SNOMED_CT, "1", "Pain (finding)");
        Concept second = new Concept(CodeSystem.SNOMED_CT, "2", "Pain (disorder)");
        Concept typed = new Concept(CodeSystem.TEXT, "pain", "Pain");
        ConceptMapping mapping = ConceptMapping.none().towards(facts(first, second), medications());

        assertThat(mapping.of(EventKind.CONDITION, typed)).isEqualTo(typed);
    }
}
