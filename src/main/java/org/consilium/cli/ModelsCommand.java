package org.consilium.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.consilium.clinical.NotFoundException;
import org.consilium.tuning.FineTuneRun;
import org.consilium.tuning.ModelSummary;
import org.consilium.tuning.PromotionCheck;
import org.consilium.tuning.TuningService;
import org.consilium.tuning.Waiver;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists, shows, serves and takes back models. */
@Command(name = "models", description = "Lists, shows, serves and takes back models.")
final class ModelsCommand extends StoreCommand {
    private static final Set<Action> NAMELESS =
            Set.of(Action.LIST, Action.ROLLBACK, Action.LINEAGE);

    /** What to do. */
    enum Action {
        LIST,
        SHOW,
        PROMOTE,
        ROLLBACK,
        CARD,
        CHECK,
        LINEAGE
    }

    /** A model and, where it was tuned, the run that made it. */
    record Shown(ModelSummary model, @Nullable FineTuneRun run) {}

    @Parameters(
            index = "0",
            paramLabel = "ACTION",
            description = "list, show, check, promote, rollback, lineage or card.")
    private Action action = Action.LIST;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "MODEL",
            description = "Name of the model; none for list, rollback and lineage.")
    private @Nullable String model;

    @Option(
            names = "--sign",
            paramLabel = "NAME",
            description = "With promote: who answers for a model that is held back.")
    private @Nullable String signer;

    @Option(
            names = "--reason",
            paramLabel = "TEXT",
            description = "With --sign: why it is served all the same.")
    private @Nullable String reason;

    @Override
    void check() {
        boolean nameless = NAMELESS.contains(action);
        if (nameless != (model == null)) {
            throw usage(
                    "models %s takes %s."
                            .formatted(
                                    action.name().toLowerCase(Locale.ROOT),
                                    nameless ? "no name" : "the name of a model"));
        }
        if ((signer == null) != (reason == null)) {
            throw usage("--sign NAME and --reason TEXT go together.");
        }
    }

    @Override
    void run(Workspace workspace, Console console, boolean json) {
        TuningService tuning = workspace.tuning();
        switch (action) {
            case LIST -> list(tuning.models(), console, json);
            case SHOW -> show(tuning, console, json);
            case CARD -> card(tuning.card(named()), console, json);
            case CHECK -> check(tuning.deployment().check(named()), console, json);
            case LINEAGE -> LineageTable.print(tuning.deployment().lineage(), console, json);
            case PROMOTE -> {
                tuning.deployment().promote(named(), waiver());
                served(named(), console, json);
            }
            case ROLLBACK -> served(tuning.rollback(), console, json);
        }
    }

    private @Nullable Waiver waiver() {
        return signer == null || reason == null ? null : new Waiver(signer, reason);
    }

    private static void check(PromotionCheck check, Console console, boolean json) {
        if (json) {
            console.json(check);
            return;
        }
        console.line("%s %s", check.model(), check.blocked() ? "is held back." : "may be served.");
        check.blocks().forEach(each -> console.line("%s", each));
        check.notes().forEach(each -> console.line("Note: %s", each));
    }

    private String named() {
        return Objects.requireNonNull(model);
    }

    private void card(String card, Console console, boolean json) {
        if (json) {
            console.json(Map.of("model", named(), "card", card));
        } else {
            console.line("%s", card);
        }
    }

    private static void served(String name, Console console, boolean json) {
        if (json) {
            console.json(Map.of("served", name));
        } else {
            console.line("%s is served now.", name);
        }
    }

    private void show(TuningService tuning, Console console, boolean json) {
        ModelSummary summary =
                tuning.models().stream()
                        .filter(each -> each.name().equals(named()))
                        .findFirst()
                        .orElseThrow(() ->
                                new NotFoundException("There is no model called " + named() + "."));
        FineTuneRun run = summary.base() == null ? null : tuning.run(named());
        if (json) {
            console.json(new Shown(summary, run));
            return;
        }
        list(List.of(summary), console, false);
        if (run != null) {
            Reports.print(run.evaluation(), console);
            if (run.findings() != null) {
                FindingsTable.print(run.findings(), console);
            }
        }
    }

    private static void list(List<ModelSummary> models, Console console, boolean json) {
        if (json) {
            console.json(models);
            return;
        }
        console.line("  %-30s %-20s %8s %6s  %s", "model", "from", "facts", "items", "made");
        models.forEach(each ->
                console.line(
                        "%s %-30s %-20s %,8d %,6d  %s",
                        each.served() ? "*" : " ",
                        each.name(),
                        Objects.requireNonNullElse(each.base(), "-"),
                        each.facts(),
                        each.items(),
                        each.made()));
        console.message("* is what recommendations come from.");
    }
}
