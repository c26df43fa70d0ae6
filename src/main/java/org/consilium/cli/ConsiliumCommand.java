package org.consilium.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line as a whole; without a command, the window. One run an instance. */
@Command(
        name = "consilium",
        description =
                "Explained clinical recommendations, tuned locally. Without a command: the window.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Release.class,
        footer = {
            "",
            "The passphrase is read from CONSILIUM_PASSPHRASE, else asked for.",
            "Exit codes: 0 done, 1 failed, 2 usage, 3 bad input, 4 access, 130 cancelled.",
            "Supports, never replaces, clinical judgement. Not a medical device."
        },
        subcommands = {
            InitCommand.class,
            DoctorCommand.class,
            DemoCommand.class,
            TourCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            CohortsCommand.class,
            PatientsCommand.class,
            QualityCommand.class,
            RecommendCommand.class,
            SummaryCommand.class,
            WhyCommand.class,
            DecideCommand.class,
            PlanCommand.class,
            AlertsCommand.class,
            MatchCommand.class,
            PreTrainCommand.class,
            TasksCommand.class,
            TuneCommand.class,
            FederateCommand.class,
            EvaluateCommand.class,
            ModelsCommand.class,
            ServingCommand.class,
            CardCommand.class,
            ShareCommand.class,
            ReproduceCommand.class,
            ChangesCommand.class,
            MonitorCommand.class,
            BaseModelCommand.class
        })
public final class ConsiliumCommand implements Callable<Integer> {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Folder of the store (default: this person's usual one).")
    private @Nullable Path home;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Results as JSON.")
    private boolean json;

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Show the whole error when something fails.")
    private boolean verbose;

    @Spec private @Nullable CommandSpec spec;

    private final Gateway gateway;
    private final Map<String, String> environment;
    private final Cancellation cancellation = new Cancellation();

    public ConsiliumCommand(Gateway gateway, Map<String, String> environment) {
        this.gateway = gateway;
        this.environment = Map.copyOf(environment);
    }

    /** Runs what the arguments ask for, until it is done or Ctrl-C; returns the exit code. */
    public int run(PrintWriter out, PrintWriter messages, String... arguments) {
        CommandLine line = commandLine().setOut(out).setErr(messages);
        return cancellation.guard(() -> line.execute(arguments));
    }

    /** The same on the process's own streams. */
    public int run(String... arguments) {
        return run(writer(System.out), writer(System.err), arguments);
    }

    /** In the stream's own encoding: on Windows a terminal may speak another than the files. */
    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, stream.charset());
    }

    /** A parser with its error boundary: one sentence and an exit code, whatever happens. */
    private CommandLine commandLine() {
        CommandLine line = new CommandLine(this);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler(ConsiliumCommand::usage);
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            Failure told = Failure.of(failure);
            PrintWriter messages = command.getErr();
            messages.println(told.sentence());
            if (verbose) {
                failure.printStackTrace(messages);
            }
            messages.flush();
            return told.exit();
        });
        return line;
    }

    private static int usage(ParameterException failure, String... arguments) {
        CommandLine command = failure.getCommandLine();
        PrintWriter messages = command.getErr();
        messages.println(failure.getMessage());
        messages.printf("See %s --help.%n", command.getCommandSpec().qualifiedName());
        messages.flush();
        return Exit.USAGE;
    }

    @Override
    public Integer call() throws Exception {
        return new Opening(this).window(false);
    }

    Gateway gateway() {
        return gateway;
    }

    Path home() {
        return gateway.home(home);
    }

    boolean json() {
        return json;
    }

    Console console() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        return new Console(line.getOut(), line.getErr(), cancellation);
    }

    Cancellation cancellation() {
        return cancellation;
    }

    Passphrase passphrase() {
        return new Passphrase(environment);
    }
}
