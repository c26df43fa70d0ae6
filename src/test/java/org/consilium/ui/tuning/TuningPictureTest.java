package org.consilium.ui.tuning;

import java.time.Clock;
import org.consilium.job.InlineJobRunner;
import org.consilium.ui.SamplePatient;
import org.consilium.ui.Snapshots;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class TuningPictureTest {
    @Test
    void screen() throws Exception {
        Snapshots.take(
                "tuning",
                () -> {
                    TuningView view =
                            new TuningView(
                                    new SampleModels(),
                                    new InlineJobRunner(),
                                    Runnable::run,
                                    Clock.systemUTC(),
                                    SamplePatient.COHORT,
                                    () -> {});
                    view.fineTune().start();
                    view.models().askToPromote("riverside-2025-02-20");
                    return view.root();
                });
    }
}
