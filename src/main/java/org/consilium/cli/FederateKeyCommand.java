package org.consilium.cli;

import java.nio.file.Path;
import org.consilium.tuning.FederationKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes the key by which others know this installation. */
@Command(
        name = "key",
        description = "Writes this installation's public key; the private one stays in the store.")
final class FederateKeyCommand extends StoreCommand {
    @Option(names = "--name", required = true, description = "What others are to call it.")
    private String name = "";

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "File to write.")
    private Path out = Path.of("");

    @Override
    void run(Workspace workspace, Console console, boolean json) throws Exception {
        FederationKeys.Signer own = workspace.federation().keys().write(name, out);
        if (json) {
            console.json(own);
        } else {
            console.line("Fingerprint: %s", own.fingerprint());
            console.message("Whoever trusts the file should hear the fingerprint from you.");
        }
    }
}
