package org.consilium.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.consilium.tuning.SharingService;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Models to other installations and from them, without patients. */
@Command(
        name = "share",
        description = {
            "Writes a model with its card for another installation, or takes one in.",
            "Keys are exchanged by federate key and federate trust first."
        })
final class ShareCommand extends StoreCommand {
    @Option(names = "--model", paramLabel = "NAME", description = "Model to write.")
    private @Nullable String model;

    @Option(names = "--out", paramLabel = "FILE", description = "With --model: file to write.")
    private @Nullable Path out;

    @Option(names = "--take", paramLabel = "FILE", description = "File to take a model from.")
    private @Nullable Path file;

    @Option(names = "--name", paramLabel = "NAME", description = "With --take: what to call it.")
    private @Nullable String name;

    @Override
    void check() {
        boolean writes = model != null && out != null && file == null && name == null;
        boolean takes = model == null && out == null && file != null && name != null;
        if (!writes && !takes) {
            throw usage("share takes --model NAME --out FILE, or --take FILE --name NAME.");
        }
    }

    @Override
    void run(Workspace workspace, Console console, boolean json) throws IOException {
        SharingService.Shared shared =
                model != null && out != null
                        ? workspace.sharing().write(model, out)
                        : workspace
                                .sharing()
                                .take(Objects.requireNonNull(file), Objects.requireNonNull(name));
        if (json) {
            console.json(shared);
            return;
        }
        console.line(
                "%s %s, SHA-256 %s, signed by %s.",
                model != null ? "Wrote" : "Took",
                shared.model(),
                shared.sha256(),
                shared.fingerprint());
        console.line("%s", shared.privacy());
        if (model == null) {
            console.line(
                    "Not served: consilium tune --base %s measures it on your patients.",
                    shared.model());
        }
    }
}
