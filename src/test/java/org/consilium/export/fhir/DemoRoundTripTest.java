package org.consilium.export.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.consilium.clinical.Timeline;
import org.consilium.export.ExportStore;
import org.consilium.importing.ImportIssue;
import org.consilium.importing.PatientSink;
import org.consilium.importing.synthea.SyntheaReader;
import org.consilium.job.Progress;
import org.consilium.recommend.FactExtractor;
import org.consilium.recommend.Visit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Patients as a source really records them say the same facts after a round trip. */
class DemoRoundTripTest {
    private static final Path DEMO = Path.of("resources", "demo", "synthea-washington.zip");
    private static final int PATIENTS = 40;
    private static final FactExtractor FACTS = new FactExtractor();

    @TempDir private Path home = Path.of("unset");
    @TempDir private Path folder = Path.of("unset");

    /** What the model is asked with and learns from, in whatever order it was recorded. */
    private static List<Object> facts(Timeline timeline) {
        List<Object> all = new ArrayList<>();
        for (Visit visit : FACTS.visits(timeline, each -> true)) {
            all.add(
                    List.of(
                            visit.at(),
                            new HashSet<>(visit.facts()),
                            new HashSet<>(visit.active()),
                            new HashSet<>(visit.targets())));
        }
        return all;
    }

    private static List<Timeline> demo() throws Exception {
        List<Timeline> patients = new ArrayList<>();
        new SyntheaReader()
                .read(
                        List.of(DEMO),
                        new PatientSink() {
                            @Override
                            public void patient(Timeline timeline) {
                                if (patients.size() < PATIENTS) {
                                    patients.add(timeline);
                                }
                            }

                            @Override
                            public void skipped(String type) {}

                            @Override
                            public void rejected(ImportIssue issue) {}
                        },
                        Progress.NONE);
        return patients;
    }

    @Test
    void throughFhirTheFactsAreTheSame() throws Exception {
        List<Timeline> before = demo();
        try (ExportStore store = new ExportStore(home)) {
            store.put("demo", before);
            Set<String> lost =
                    store.export("demo", ExportStore.FHIR, folder.resolve("out")).losses().keySet();
            assertThat(lost).allMatch(words -> words.startsWith("reasons of care plans"));
        }
        Map<String, Timeline> after = new HashMap<>();
        new FhirExport(folder.resolve("out"))
                .read()
                .forEach(timeline -> after.put(timeline.patient().id(), timeline));
        assertThat(before).hasSize(PATIENTS);
        for (int i = 0; i < PATIENTS; i++) {
            Timeline read = Objects.requireNonNull(after.get(before.get(i).patient().id()));
            assertThat(read.patient()).isEqualTo(before.get(i).patient());
            assertThat(facts(read).equals(facts(before.get(i)))).as("patient %d", i).isTrue();
        }
    }
}
