package org.consilium.recommend.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.consilium.clinical.AllergyReactions;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.ItemKind;
import org.consilium.clinical.Sex;
import org.consilium.recommend.Item;
import org.junit.jupiter.api.Test;

/** Well-known cases in the words of records, written down without looking at the rules. */
class SafetyCheckTest {
    private static final String SIMVASTATIN = "Simvastatin 20 MG Oral Tablet";
    private static final String METFORMIN =
            "24 HR Metformin hydrochloride 500 MG Extended Release Oral Tablet";

    private static void contraindicated(ItemSafety safety, Family family) {
        assertThat(safety.verdict()).isEqualTo(SafetyVerdict.CONTRAINDICATED);
        assertThat(safety.findings().getFirst().family()).isEqualTo(family);
    }

    private static void caution(ItemSafety safety, Family family) {
        assertThat(safety.verdict()).isEqualTo(SafetyVerdict.CAUTION);
        assertThat(safety.findings()).extracting(SafetyFinding::family).contains(family);
    }

    @Test
    void simvastatinWithClarithromycin() {
        ItemSafety safety =
                Charted.man().takes("clarithromycin 500 MG Oral Tablet").check(SIMVASTATIN);
        contraindicated(safety, Family.INTERACTION);
        assertThat(safety.findings().getFirst().because())
                .isEqualTo("takes clarithromycin 500 MG Oral Tablet, since 02-May-2025");
        contraindicated(
                Charted.man().takes(SIMVASTATIN).check("clarithromycin 500 MG Oral Tablet"),
                Family.INTERACTION);
        assertThat(Charted.man().check(SIMVASTATIN).verdict()).isNull();
    }

    @Test
    void sildenafilWithNitroglycerin() {
        contraindicated(
                Charted.man()
                        .takes("Nitroglycerin 0.4 MG/ACTUAT Mucosal Spray")
                        .check("sildenafil 50 MG Oral Tablet"),
                Family.INTERACTION);
    }

    @Test
    void metforminByKidneyFunction() {
        String unit = "mL/min/{1.73_m2}";
        contraindicated(Charted.man().result("33914-3", 25, unit).check(METFORMIN), Family.RENAL);
        caution(Charted.man().result("33914-3", 38, unit).check(METFORMIN), Family.RENAL);
        assertThat(Charted.man().result("33914-3", 45, unit).check(METFORMIN).verdict()).isNull();
        // 80 years, man, 2.6 mg/dL: CKD-EPI 2021 gives 24
        ItemSafety estimated =
                Charted.man().aged(80).result("2160-0", 2.6, "mg/dL").check(METFORMIN);
        contraindicated(estimated, Family.RENAL);
        assertThat(estimated.findings().getFirst().because())
                .contains("eGFR 24", "estimated from creatinine 2.6 mg/dL on 22-May-2025");
        contraindicated(
                Charted.man().aged(80).result("2160-0", 230, "umol/L").check(METFORMIN),
                Family.RENAL);
    }

    @Test
    void withoutKidneyFunctionMetforminIsNotChecked() {
        String reason =
                "Kidney function: no eGFR, nor a creatinine from which to estimate it, in the last 12"
                        + " months";
        ItemSafety none = Charted.man().check(METFORMIN);
        assertThat(none.verdict()).isNull();
        assertThat(none.notChecked()).extracting(NotChecked::words).containsExactly(reason);
        ItemSafety old =
                Charted.man()
                        .result("33914-3", 25, "mL/min/{1.73_m2}", 400)
                        .result("2160-0", 2.6, "mg", 10)
                        .check(METFORMIN);
        assertThat(old.notChecked()).extracting(NotChecked::words).containsExactly(reason);
        assertThat(
                        Charted.woman()
                                .sex(Sex.UNKNOWN)
                                .result("2160-0", 2.6, "mg/dL")
                                .check(METFORMIN)
                                .notChecked())
                .isNotEmpty();
    }

    @Test
    void aChildsKidneyFunctionNeedsItsHeight() {
        Charted child = Charted.man().aged(10).result("2160-0", 2, "mg/dL");
        assertThat(child.check("Naproxen 500 MG Oral Tablet").notChecked())
                .extracting(NotChecked::family)
                .contains(Family.RENAL);
        // .413 x 140 / 2 = 28.9
        child.result("8302-2", 140, "cm");
        assertThat(child.rules("Naproxen 500 MG Oral Tablet")).contains("re-nsaids-30");
    }

