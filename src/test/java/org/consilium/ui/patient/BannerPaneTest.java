package org.consilium.ui.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import org.consilium.clinical.Category;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Timeline;
import org.consilium.clinical.Value;
import org.consilium.ui.SamplePatient;
import org.consilium.ui.Snapshots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class BannerPaneTest {
    private static final int NARROW = 1000;
    private static final LocalDate TODAY = LocalDate.of(2025, 3, 1);
    private static final List<String> SUBSTANCES =
            List.of(
                    "Peanut",
                    "Hydroxyethylcellulosepolysorbate",
                    "House dust mite",
                    "Cow's milk",
                    "Grass pollen",
                    "Sulfamethoxazole",
                    "Bee venom");

    private static Banner manyAllergies() {
        List<ClinicalEvent> events = new ArrayList<>();
        for (String substance : SUBSTANCES) {
            events.add(
                    new ClinicalEvent(
                            EventKind.ALLERGY,
                            Category.NONE,
                            SamplePatient.snomed(substance, "Allergy to " + substance),
                            null,
                            TODAY.atStartOfDay(),
                            null,
                            new Value.Text(
                                    "Bronchoconstrictionwithrespiratoryinsufficiency (severe),"
                                            + " Hives (mild); high risk"),
                            null));
        }
        return Banner.of(
                SamplePatient.patient(),
                new Timeline(SamplePatient.patient(), List.of(), events),
                TODAY,
                true);
    }

    @Test
    void allOfManyAllergiesAreInSightInANarrowWindow() throws Exception {
        Snapshots.take(
                "banner-allergies",
                () -> {
                    BannerPane banner = new BannerPane();
                    banner.show(manyAllergies());
                    banner.setMaxWidth(NARROW);
                    BorderPane root = new BorderPane();
                    root.setTop(banner);
                    root.getStylesheets()
                            .add(
                                    Objects.requireNonNull(
                                                    BannerPane.class.getResource("patient.css"))
                                            .toExternalForm());
                    return root;
                },
                root -> {
                    Label allergies = (Label) root.lookup("#allergies");
                    assertThat(allergies.getText()).contains(SUBSTANCES);
                    assertThat(allergies.getHeight())
                            .isGreaterThanOrEqualTo(allergies.prefHeight(allergies.getWidth()));
                    assertThat(allergies.localToScene(allergies.getLayoutBounds()).getMaxX())
                            .isLessThanOrEqualTo(NARROW);
                });
    }
}
