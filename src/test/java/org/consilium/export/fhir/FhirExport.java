package org.consilium.export.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.consilium.clinical.Timeline;
import org.consilium.export.RoundTrip;
import org.consilium.importing.ImportException;
import org.consilium.importing.fhir.FhirReader;

/** The lines of an export, and what the reader makes of them. */
record FhirExport(Path folder) {
    private static final ObjectMapper JSON = new ObjectMapper();

    List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : files()) {
            lines.addAll(Files.readAllLines(file));
        }
        return lines;
    }

    List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".ndjson")).sorted().toList();
        }
    }

    List<JsonNode> resources() throws IOException {
        List<JsonNode> resources = new ArrayList<>();
        for (String line : lines()) {
            resources.add(JSON.readTree(line));
        }
        return resources;
    }

    /** Resources of one type, in their order. */
    List<JsonNode> resources(String type) throws IOException {
        return resources().stream()
                .filter(each -> each.get("resourceType").asText().equals(type))
                .toList();
    }

    /** The patients as they are read from one bundle of all lines. */
    List<Timeline> read() throws IOException, ImportException {
        Path bundle = folder.resolveSibling("bundle.json");
        String entries =
                String.join(",\n", lines().stream().map("{\"resource\":%s}"::formatted).toList());
        Files.writeString(
                bundle,
                "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[%s]}"
                        .formatted(entries));
        return RoundTrip.read(new FhirReader(), bundle);
    }
}