    @Test
    void penicillinAllergyAndAmoxicillin() {
        Concept penicillinV = new Concept(CodeSystem.RXNORM, "7984", "Penicillin V");
        contraindicated(
                Charted.man().allergic(penicillinV).check("Amoxicillin 500 MG Oral Tablet"),
                Family.ALLERGY);
        contraindicated(
                Charted.man()
                        .has("91936005", "Allergy to penicillin (finding)")
                        .check("Amoxicillin 250 MG / Clavulanate 125 MG Oral Tablet"),
                Family.ALLERGY);
        caution(
                Charted.man()
                        .allergic("Allergy to penicillin")
                        .check("cefazolin 2000 MG Injection"),
                Family.ALLERGY);
        assertThat(
                        Charted.man()
                                .allergic(penicillinV)
                                .check("Azithromycin 250 MG Oral Capsule")
                                .verdict())
                .isNull();
    }

    @Test
    void anIntoleranceIsACaution() {
        caution(
                Charted.man()
                        .allergic(
                                Charted.text("Aspirin"),
                                new AllergyReactions("Nausea", true, null).value())
                        .check("aspirin 81 MG Oral Tablet"),
                Family.ALLERGY);
    }

    @Test
    void lisinoprilInPregnancy() {
        String lisinopril = "lisinopril 10 MG Oral Tablet";
        Charted pregnant = Charted.woman().aged(30).has("72892002", "Normal pregnancy");
        contraindicated(pregnant.check(lisinopril), Family.PREGNANCY);
        ItemSafety unknown = Charted.woman().aged(30).check(lisinopril);
        assertThat(unknown.verdict()).isNull();
        assertThat(unknown.notChecked())
                .extracting(NotChecked::family)
                .containsExactly(Family.PREGNANCY);
        assertThat(
                        Charted.woman()
                                .aged(30)
                                .had("72892002", "Normal pregnancy")
                                .check(lisinopril)
                                .verdict())
                .isNull();
        assertThat(Charted.woman().aged(70).check(lisinopril).notChecked()).isEmpty();
        assertThat(Charted.man().aged(30).check(lisinopril).notChecked()).isEmpty();
    }

    @Test
    void liveVaccinesInPregnancyAndLeukaemia() {
        Concept mmr = new Concept(CodeSystem.CVX, "3", "MMR");
        contraindicated(
                Charted.woman().aged(30).has("72892002", "Normal pregnancy").check(mmr),
                Family.PREGNANCY);
        contraindicated(
                Charted.man().aged(30).has("93143009", "Leukemia, disease (disorder)").check(mmr),
                Family.DISEASE);
        Concept influenza = new Concept(CodeSystem.CVX, "140", "Influenza, injectable");
        assertThat(
                        Charted.woman()
                                .aged(30)
                                .has("72892002", "Normal pregnancy")
                                .check(influenza)
                                .verdict())
                .isNull();
    }

    @Test
    void lisinoprilAndLosartan() {
        caution(
                Charted.man()
                        .takes("losartan potassium 50 MG Oral Tablet")
                        .check("lisinopril 10 MG Oral Tablet"),
                Family.DUPLICATE);
    }

    @Test
    void aCombinationContainingWhatIsTaken() {
        assertThat(
                        Charted.man()
                                .takes("amLODIPine 2.5 MG Oral Tablet")
                                .rules(
                                        "amlodipine 5 MG / benazepril hydrochloride 10 MG Oral Capsule"))
                .contains("du-same-ingredient");
    }

    @Test
    void warfarinAndAspirin() {
        caution(
                Charted.man()
                        .takes("Warfarin Sodium 5 MG Oral Tablet")
                        .check("aspirin 81 MG Oral Tablet"),
                Family.INTERACTION);
    }

    @Test
    void aspirinInAChild() {
        contraindicated(Charted.man().aged(8).check("aspirin 81 MG Oral Tablet"), Family.AGE);
        assertThat(Charted.man().aged(40).check("aspirin 81 MG Oral Tablet").verdict()).isNull();
        assertThat(Charted.man().born(null).check("aspirin 81 MG Oral Tablet").notChecked())
                .extracting(NotChecked::words)
                .contains("Age: the date of birth is not known");
    }

    @Test
    void codeineInAChildOnItsTwelfthBirthday() {
        String codeine = "Acetaminophen 300 MG / Codeine Phosphate 15 MG Oral Tablet";
        LocalDate today = Charted.AT.toLocalDate();
        contraindicated(
                Charted.man().born(today.minusYears(12).plusDays(1)).check(codeine), Family.AGE);
        caution(Charted.man().born(today.minusYears(12)).check(codeine), Family.AGE);
    }

