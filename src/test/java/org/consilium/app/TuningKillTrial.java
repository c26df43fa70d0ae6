package org.consilium.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Cohort;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Decision;
import org.consilium.clinical.ItemKind;
import org.consilium.recommend.RecommendationList;
import org.consilium.recommend.RecommendationRequest;
import org.consilium.security.Vault;
import org.consilium.store.Database;
import org.consilium.tuning.InterruptedRun;
import org.jspecify.annotations.Nullable;

/**
 * Kills tuning runs at random moments and looks whether what is served and every decision are as
 * they were, whether the store is sound, and whether the run can be gone on with or is cleanly
 * gone. Arguments: a folder that is not there yet, how many kills (default 100), seconds within
 * which to kill (default 20). Prints one line a kill and a sum; ends with 1 when anything was
 * harmed.
 */
public final class TuningKillTrial {
    private static final int DECISIONS = 12;

    private final Terminal terminal;
    private final Path models;
    private int harmed;
    private int resumable;
    private int gone;
    private int finished;

    private TuningKillTrial(Path folder) {
        models = folder.resolve("models");
        terminal = new Terminal(folder.resolve("home")).with("CONSILIUM_MODELS", models.toString());
    }

    /** Whatever must not change. */
    private record State(RecommendationList advice, List<Decision> decisions) {}

    /** See the class. */
    public static void main(String... arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        int kills = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100;
        int within = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 20;
        Files.createDirectories(folder);
        TuningKillTrial trial = new TuningKillTrial(folder);
        trial.prepare();
        trial.run(kills, within);
        System.exit(trial.harmed == 0 ? 0 : 1);
    }

    private void prepare() throws Exception {
        SampleClinic.makeModel(models);
        SampleClinic.makeStore(terminal.home(), 60);
        try (Context context = open()) {
            Cohort clinic = context.cohorts().byName("clinic");
            for (int number = 0; number < DECISIONS; number++) {
                LocalDateTime at = LocalDate.of(2022, 1 + number % 12, 3).atTime(9, 30);
                context.decisions()
                        .record(
                                new Decision(
                                        clinic.id(),
                                        "p%03d".formatted(number),
                                        at,
                                        SampleClinic.MODEL,
                                        ItemKind.IMMUNIZATION,
                                        new Concept(CodeSystem.CVX, "140", "Influenza, seasonal"),
                                        Decision.Verdict.ACCEPTED,
                                        null,
                                        null,
                                        "{}",
                                        "dr.lee",
                                        Instant.parse("2026-01-01T00:00:00Z")));
            }
        }
    }

    private void run(int kills, int within) throws Exception {
        State before = state();
        Random random = new Random(1);
        for (int kill = 1; kill <= kills; kill++) {
            String name = "run-" + kill;
            Process process =
                    terminal.start(
                            "tune", "--cohort", "clinic", "--transfer", "full", "--name", name);
            long millis = 500 + random.nextInt(within * 1000);
            boolean ended = process.waitFor(millis, TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            @Nullable String wrong = harm(before, name);
            harmed += wrong == null ? 0 : 1;
            System.out.printf(
                    "%d killed after %.1f s%s: %s%n",
                    kill,
                    millis / 1000.0,
                    ended ? " (it had ended)" : "",
                    wrong == null ? "intact" : wrong);
        }
        System.out.printf(
                "%d kills: %d harmed; %d could be gone on with, %d were gone, %d had made their model%n",
                kills, harmed, resumable, gone, finished);
    }

    private @Nullable String harm(State before, String name) throws Exception {
        byte[] key = new Vault(terminal.home()).unlock(Terminal.PASSPHRASE.toCharArray());
        try (Database database = Database.open(terminal.home(), key)) {
            if (!database.findings().isEmpty() || !database.check().isEmpty()) {
                return "the store is not sound";
            }
        }
        try (Context context = open()) {
            if (!state(context).equals(before)) {
                return "what is served or a decision has changed";
            }
            boolean made =
                    context.tuning().models().stream().anyMatch(each -> each.name().equals(name));
            List<String> interrupted =
                    context.tuning().runs().interrupted().stream()
                            .map(InterruptedRun::name)
                            .toList();
            if (made && !interrupted.isEmpty()) {
                return "the run made its model and is still there";
            }
            finished += made ? 1 : 0;
            resumable += interrupted.isEmpty() ? 0 : 1;
            gone += !made && interrupted.isEmpty() ? 1 : 0;
            // every third is gone on with, the others are discarded
            if (!interrupted.isEmpty() && resumable % 3 != 0) {
                context.tuning().runs().discard(name);
                return null;
            }
        }
        if (terminal.run("tune", "--resume=" + name).exit() != 0 && isInterrupted(name)) {
            return "the run could not be gone on with";
        }
        return null;
    }

    private boolean isInterrupted(String name) throws Exception {
        try (Context context = open()) {
            return context.tuning().runs().interrupted().stream()
                    .anyMatch(run -> run.name().equals(name));
        }
    }

    private Context open() throws Exception {
        return new Home(terminal.home(), models).unlock(Terminal.PASSPHRASE.toCharArray());
    }

    private State state() throws Exception {
        try (Context context = open()) {
            return state(context);
        }
    }

    private static State state(Context context) {
        Cohort clinic = context.cohorts().byName("clinic");
        return new State(
                context.recommendations()
                        .recommend(
                                new RecommendationRequest(
                                        clinic.id(), "p004", null, 20, Set.of(), null)),
                IntStream.range(0, DECISIONS)
                        .boxed()
                        .flatMap(number ->
                                context
                                        .decisions()
                                        .forPatient(clinic.id(), "p%03d".formatted(number))
                                        .stream())
                        .toList());
    }
}
