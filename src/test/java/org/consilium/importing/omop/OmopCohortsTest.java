package org.consilium.importing.omop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Timeline;
import org.consilium.job.Progress;
import org.junit.jupiter.api.Test;

/** Cohorts that nobody here made up: every row of theirs is there (or it would be listed). */
class OmopCohortsTest {
    private static Path cohort(String name) {
        Path beside = Path.of("../shared/data", name);
        Path named = Path.of(System.getProperty("consilium.shared", "../shared"), "data", name);
        Path found = Files.isDirectory(beside) ? beside : named;
        assumeTrue(Files.isDirectory(found), "skipped: there is no cohort " + found);
        return found;
    }

    private static OmopFolder read(String name) throws Exception {
        OmopFolder sink = new OmopFolder(Path.of("unused"));
        new OmopReader().read(List.of(cohort(name)), sink, Progress.NONE);
        return sink;
    }

    private static Map<EventKind, Integer> byKind(OmopFolder read) {
        Map<EventKind, Integer> counts = new HashMap<>();
        for (Timeline patient : read.patients) {
            for (ClinicalEvent event : patient.events()) {
                counts.merge(event.kind(), 1, Integer::sum);
            }
        }
        return counts;
    }

    private static int visits(OmopFolder read) {
        return read.patients.stream().mapToInt(patient -> patient.encounters().size()).sum();
    }

    @Test
    void mimicDemoIsThereToTheLastRow() throws Exception {
        OmopFolder read = read("mimic-iv-demo-omop");
        assertThat(read.rejected).isEmpty();
        assertThat(read.noted)
                .singleElement()
                .satisfies(note -> assertThat(note.sentence()).contains("in no concept.csv"));
        assertThat(read.patients).hasSize(100);
        assertThat(visits(read)).isEqualTo(852);
        assertThat(byKind(read))
                .containsEntry(EventKind.CONDITION, 16_441)
                .containsEntry(EventKind.MEDICATION, 18_229)
                .containsEntry(EventKind.PROCEDURE, 18_447);
        assertThat(read.patients)
                .map(Timeline::patient)
                .map(Patient::deathDate)
                .anyMatch(d -> d != null);
        assertThat(read.skipped)
                .contains("visit_detail.csv.gz", "observation_period.csv")
                .filteredOn("device_exposure"::equals)
                .hasSize(3_855);
    }

    @Test
    void synthea27IsThereToTheLastRow() throws Exception {
        OmopFolder read = read("synthea27nj-omop");
        assertThat(read.rejected).isEmpty();
        assertThat(read.noted).isEmpty();
        assertThat(read.patients).hasSize(28);
        assertThat(visits(read)).isEqualTo(1_791);
        int conditions = 470;
        int drugs = 883;
        int procedures = 1_649;
        int results = 10_040 + 8_099;
        Map<EventKind, Integer> counts = byKind(read);
        assertThat(counts.values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(conditions + drugs + procedures + results);
        assertThat(counts)
                .containsEntry(EventKind.CONDITION, conditions)
                .containsEntry(EventKind.PROCEDURE, procedures);
    }
}
