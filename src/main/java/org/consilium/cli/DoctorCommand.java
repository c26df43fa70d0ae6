package org.consilium.cli;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Says whether this installation is as it should be. */
@Command(name = "doctor", description = "Says whether this installation is as it should be.")
final class DoctorCommand implements Callable<Integer> {
    @ParentCommand private @Nullable ConsiliumCommand parent;

    @Override
    public Integer call() throws Exception {
        ConsiliumCommand command = Objects.requireNonNull(parent);
        List<Gateway.Check> checks = command.gateway().doctor(command.home());
        if (command.json()) {
            command.console().json(checks);
        } else {
            checks.forEach(check ->
                    command.console()
                            .line(
                                    "%-4s %-14s %s",
                                    check.ok() ? "ok" : "!!", check.name(), check.finding()));
        }
        return checks.stream().allMatch(Gateway.Check::ok) ? Exit.DONE : Exit.FAILED;
    }
}
