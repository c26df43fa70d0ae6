package org.consilium.ui.patient;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import org.consilium.clinical.Decision.DeclineReason;
import org.consilium.clinical.ItemKind;
import org.consilium.job.InlineJobRunner;
import org.consilium.meaning.ShippedTables;
import org.consilium.ui.SampleAdvice;
import org.consilium.ui.SamplePatient;
import org.consilium.ui.Snapshots;
import org.consilium.ui.common.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class PatientPictureTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2025-03-01T09:00:00Z"), ZoneOffset.UTC);

    static PatientView view() {
        return new PatientView(
                new PatientView.Desk(
                        "amara",
                        new SampleAdvice(),
                        ShippedTables.read(),
                        new InlineJobRunner(),
                        Runnable::run,
                        CLOCK,
                        Settings.ofThisProcess()),
                SamplePatient.COHORT,
                SamplePatient.summary(),
                SamplePatient::timeline,
                () -> {});
    }

    @Test
    void accepted() throws Exception {
        Snapshots.take(
                "patient-accepted",
                () -> {
                    PatientView view = view();
                    view.recommendations().accept();
                    return view.root();
                },
                root -> ((ToggleButton) root.lookup("#by-group")).fire());
    }

    @Test
    void declining() throws Exception {
        Snapshots.take(
                "patient-declining",
                () -> {
                    PatientView view = view();
                    view.recommendations().showKind(ItemKind.MEDICATION);
                    ((Button) view.root().lookup("#decline")).fire();
                    return view.root();
                });
    }

    @Test
    void withheld() throws Exception {
        Snapshots.take(
                "patient-withheld",
                () -> {
                    PatientView view = view();
                    view.recommendations().select(view.recommendations().withheld().getFirst());
                    return view.root();
                });
    }

    @Test
    void overriding() throws Exception {
        Snapshots.take(
                "patient-overriding",
                () -> {
                    PatientView view = view();
                    view.recommendations().select(view.recommendations().withheld().getFirst());
                    ((Button) view.root().lookup("#override")).fire();
                    return view.root();
                });
    }

    @Test
    void screen() throws Exception {
        Snapshots.take(
                "patient",
                () -> {
                    PatientView view = view();
                    var model = view.recommendations();
                    model.accept();
                    model.select(model.rows().get(2));
                    model.decline(DeclineReason.PATIENT_DECLINED, null);
                    model.select(model.rows().get(1));
                    return view.root();
                });
    }
}