    @Test
    void propranololInAsthmaAndNotAtenolol() {
        Charted asthma = Charted.man().has("195967001", "Asthma (disorder)");
        contraindicated(
                asthma.check(
                        "24 HR propranolol hydrochloride 160 MG Extended Release Oral Capsule"),
                Family.DISEASE);
        assertThat(asthma.check("atenolol 50 MG Oral Tablet").verdict()).isNull();
    }

    @Test
    void aSuspicionOrARelativesIllnessIsNone() {
        assertThat(
                        Charted.man()
                                .has("160303001", "Family history of asthma (situation)")
                                .has("1", "Suspected asthma (situation)")
                                .rules("propranolol hydrochloride 10 MG Oral Tablet"))
                .isEmpty();
    }

    @Test
    void anAntidepressantSoonAfterAnMaoInhibitor() {
        String sertraline = "Sertraline 100 MG Oral Tablet";
        assertThat(Charted.man().took("phenelzine 15 MG Oral Tablet", 10).rules(sertraline))
                .contains("onc-ssri-mao");
        assertThat(Charted.man().took("phenelzine 15 MG Oral Tablet", 15).rules(sertraline))
                .isEmpty();
    }

    @Test
    void threeMedicinesThatActOnTheBrain() {
        Charted old =
                Charted.woman()
                        .aged(80)
                        .takes("gabapentin 300 MG Oral Capsule")
                        .takes("Sertraline 100 MG Oral Tablet");
        assertThat(old.rules("tramadol hydrochloride 50 MG Oral Tablet")).contains("be-three-cns");
    }

    @Test
    void whatIsPutOnTheSkinIsCheckedForAllergiesAlone() {
        Charted patient = Charted.man().aged(80).takes("Ibuprofen 400 MG Oral Tablet");
        String gel = "diclofenac sodium 10 MG/ML Topical Gel";
        assertThat(patient.rules(gel)).isEmpty();
        assertThat(patient.allergic("ibuprofen").rules(gel)).containsExactly("al-nsaids-aspirin");
    }

    @Test
    void unknownContentAndProcedures() {
        Item study = new Item(ItemKind.MEDICATION, Charted.text("study drug 14"));
        Item colonoscopy =
                new Item(
                        ItemKind.PROCEDURE,
                        new Concept(CodeSystem.SNOMED_CT, "73761001", "Colonoscopy"));
        SafetyReport report = Charted.man().takes("study drug 13").report(study, colonoscopy);
        assertThat(report.items().getFirst().notChecked())
                .extracting(NotChecked::words)
                .containsExactly("What is in it is not known for certain");
        assertThat(report.items().getLast()).isEqualTo(ItemSafety.NOTHING);
        assertThat(report.notChecked())
                .extracting(NotChecked::words)
                .containsExactly(
                        "Allergy: none is on record, nor that there are none: not known",
                        "Interaction: what is in study drug 13, which is taken, is not known for"
                                + " certain",
                        "Other illness: no problem is on record",
                        "Procedures and care plans: there are no rules for them");
    }

    @Test
    void allergiesThatAreKnownToBeNoneOrToBeUnclear() {
        Item aspirin = new Item(ItemKind.MEDICATION, Charted.medicine("aspirin 81 MG Oral Tablet"));
        assertThat(
                        Charted.man()
                                .allergic(
                                        new Concept(
                                                CodeSystem.SNOMED_CT,
                                                "716186003",
                                                "No known allergy (situation)"))
                                .report(aspirin)
                                .notChecked())
                .noneMatch(missing -> missing.family() == Family.ALLERGY);
        assertThat(Charted.man().allergic("Allergy to substance").report(aspirin).notChecked())
                .extracting(NotChecked::words)
                .contains("Allergy: \"Allergy to substance\" could not be matched to a medicine");
    }

    @Test
    void ordersOfTheVisitItselfAreNotTakenYet() {
        Charted patient = Charted.man().visitNow("v");
        patient.takes(Charted.medicine(SIMVASTATIN), Charted.AT, null, "v");
        assertThat(patient.rules("clarithromycin 500 MG Oral Tablet")).isEmpty();
        patient.takes(Charted.medicine(SIMVASTATIN), Charted.AT.minusDays(1), null, "u");
        assertThat(patient.rules("clarithromycin 500 MG Oral Tablet"))
                .contains("onc-statins-cyp3a4");
    }
}
