package org.consilium.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Takes pictures of every screen, without a display. */
@Command(name = "tour", description = "Takes pictures of every screen, without a display.")
final class TourCommand implements Callable<Integer> {
    @ParentCommand private @Nullable ConsiliumCommand parent;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Folder for the pictures.")
    private Path out = Path.of("tour");

    @Override
    public Integer call() throws Exception {
        return new Opening(Objects.requireNonNull(parent)).tour(out);
    }
}
