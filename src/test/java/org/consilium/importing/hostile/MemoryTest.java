package org.consilium.importing.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Sex;
import org.consilium.clinical.Timeline;
import org.consilium.importing.CohortReader;
import org.consilium.importing.PatientSink;
import org.consilium.importing.events.EventsReader;
import org.consilium.importing.omop.OmopReader;
import org.consilium.importing.source.Inputs;
import org.consilium.job.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that hold more than there is memory. */
class MemoryTest {
    @TempDir private Path home = Path.of("unset");
    @TempDir private Path folder = Path.of("unset");

    @Test
    void whatDoesNotFitIsRefusedInWordsAndTakenBack() throws Exception {
        try (Trial trial = new Trial(home, List.of(new Greedy()))) {
            assertThat(trial.refusal(Tables.whole(folder), null))
                    .startsWith("The files hold more than fits into memory (")
                    .endsWith("MB for Consilium): bring them in several parts.");
        }
    }

    static Stream<TableForm> forms() {
        return Stream.of(TableForm.OMOP, TableForm.EVENTS, TableForm.MAPPED);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void millionsOfPatientsAreRefusedBeforeTheMemoryIsFull(TableForm form) throws Exception {
        form.whole(folder);
        String person = form.persons().lines().skip(1).findFirst().orElseThrow();
        try (Writer people =
                Files.newBufferedWriter(folder.resolve(form.people()), StandardOpenOption.APPEND)) {
            for (int id = 10; id < 4_000_000; id++) {
                people.write(id + person.substring(1) + "\n");
            }
        }
        List<CohortReader> readers = List.of(new OmopReader(), new EventsReader());
        try (Trial trial = new Trial(home, readers)) {
            assertThat(trial.refusal(folder, form.mapping()))
                    .containsPattern("hold more (at once )?than fits into (the )?memory")
                    .endsWith(": bring them in several parts.");
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
