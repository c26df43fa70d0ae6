package org.consilium.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Opens the window with synthetic patients; nothing is kept. */
@Command(name = "demo", description = "Opens the window with synthetic patients; nothing is kept.")
final class DemoCommand implements Callable<Integer> {
    @ParentCommand private @Nullable ConsiliumCommand parent;

    @Override
    public Integer call() throws Exception {
        return new Opening(Objects.requireNonNull(parent)).window(true);
    }
}
