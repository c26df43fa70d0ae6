package org.consilium.cli;

import java.nio.file.Path;
import java.util.List;
import org.consilium.tuning.FederationKeys;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says whose files are believed. */
@Command(
        name = "trust",
        description =
                "Believes files signed by a key from now on; without a file: lists whose are.")
final class FederateTrustCommand extends StoreCommand {
    @Parameters(arity = "0..1", paramLabel = "FILE", description = "Key file of an installation.")
    private @Nullable Path file;

    @Option(names = "--as", paramLabel = "NAME", description = "What to call it here.")
    private @Nullable String name;

    @Option(names = "--remove", paramLabel = "NAME", description = "Believe it no more.")
    private @Nullable String remove;

    @Override
    void check() {
        if (remove != null && file != null || name != null && file == null) {
            throw usage("federate trust takes a file, perhaps with --as, or --remove, or nothing.");
        }
    }

    @Override
    void run(Workspace workspace, Console console, boolean json) throws Exception {
        FederationKeys keys = workspace.federation().keys();
        if (remove != null) {
            keys.distrust(remove);
        } else if (file != null) {
            FederationKeys.Signer signer = keys.trust(file, name);
            console.message(
                    "Compare the fingerprint with the one that %s tells you, by telephone."
                            .formatted(signer.name()));
        }
        List<FederationKeys.Signer> signers = keys.signers();
        if (json) {
            console.json(signers);
        } else {
            signers.forEach(each -> console.line("%-20s %s", each.name(), each.fingerprint()));
        }
    }
}
