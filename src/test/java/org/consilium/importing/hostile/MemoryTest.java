package org.consilium.importing.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Sex;
import org.consilium.clinical.Timeline;
import org.consilium.importing.CohortReader;
import org.consilium.importing.PatientSink;
import org.consilium.importing.source.Inputs;
import org.consilium.job.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that hold more than there is memory. */
class MemoryTest {
    @TempDir private Path home = Path.of("unset");
    @TempDir private Path folder = Path.of("unset");

    @Test
    void whatDoesNotFitIsRefusedInWordsAndTakenBack() throws Exception {
        try (Trial trial = new Trial(home, List.of(new Greedy()))) {
            assertThat(trial.refusal(Tables.whole(folder)))
                    .startsWith("The files hold more than fits into memory (")
                    .endsWith("MB for Consilium): bring them in several parts.");
        }
    }

    /** Hands over more patients than are written at once, then asks for all the memory. */
    private static final class Greedy implements CohortReader {
        private static final int PATIENTS = 500;

        @Override
        public String name() {
            return "greedy";
        }

        @Override
        public boolean accepts(Inputs inputs) {
            return true;
        }

        @Override
        public void read(Inputs inputs, PatientSink sink, Progress progress) {
            for (int i = 0; i < PATIENTS; i++) {
                Patient patient =
                        new Patient(
                                "p" + i, null, null, Sex.OTHER, null, null, null, null, null, null);
                sink.patient(new Timeline(patient, List.of(), List.of()));
            }
            long[] all = new long[Integer.MAX_VALUE];
            sink.skipped("never reached " + all.length);
        }
    }
}
