package org.consilium.importing.omop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.consilium.clinical.Category;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Concepts, results and units, with a vocabulary and without. */
class OmopMeaningTest {
    private static final String HYPERTENSION =
            "320128\tEssential hypertension\tCondition\tSNOMED\tDisorder\tS\t59621000\t\t\t";

    @TempDir Path folder;

    private static String concept(Concept concept) {
        return concept.system().label() + " " + concept.code() + " " + concept.display();
    }

    private OmopFolder conditions(String... rows) throws Exception {
        return OmopFolder.withPerson(folder)
                .with("condition_occurrence.csv", OmopFolder.CONDITION, rows);
    }

    @Test
    void aStandardConceptIsItsVocabularysCode() throws Exception {
        OmopFolder read =
                conditions("1,1,320128,2020-01-01,,,I10,0")
                        .with("vocabulary/CONCEPT.csv", OmopFolder.CONCEPT, HYPERTENSION)
                        .read();
        assertThat(concept(read.events().getFirst().concept()))
                .isEqualTo("SNOMED CT 59621000 Essential hypertension");
    }

    @Test
    void theSourcesOwnCodeIsToldBesideTheStandardOne() throws Exception {
        OmopFolder read =
                conditions("1,1,320128,2020-01-01,,,I10,45", "2,1,320128,2020-02-01,,,I10,0")
                        .with(
                                "CONCEPT.csv",
                                OmopFolder.CONCEPT,
                                HYPERTENSION,
                                "0\tNo matching concept\tMetadata\tNone\tUndefined\t\tNo matching concept\t\t\t",
                                "45\tEssential (primary) hypertension\tCondition\tICD10CM\t3-char\t\tI10\t\t\t")
                        .read();
        assertThat(read.codings)
                .extracting(pair -> pair.stream().map(OmopMeaningTest::concept).toList())
                .containsExactly(
                        List.of(
                                "SNOMED CT 59621000 Essential hypertension",
                                "ICD-10-CM I10 Essential (primary) hypertension"));
    }

    @Test
    void quotesInAthenasTablesAreCharacters() throws Exception {
        OmopFolder read =
                conditions("1,1,5,2020-01-01,,,x,0", "2,1,320128,2020-01-02,,,I10,0")
                        .with(
                                "CONCEPT.csv",
                                OmopFolder.CONCEPT,
                                "5\t\"Bath salts\" use\tCondition\tSNOMED\tFinding\tS\t77\t\t\t",
                                HYPERTENSION)
                        .read();
        assertThat(read.events())
                .extracting(event -> event.concept().display())
                .containsExactly("\"Bath salts\" use", "Essential hypertension");
    }

    @Test
    void withoutAVocabularyTheSourceValueIsTheName() throws Exception {
        OmopFolder read =
                conditions(
                                "1,1,320128,2020-01-01,,,Essential (primary) hypertension,0",
                                "2,1,320128,2020-01-02,,,Hypertension,45",
                                "3,1,0,2020-01-03,,,Local  cough,0",
                                "4,1,0,2020-01-04,,,ZZ1,46",
                                "5,1,201826,2020-01-05,,,,")
                        .read();
        assertThat(read.events())
                .extracting(event -> concept(event.concept()))
                .containsExactly(
                        Meaning.OMOP.label() + " 320128 Hypertension",
                        Meaning.OMOP.label() + " 320128 Hypertension",
                        "text local cough Local cough",
                        Meaning.OMOP.label() + " 46 ZZ1",
                        Meaning.OMOP.label() + " 201826 201826");
    }

    @Test
    void aSourceConceptLeadsToItsStandardOneOrNamesIt() throws Exception {
        OmopFolder read =
                conditions(
                                "1,1,0,2020-01-01,,,I10,35207668",
                                "2,1,4000001,2020-01-02,,,99,2000000007",
                                "3,1,0,2020-01-03,,,99,2000000008",
                                "4,1,4000002,2020-01-04,,,E11.9,35206882",
                                "5,1,4000003,2020-01-05,,,7,35200000")
                        .with(
                                "2b_concept.csv",
                                OmopFolder.CONCEPT,
                                HYPERTENSION,
                                "35206882\tType 2 diabetes mellitus\tCondition\tICD10CM\tcode\t\tE11.9\t\t\t",
                                "2000000007\tPaced rhythm\tCondition\tour_chart\tcode\t\tP1\t\t\t",
                                "2000000008\tOur own\tCondition\tour_chart\tcode\t\tP2\t\t\t")
                        .with(
                                "2b_concept_relationship.csv",
                                OmopFolder.RELATIONSHIP,
                                "35207668\t320128\tMaps to\t\t\t",
                                "35207668\t320129\tMaps to\t\t\tD",
                                "2000000007\t4000003\tMaps to\t\t\t",
                                "2000000008\t4000003\tMaps to\t\t\t",
                                "35207668\t320130\tIs a\t\t\t")
                        .read();
        assertThat(read.events())
                .extracting(event -> concept(event.concept()))
                .containsExactly(
                        "SNOMED CT 59621000 Essential hypertension",
                        "our_chart P1 Paced rhythm",
                        "our_chart P2 Our own",
                        "ICD-10-CM E11.9 Type 2 diabetes mellitus",
                        Meaning.OMOP.label() + " 4000003 Our own / Paced rhythm");
        assertThat(read.noted.getFirst().sentence())
                .startsWith("3 of the standard concepts are in no concept.csv");
    }

