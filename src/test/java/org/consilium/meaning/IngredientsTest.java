package org.consilium.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.consilium.clinical.Category;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Sex;
import org.consilium.clinical.Timeline;
import org.consilium.meaning.Ingredients.PossibleDuplicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IngredientsTest {
    private final Ingredients ingredients = ShippedTables.read().ingredients();

    private String rxNorm(String display) {
        return String.valueOf(ingredients.key(new Concept(CodeSystem.RXNORM, "1", display)));
    }

    private String text(String display) {
        return String.valueOf(ingredients.key(new Concept(CodeSystem.TEXT, "1", display)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lisinopril 10 MG Oral Tablet | lisinopril",
                "24 HR Metformin hydrochloride 500 MG Extended Release Oral Tablet | metformin",
                "Acetaminophen 325 MG / HYDROcodone Bitartrate 7.5 MG Oral Tablet | acetaminophen / hydrocodone",
                "NDA020983 200 ACTUAT albuterol 0.09 MG/ACTUAT Metered Dose Inhaler [Ventolin] | albuterol",
                "Abuse-Deterrent 12 HR Oxycodone Hydrochloride 10 MG Extended Release Oral Tablet [Oxycontin] | oxycodone",
                "insulin isophane, human 70 UNT/ML / insulin, regular, human 30 UNT/ML Injectable Suspension [Humulin]"
                        + " | insulin isophane / insulin regular",
                "1 ML heparin sodium, porcine 5000 UNT/ML Injection | heparin",
                "Penicillin V Potassium 250 MG Oral Tablet | penicillin v",
                "Yaz 28 Day Pack | drospirenone / ethinyl estradiol",
                "carbamazepine[Tegretol] | carbamazepine",
                "ferrous sulfate 325 MG Oral Tablet | ferrous sulfate",
                "{21 (drospirenone 3 MG / Ethinyl Estradiol 0.03 MG Oral Tablet) / 7 (Inert Ingredients 1 MG Oral Tablet) }"
                        + " Pack [Yasmin 28 Day] | drospirenone / ethinyl estradiol",
                "sacubitril 97 MG / valsartan 103 MG Oral Tablet [Entresto]"
                        + " | sacubitril / valsartan",
                "aspirin 325 MG Oral Tablet | aspirin",
                "benazepril hydrochloride 20 MG / hydrochlorothiazide 25 MG Oral Tablet"
                        + " | benazepril / hydrochlorothiazide",
                "ezetimibe 10 MG / simvastatin 40 MG Oral Tablet | ezetimibe / simvastatin",
                "Clopidogrel 75 MG Oral Tablet | clopidogrel",
                "Paclitaxel 100 MG Injection | paclitaxel",
                "72 HR scopolamine 0.0139 MG/HR Transdermal System | scopolamine",
                "methadone hydrochloride 10 MG Oral Tablet | methadone",
                "Furosemide 40 MG Oral Tablet | furosemide",
                "amoxicillin 500 MG / clavulanate 125 MG Oral Tablet | amoxicillin / clavulanate",
                "metoprolol tartrate 50 MG Oral Tablet [Lopressor] | metoprolol",
                "20 ML Ciprofloxacin 10 MG/ML Injection | ciprofloxacin",
                "benztropine mesylate 0.5 MG Oral Tablet | benztropine",
                "pravastatin sodium 40 MG Oral Tablet [Pravachol] | pravastatin",
                "0.3 ML Enoxaparin sodium 100 MG/ML Prefilled Syringe | enoxaparin",
                "5 ML fulvestrant 50 MG/ML Prefilled Syringe | fulvestrant",
                "2 ML morphine sulfate 1 MG/ML Injection | morphine",
                "Warfarin Sodium 5 MG Oral Tablet | warfarin",
                "losartan potassium 100 MG Oral Tablet | losartan",
                "ticagrelor 90 MG Oral Tablet | ticagrelor",
                "{28 (norethindrone 0.35 MG Oral Tablet) } Pack [Jolivette 28 Day] | norethindrone",
                "Breath-Actuated 120 ACTUAT beclomethasone dipropionate 0.08 MG/ACTUAT Metered Dose Inhaler [Qvar]"
                        + " | beclomethasone",
                "diphenhydramine hydrochloride 25 MG Oral Tablet | diphenhydramine",
                "lopinavir 200 MG / ritonavir 50 MG Oral Tablet | lopinavir / ritonavir",
                "hydroxychloroquine sulfate 200 MG Oral Tablet | hydroxychloroquine",
                "tranexamic acid 650 MG Oral Tablet | tranexamic acid",
                "1 ML medroxyPROGESTERone acetate 150 MG/ML Injection | medroxyprogesterone",
                "mycophenolate mofetil 500 MG [Cellcept] | mycophenolate mofetil"
            })
    void rxNormNamesSayTheirIngredients(String display, String key) {
        assertThat(rxNorm(display)).isEqualTo(key);
    }

    @Test
    void inRxNormsGrammarANewIngredientIsOne() {
        assertThat(rxNorm("bempedoic acid 180 MG Oral Tablet")).isEqualTo("bempedoic acid");
        assertThat(rxNorm("novelium sodium 5 MG / aspirin 10 MG Oral Tablet"))
                .isEqualTo("aspirin / novelium");
        assertThat(text("bempedoic acid 180 MG Oral Tablet")).isEqualTo("null");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LASIX | furosemide",
                "4 ML VIAL : FUROSEMIDE 10 MG/ML INJ SOLN | furosemide",
                "albuterol-ipratropium 3-0.5mg | albuterol / ipratropium",
                "magnesium sulfate 1 g in d5w 100mL **LOCKED DOSE | magnesium sulfate",
                "SODIUM CHLORIDE 0.9 % IV : 1000 ML | sodium chloride",
                "Dextrose 5% and Sodium Chloride 0.45% | dextrose / sodium chloride",
                "Fentanyl (mcg/hr) | fentanyl",
                "DEXAMETHASONE SODIUM PHOSPHATE 4 MG/ML IJ SOLN | dexamethasone",
                "ASPART insulin | insulin aspart",
                "INSULIN HUMALOG (PER UNIT) | insulin lispro",
                "Glyburide-metformin | glyburide / metformin",
                "PERCOCET 5/325 TAB | acetaminophen / oxycodone",
                "potassium CHLORIDE 20 MEQ TR TAB | potassium chloride",
                "paracetamol 500 mg | acetaminophen",
                "human insulin | insulin",
                "CellCept 500 mg | mycophenolate mofetil",
                "Myfortic 360 mg tab | mycophenolic acid"
            })
    void pharmacyTextsSayTheirIngredients(String display, String key) {
        assertThat(text(display)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "TPN (ml/hr)",
        "Volume (mL) Magnesium (ml/hr)",
        "VITAMINS/MINERALS PO TABS",
        "Lasix and something new",
        "Claritin-D 24 hour tablet",
        "Mucinex D",
        "Soma Compound",
        "mycophenolate 500 mg",
        "IV (ml/hr)",
        "500 mg tablet"
    })
    void whatIsNotCertainIsNotGuessed(String display) {
        assertThat(text(display)).isEqualTo("null");
    }

    private static ClinicalEvent order(String display, int day) {
        return new ClinicalEvent(
                EventKind.MEDICATION,
                Category.NONE,
                new Concept(CodeSystem.TEXT, display, display),
                null,
                LocalDateTime.of(2024, 6, day, 8, 0),
                null,
                null,
                null);
    }

    @Test
    void oneDrugTwiceOnADayMayBeADuplicate() {
        Patient patient =
                new Patient("p", null, null, Sex.OTHER, null, null, null, null, null, null);
        ClinicalEvent brand = order("LASIX", 1);
        ClinicalEvent generic = order("furosemide 40 mg tab", 1);
        Timeline timeline =
                new Timeline(
                        patient,
                        List.of(),
                        List.of(brand, generic, order("aspirin", 1), order("furosemide", 2)));
        assertThat(ingredients.possibleDuplicates(timeline))
                .containsExactly(
                        new PossibleDuplicate(
                                "furosemide", LocalDate.of(2024, 6, 1), List.of(brand, generic)));
    }
}
