package org.consilium.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.consilium.export.ExportReport;
import org.consilium.export.ExportRequest;
import org.consilium.export.ExportRequest.Compression;
import org.consilium.export.ExportRequest.Existing;
import org.consilium.export.ExportRequest.Packing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes a cohort, or chosen patients of it, to a folder that others can read. */
@Command(
        name = "export",
        description = {
            "Writes a cohort, or chosen patients of it, to a folder.",
            "The files are not encrypted: they are readable for you alone, and leave them so."
        })
final class ExportCommand extends StoreCommand {
    @Option(names = "--cohort", required = true, description = "Name of the cohort.")
    private String cohort = "";

    @Option(
            names = "--format",
            required = true,
            description = "events (two CSV tables) or fhir-ndjson (FHIR R4 bulk data).")
    private String format = "";

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Folder to be made.")
    private Path out = Path.of("");

    @Option(
            names = "--patients",
            arity = "1..*",
            paramLabel = "FILE|ID",
            description =
                    "Patients that are wanted: ids, or a file with an id a line (default: all).")
    private List<String> patients = List.of();

    @Option(names = "--gzip", description = "Compress each file.")
    private boolean gzip;

    @Option(names = "--force", description = "Replace an earlier export in the folder.")
    private boolean force;

    @Override
    void run(Workspace workspace, Console console, boolean json) throws Exception {
        ExportRequest request =
                new ExportRequest(
                        cohort,
                        chosen(),
                        format,
                        out,
                        new Packing(
                                gzip ? Compression.GZIP : Compression.NONE,
                                force ? Existing.REPLACE : Existing.KEEP));
        ExportReport report = workspace.exports().exporting(request).run(console);
        if (json) {
            console.json(report);
            return;
        }
        console.line(
                "%s%s: %,d patients, %,d encounters, %,d events (%s) in %.1f s",
                report.cohort(),
                report.synthetic() ? " [SYNTHETIC]" : "",
                report.patients(),
                report.encounters(),
                report.events(),
                report.format(),
                report.seconds());
        report.files()
                .forEach(file ->
                        console.line(
                                "  %s %,d rows, %,d bytes",
                                file.name(), file.rows(), file.bytes()));
        report.losses().forEach((what, count) -> console.line("  lost: %,d %s", count, what));
        console.line("Written to %s, not encrypted.", report.folder());
    }

    private Set<String> chosen() throws IOException {
        Set<String> ids = new LinkedHashSet<>();
        for (String each : patients) {
            Path file = file(each);
            if (file == null) {
                ids.add(each);
            } else {
                Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .forEach(ids::add);
            }
        }
        if (ids.isEmpty() && !patients.isEmpty()) {
            throw new IllegalArgumentException("No patient was named: nothing was exported.");
        }
        return ids;
    }

    private static @Nullable Path file(String text) {
        try {
            Path path = Path.of(text);
            return Files.isRegularFile(path) ? path : null;
        } catch (InvalidPathException e) {
            return null; // then it is an id
        }
    }
}