    @Test
    void vaccinesAreImmunizationsAndFindingsOfAllergyAreAllergies() throws Exception {
        OmopFolder read =
                conditions("1,1,21,2020-01-01,,,x,0", "2,1,23,2020-01-02,,,x,0")
                        .with(
                                "drug_exposure.csv",
                                OmopFolder.DRUG,
                                "1,1,20,2020-01-03,2020-01-09,,,140,0")
                        .with(
                                "observation.csv",
                                OmopFolder.OBSERVATION,
                                "1,1,22,2020-01-04,,,24,x",
                                "2,1,25,2020-01-05,,,,x")
                        .with(
                                "CONCEPT.csv",
                                OmopFolder.CONCEPT,
                                "20\tInfluenza vaccine\tDrug\tCVX\tCVX\tS\t140\t\t\t",
                                "21\tAllergy to mold\tCondition\tSNOMED\tFinding\tS\t419474003\t\t\t",
                                "22\tAllergy to drug\tObservation\tSNOMED\tFinding\tS\t416098002\t\t\t",
                                "23\tFamily history of allergy\tCondition\tSNOMED\tContext\tS\t160470009\t\t\t",
                                "24\tPenicillin G\tDrug\tRxNorm\tIngredient\tS\t7980\t\t\t",
                                "25\tNo known allergy\tObservation\tSNOMED\tContext\tS\t716186003\t\t\t")
                        .read();
        assertThat(read.event(EventKind.IMMUNIZATION).end()).isNull();
        assertThat(concept(read.event(EventKind.IMMUNIZATION).concept()))
                .isEqualTo("CVX 140 Influenza vaccine");
        assertThat(read.events())
                .filteredOn(event -> event.kind() == EventKind.ALLERGY)
                .extracting(event -> event.concept().display())
                .containsExactly("Allergy to mold", "Penicillin G");
        assertThat(read.event(EventKind.CONDITION).concept().display())
                .isEqualTo("Family history of allergy");
        assertThat(read.event(EventKind.OBSERVATION).concept().display())
                .isEqualTo("No known allergy");
    }

    @Test
    void resultsKeepTheirUnitRangeAndSign() throws Exception {
        OmopFolder read =
                OmopFolder.withPerson(folder)
                        .with(
                                "measurement.csv",
                                OmopFolder.MEASUREMENT,
                                "1,1,30,2020-01-01,0,95.5,0,8840,70,99,GLU,mg/dl,95.5",
                                "2,1,30,2020-01-02,4171756,5,0,8840,,,GLU,mg/dl,",
                                "3,1,30,2020-01-03,0,0.01,0,0,,,GLU,ng/mL,<0.01",
                                "4,1,30,2020-01-04,,,31,,,,GLU,,POS",
                                "5,1,30,2020-01-05,,,0,,,,GLU,,trace",
                                "6,1,32,2020-01-06,,72,0,8999,,,HR,,72",
                                "7,1,30,2020-01-07,4172703,7,0,0,,,GLU,,",
                                "8,1,30,2020-01-08,,x,0,0,,,GLU,,")
                        .with(
                                "CONCEPT.csv",
                                OmopFolder.CONCEPT,
                                "30\tGlucose in blood\tMeasurement\tLOINC\tLab Test\tS\t2339-0\t\t\t",
                                "31\tPositive\tMeas Value\tLOINC\tAnswer\tS\tLA6576-8\t\t\t",
                                "32\tHeart rate\tMeasurement\tLOINC\tClinical Observation\tS\t8867-4\t\t\t",
                                "8840\tmilligram per deciliter\tUnit\tUCUM\tUnit\tS\tmg/dL\t\t\t")
                        .read();
        assertThat(read.events())
                .extracting(ClinicalEvent::value)
                .containsExactly(
                        new Value.Quantity(95.5, "mg/dL", 70.0, 99.0),
                        new Value.Text("<5 mg/dL"),
                        new Value.Text("<0.01 ng/mL"),
                        new Value.Coded(new Concept(CodeSystem.LOINC, "LA6576-8", "Positive")),
                        new Value.Text("trace"),
                        new Value.Quantity(72, "(OMOP unit 8999)"),
                        new Value.Quantity(7, ""));
        assertThat(read.events().getFirst().category()).isEqualTo(Category.LABORATORY);
        assertThat(read.events().get(5).category()).isEqualTo(Category.VITAL_SIGNS);
        assertThat(read.rejections())
                .containsExactly(
                        "measurement.csv, line 9, value_as_number: The cell is not a number.");
    }
}
