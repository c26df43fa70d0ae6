package org.consilium.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.consilium.security.AccessException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Makes the encrypted store. */
@Command(name = "init", description = "Makes the encrypted store.")
final class InitCommand implements Callable<Integer> {
    @ParentCommand private @Nullable ConsiliumCommand parent;

    @Override
    public Integer call() throws Exception {
        ConsiliumCommand command = Objects.requireNonNull(parent);
        Path home = command.home();
        if (command.gateway().exists(home)) {
            throw new AccessException("There is a store in " + home + " already.");
        }
        command.gateway().create(home, command.passphrase().choose());
        if (command.json()) {
            command.console().json(Map.of("home", home.toString()));
        } else {
            command.console().line("The store is ready in %s", home);
        }
        return Exit.DONE;
    }
}
