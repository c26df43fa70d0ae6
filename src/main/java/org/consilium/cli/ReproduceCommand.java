package org.consilium.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.consilium.tuning.Capsule;
import org.consilium.tuning.Reproducer;
import org.consilium.tuning.Reproduction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a tuned model again and compares it bit by bit. */
@Command(
        name = "reproduce",
        description = {
            "Makes a tuned model again from its capsule and compares it bit by bit.",
            "A capsule holds hashes, seed, options and versions, and no patient."
        })
final class ReproduceCommand extends StoreCommand {
    @Option(names = "--model", paramLabel = "NAME", description = "A model of this store.")
    private @Nullable String model;

    @Option(names = "--capsule", paramLabel = "FILE", description = "A capsule that was saved.")
    private @Nullable Path capsule;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "With --model: save its capsule, and make nothing.")
    private @Nullable Path out;

    @Override
    void check() {
        if ((model == null) == (capsule == null) || (out != null && model == null)) {
            throw usage(
                    "reproduce takes --model NAME, with or without --out FILE, or --capsule FILE.");
        }
    }

    @Override
    void run(Workspace workspace, Console console, boolean json) throws Exception {
        Reproducer reproducer = workspace.tuning().reproducer();
        Capsule wanted =
                capsule == null
                        ? reproducer.capsule(String.valueOf(model))
                        : Reproducer.read(Files.readString(capsule));
        if (out != null) {
            JsonFile.write(out, Reproducer.text(wanted));
            console.line("Saved the capsule of %s.", wanted.model());
            return;
        }
        Reproduction made = reproducer.reproducing(wanted).run(console);
        if (json) {
            console.json(made);
        } else {
            made.differences().forEach(each -> console.line("%s", each));
            console.line(
                    "%s: %s",
                    made.model(),
                    made.same()
                            ? "the same, bit by bit (SHA-256 " + made.expected() + ")"
                            : "not the same");
        }
        if (!made.same()) {
            throw new IllegalArgumentException(
                    made.model() + " could not be made again as it was.");
        }
    }
}
