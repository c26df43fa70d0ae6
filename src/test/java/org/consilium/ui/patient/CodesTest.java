package org.consilium.ui.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.junit.jupiter.api.Test;

class CodesTest {
    private static final Concept DIABETES =
            new Concept(CodeSystem.SNOMED_CT, "44054006", "Diabetes mellitus type 2 (disorder)");

    private static Concept icd(String code) {
        return new Concept(CodeSystem.ICD_10_CM, code, "Type 2 diabetes");
    }

    @Test
    void aTooltipNamesTheFurtherCodesByTheirSystem() {
        Codes codes =
                new Codes(
                        Map.of(
                                DIABETES,
                                List.of(
                                        icd("E11.9"),
                                        new Concept(CodeSystem.ICD_9_CM, "250.00", "DM2"))));
        assertThat(codes.inFull(DIABETES).lines())
                .containsExactly(
                        "Diabetes mellitus type 2 (disorder)",
                        "SNOMED CT 44054006",
                        "also ICD-10-CM E11.9",
                        "also ICD-9-CM 250.00");
        assertThat(codes.inFull(icd("I10"))).doesNotContain("also");
    }

    @Test
    void aBroadConceptNamesTheFirstOfItsManyCodes() {
        List<Concept> many =
                IntStream.range(0, 100).mapToObj(i -> icd("E11.%02d".formatted(i))).toList();
        assertThat(new Codes(Map.of(DIABETES, many)).inFull(DIABETES))
                .endsWith("\nalso ICD-10-CM E11.00, E11.01, E11.02, E11.03 ...");
    }
}
