package org.consilium.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The window where there is a display, else pictures of it. */
record Opening(ConsiliumCommand command) {

    int window(boolean demo) throws Exception {
        Gateway gateway = command.gateway();
        if (gateway.hasDisplay()) {
            command.cancellation().onCancel(gateway::closeWindow);
            gateway.window(command.home(), demo);
            return Exit.DONE;
        }
        Path out = folder();
        command.console()
                .message(
                        "There is no display here, so the window can't open: the tour runs without one instead and"
                                + " writes its pictures to "
                                + out.toAbsolutePath()
                                + ".");
        return tour(out);
    }

    int tour(Path out) throws Exception {
        Console console = command.console();
        List<String> pictures =
                command.gateway().tour(out, console).stream()
                        .map(picture -> picture.toAbsolutePath().toString())
                        .toList();
        if (command.json()) {
            console.json(pictures);
        } else {
            pictures.forEach(picture -> console.line("%s", picture));
        }
        return Exit.DONE;
    }

    /** In a source tree beside what else was built, otherwise beside the store. */
    private Path folder() {
        Path built = Path.of("target");
        return Files.exists(Path.of("pom.xml")) && Files.isDirectory(built)
                ? built.resolve("tour")
                : command.home().resolve("tour");
    }
}
