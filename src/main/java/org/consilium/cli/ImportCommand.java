package org.consilium.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.consilium.clinical.KnownPatients;
import org.consilium.importing.ImportException;
import org.consilium.importing.ImportIssue;
import org.consilium.importing.ImportReport;
import org.consilium.importing.ImportRequest;
import org.consilium.importing.ImportService;
import org.consilium.importing.RejectedFile;
import org.consilium.importing.mapping.ColumnMapping;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings files into a cohort, or says what would come of it. */
@Command(
        name = "import",
        description = "Brings files into a cohort, or says what would come of it.")
final class ImportCommand extends StoreCommand {
    @Option(names = "--cohort", description = "Cohort to make or to add to.")
    private @Nullable String cohort;

    @Option(
            names = "--format",
            description = "synthea, fhir, events ...; csv with --mapping; auto (the default).")
    private String format = ImportRequest.AUTO;

    @Option(names = "--synthetic", description = "Nobody in it is real.")
    private boolean synthetic;

    @Option(
            names = "--replace",
            description =
                    "Records of patients who are there already are replaced, not brought up to date.")
    private boolean replace;

    @Option(
            names = "--preview",
            description = "Only say what the files are and hold, from their beginnings.")
    private boolean preview;

    @Option(names = "--dry-run", description = "Read everything and report, but write nothing.")
    private boolean dryRun;

    @Option(
            names = "--suggest-mapping",
            description = "Only print a mapping of the tables' columns, as JSON to be edited.")
    private boolean suggest;

    @Option(
            names = "--mapping",
            paramLabel = "FILE|NAME",
            description = "Read tables by a mapping of their columns: a JSON file, or a saved one.")
    private @Nullable String mapping;

    @Option(
            names = "--save-mapping",
            paramLabel = "NAME",
            description = "Keep the mapping under this name for next time.")
    private @Nullable String saveAs;

    @Option(
            names = "--rejected",
            paramLabel = "FILE",
            description = "Write every rejected row's file, line, field and reason as CSV.")
    private @Nullable Path rejected;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Files, folders or ZIP archives.")
    private List<Path> paths = List.of();

    @Override
    void check() {
        if (Stream.of(preview, dryRun, suggest).filter(each -> each).count() > 1) {
            throw usage("--preview, --dry-run and --suggest-mapping exclude each other.");
        }
        if (cohort == null && !preview && !dryRun && !suggest) {
            throw usage("Missing required option: '--cohort=<cohort>'");
        }
        if (rejected != null && (preview || suggest)) {
            throw usage("--rejected goes with an import or --dry-run.");
        }
        if (saveAs != null && mapping == null) {
            throw usage("--save-mapping goes with --mapping.");
        }
        boolean otherFormat = !format.equals(ImportRequest.AUTO) && !format.equals("csv");
        if (mapping != null && (otherFormat || suggest)) {
            throw usage("--mapping goes with the format csv only.");
        }
    }

    @Override
    void run(Workspace workspace, Console console, boolean json) throws Exception {
        ImportService imports = workspace.imports();
        if (suggest) {
            ImportWords.suggestion(imports.mappings().suggesting(paths).run(console), console);
            return;
        }
        ColumnMapping columns = mapping == null ? null : usable(imports, mapping);
        if (preview) {
            ImportWords.preview(
                    (columns == null
                                    ? imports.previewing(paths, format)
                                    : imports.previewing(paths, columns))
                            .run(console),
                    console,
                    json);
        } else {
            ImportReport report = load(imports, columns, console);
            ImportWords.report(report, dryRun, console, json);
        }
        if (columns != null && saveAs != null) {
            imports.mappings().saved().save(columns);
            console.message("The mapping is kept as " + saveAs + ".");
        }
    }

    private ColumnMapping usable(ImportService imports, String named)
            throws ImportException, IOException {
        ColumnMapping found = imports.mappings().find(named);
        for (String problem : found.problems()) {
            throw new ImportException("The mapping can't be used yet: " + problem);
        }
        return saveAs == null ? found : found.named(saveAs);
    }

    private ImportReport load(
            ImportService imports, @Nullable ColumnMapping columns, Console console)
            throws Exception {
        if (rejected == null) {
            return load(imports, columns, console, issue -> {});
        }
        try (RejectedFile file = new RejectedFile(rejected)) {
            ImportReport report = load(imports, columns, console, file);
            file.keep();
            return report;
        }
    }

    private ImportReport load(
            ImportService imports,
            @Nullable ColumnMapping columns,
            Console console,
            Consumer<ImportIssue> rejections)
            throws Exception {
        ImportRequest request =
                new ImportRequest(
                        Objects.requireNonNullElse(cohort, ""),
                        paths,
                        format,
                        synthetic,
                        replace ? KnownPatients.REPLACE : KnownPatients.UPDATE,
                        columns);
        return (dryRun
                        ? imports.checking(request, rejections)
                        : imports.importing(request, rejections))
                .run(console);
    }
}
