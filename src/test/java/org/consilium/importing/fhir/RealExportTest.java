package org.consilium.importing.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.consilium.clinical.EventKind;
import org.junit.jupiter.api.Test;

/** A bulk export of a real server: everything in it is taken, or counted as not used. */
class RealExportTest {
    private static final Path EXPORT = shared().resolve("data/smart-bulk-10-patients");

    private static final Map<String, EventKind> KINDS =
            Map.of(
                    "Condition", EventKind.CONDITION,
                    "MedicationRequest", EventKind.MEDICATION,
                    "Procedure", EventKind.PROCEDURE,
                    "Immunization", EventKind.IMMUNIZATION,
                    "AllergyIntolerance", EventKind.ALLERGY);

    private static Path shared() {
        Path beside = Path.of("../shared");
        return Files.isDirectory(beside)
                ? beside
                : Path.of(System.getProperty("consilium.shared", "../shared"));
    }

    @Test
    void everyLineOfABulkExportIsAccountedFor() throws Exception {
        assumeTrue(Files.isDirectory(EXPORT), "no cohort at " + EXPORT);
        Map<String, Integer> lines = lines();
        Collected found = Collected.read(EXPORT);
        assertThat(found.rejected).isEmpty();
        assertThat(found.noted).isEmpty();
        assertThat(found.patients).hasSize(lines.getOrDefault("Patient", 0));
        assertThat(found.patients.stream().mapToInt(each -> each.encounters().size()).sum())
                .isEqualTo(lines.get("Encounter"));
        lines.forEach((type, count) -> {
            EventKind kind = KINDS.get(type);
            if (kind != null) {
                assertThat(events(found, kind)).as(type).isEqualTo(count);
            } else if (!List.of("Patient", "Encounter", "log").contains(type)) {
                assertThat(found.skipped).containsEntry(type, count);
            }
        });
    }

    private static int events(Collected found, EventKind kind) {
        return (int)
                found.patients.stream()
                        .flatMap(each -> each.events().stream())
                        .filter(event -> event.kind() == kind)
                        .count();
    }

    private static Map<String, Integer> lines() throws Exception {
        Map<String, Integer> lines = new TreeMap<>();
        try (Stream<Path> files = Files.list(EXPORT)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".ndjson")).toList()) {
                String type = file.getFileName().toString().replaceAll("\\..*", "");
                lines.merge(type, Files.readAllLines(file).size(), Integer::sum);
            }
        }
        return lines;
    }
}
