package org.consilium.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.consilium.export.card.ModelCardFiles;
import org.consilium.tuning.card.Disclosure;
import org.consilium.tuning.card.SourceAttribute;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A model's card: the 31 source attributes of 45 CFR 170.315(b)(11)(iv)(B). */
@Command(
        name = "card",
        description = {
            "Shows a model's 31 source attributes, writes one of them, or saves them.",
            "What the program knows is filled in; what only people know says \"not provided\"."
        })
final class CardCommand extends StoreCommand {
    @Parameters(index = "0", paramLabel = "MODEL", description = "Name of the model.")
    private String model = "";

    @Option(
            names = "--attribute",
            paramLabel = "PARAGRAPH",
            description = "Attribute to write, such as 1-i.")
    private @Nullable String attribute;

    @Option(
            names = "--words",
            paramLabel = "TEXT",
            description = "With --attribute: what to write; empty takes it back.")
    private @Nullable String words;

    @Option(
            names = "--sign",
            paramLabel = "NAME",
            description = "Who writes (default: the person logged in).")
    private String signer = System.getProperty("user.name", "");

    @Option(names = "--pdf", paramLabel = "FILE", description = "Save it as PDF.")
    private @Nullable Path pdf;

    @Option(names = "--out", paramLabel = "FILE", description = "Save it as JSON.")
    private @Nullable Path out;

    @Override
    void check() {
        if ((attribute == null) != (words == null)) {
            throw usage("--attribute PARAGRAPH and --words TEXT go together.");
        }
        if (attribute != null && SourceAttribute.of(attribute).isEmpty()) {
            throw usage("There is no attribute " + attribute + ": they go from 1-i to 9-ii.");
        }
    }

    @Override
    void run(Workspace workspace, Console console, boolean json) throws IOException {
        Disclosure card =
                attribute == null || words == null
                        ? workspace.cards().of(model)
                        : workspace
                                .cards()
                                .write(
                                        model,
                                        SourceAttribute.of(attribute).orElseThrow(),
                                        words,
                                        signer);
        if (pdf != null) {
            ModelCardFiles.pdf(card, pdf);
            console.message("Saved " + pdf);
        }
        if (out != null) {
            ModelCardFiles.json(card, out);
            console.message("Saved " + out);
        }
        if (json) {
            console.json(card);
        } else {
            print(card, console);
        }
    }

    private static void print(Disclosure card, Console console) {
        for (SourceAttribute.Section section : SourceAttribute.Section.values()) {
            console.line("%s", section.label());
            card.attributes().stream()
                    .filter(each -> each.attribute().section() == section)
                    .forEach(each ->
                            console.line(
                                    "  %-6s %s%s: %s",
                                    each.attribute().paragraph(),
                                    each.label(),
                                    each.by() == null ? "" : " (by " + each.by() + ")",
                                    each.words()));
        }
        if (!card.reporting().isEmpty()) {
            console.line("TRIPOD+AI: what the program knows");
            card.reporting()
                    .forEach(each ->
                            console.line(
                                    "  %-6s %s: %s", each.number(), each.label(), each.words()));
        }
        console.message("%d of 31 are provided.".formatted(card.provided()));
    }
}
