package org.consilium.ui.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/** What a line of the chart says under the pointer. */
@ExtendWith(ApplicationExtension.class)
class ChartRowsTest {
    private static final LocalDate SINCE = LocalDate.of(2020, 5, 1);
    private static final Concept HYPERTENSION =
            new Concept(CodeSystem.SNOMED_CT, "59621000", "Essential hypertension (disorder)");
    private static final Concept LISINOPRIL =
            new Concept(CodeSystem.RXNORM, "314076", "lisinopril 10 MG Oral Tablet");
    private static final Codes CODES =
            new Codes(
                    Map.of(
                            HYPERTENSION,
                            List.of(new Concept(CodeSystem.ICD_10_CM, "I10", "")),
                            LISINOPRIL,
                            List.of(new Concept(new CodeSystem("NDC"), "0093-1113", ""))));

    private static String tooltip(Node row) {
        return ((Label) row.lookup(".name")).getTooltip().getText();
    }

    @Test
    void problemsAndMedicationsTellTheirFurtherCodes(FxRobot robot) {
        robot.interact(() -> {
            Node problem = ChartRows.problem(new Chart.Problem(HYPERTENSION, SINCE, null), CODES);
            assertThat(tooltip(problem)).endsWith("SNOMED CT 59621000\nalso ICD-10-CM I10");
            Node order =
                    ChartRows.medication(
                            new Medication("lisinopril", List.of(LISINOPRIL), SINCE, null, false),
                            CODES);
            assertThat(tooltip(order)).endsWith("RxNorm 314076\nalso NDC 0093-1113");
        });
    }
}
