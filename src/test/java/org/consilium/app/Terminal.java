package org.consilium.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.consilium.cli.ConsiliumCommand;

/** Runs commands as a person would, in this process, on a home of its own. */
record Terminal(Path home, String passphrase, Map<String, String> variables) {
    static final String PASSPHRASE = "correct horse battery";

    Terminal(Path home) {
        this(home, PASSPHRASE);
    }

    Terminal(Path home, String passphrase) {
        this(home, passphrase, Map.of());
    }

    /** The same with one more variable in its environment. */
    Terminal with(String variable, String value) {
        Map<String, String> more = new HashMap<>(variables);
        more.put(variable, value);
        return new Terminal(home, passphrase, more);
    }

    /** What a command left behind. */
    record Result(int exit, String out, String messages) {
        JsonNode json() {
            try {
                return new ObjectMapper().readTree(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    Result run(String... arguments) {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.remove("DISPLAY");
        environment.remove("WAYLAND_DISPLAY");
        environment.put("CONSILIUM_PASSPHRASE", passphrase);
        environment.putAll(variables);
        StringWriter out = new StringWriter();
        StringWriter messages = new StringWriter();
        String[] all =
                Stream.concat(Stream.of("--home", home.toString()), Stream.of(arguments))
                        .toArray(String[]::new);
        int exit =
                new ConsiliumCommand(new AppGateway(AppPaths.of(environment)), environment)
                        .run(new PrintWriter(out, true), new PrintWriter(messages, true), all);
        return new Result(exit, out.toString(), messages.toString());
    }

    /** The same in a process of its own. */
    Result runElsewhere(String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String messages =
                new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), out, messages);
    }

    /** A process of its own that runs a command. */
    Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        // it lives for moments: what a compiler would gain is less than it costs
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(Main.class.getName(), "--home", home.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("CONSILIUM_PASSPHRASE", passphrase);
        builder.environment().putAll(variables);
        return builder.start();
    }
}
