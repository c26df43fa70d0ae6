package org.consilium.cli;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.consilium.clinical.ItemKind;
import org.consilium.tuning.Ages;
import org.consilium.tuning.TuningTasks;
import org.consilium.tuning.task.LeaveOut;
import org.consilium.tuning.task.Preparation;
import org.consilium.tuning.task.TaskScope;
import org.consilium.tuning.task.TuningTask;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Defines what is to be tuned for, and prepares the data. */
@Command(
        name = "tasks",
        description = {
            "Defines, shows, prepares and deletes tunings: of which patients, for which items.",
            "tune --task NAME runs one. Define again under the same name to change it."
        })
final class TasksCommand extends StoreCommand {
    /** What to do. */
    enum Action {
        LIST,
        SHOW,
        DEFINE,
        PREPARE,
        DELETE
    }

    /** A task and what was prepared for it. */
    record Shown(TuningTask task, @Nullable Preparation prepared) {}

    @Parameters(
            index = "0",
            paramLabel = "ACTION",
            description = "list, define, show, prepare or delete.")
    private Action action = Action.LIST;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "TASK",
            description = "Name of the task; none for list.")
    private @Nullable String name;

    @Option(names = "--cohort", description = "With define: name of the cohort.")
    private @Nullable String cohort;

    @Option(
            names = "--kinds",
            split = ",",
            paramLabel = "KIND",
            description =
                    "Kinds of items to recommend: medication, procedure, care_plan, immunization (default: all).")
    private Set<ItemKind> kinds = EnumSet.allOf(ItemKind.class);

    @Option(
            names = "--horizon",
            paramLabel = "DAYS",
            description =
                    "What is newly started within so many days of a visit counts as started at it (default: 0, the visit itself).")
    private int horizon;

    @Option(
            names = "--ages",
            paramLabel = "FROM-TO",
            converter = AgesConverter.class,
            description = "Of the patients at the visits, such as 65- or 0-17.")
    private Ages ages = Ages.ALL;

    @Option(
            names = "--condition",
            paramLabel = "TEXT",
            description =
                    "Only visits by which a condition of that code, or with that text in its name, was recorded; one of several.")
    private List<String> conditions = List.of();

    @Option(names = "--from", paramLabel = "DATE", description = "First day of the visits.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "Last day of the visits.")
    private @Nullable LocalDate to;

    @Option(
            names = "--site",
            paramLabel = "NAME",
            description = "Only patients of places of care whose names begin so; one of several.")
    private List<String> sites = List.of();

    @Option(
            names = "--without",
            paramLabel = "TEXT",
            description =
                    "An item not to recommend, by its code or a text in its name; may be repeated.")
    private List<String> without = List.of();

    @Option(
            names = "--leave-out",
            split = ",",
            paramLabel = "WHAT",
            converter = LeaveOutConverter.class,
            description =
                    "impossible-person, same-person, impossible-dates, text-only: see tasks prepare.")
    private List<LeaveOut> leftOut = List.of();

    @Override
    void check() {
        if ((action == Action.LIST) != (name == null)) {
            throw usage(
                    action == Action.LIST
                            ? "tasks list takes no name."
                            : "tasks takes an action and the name of a task.");
        }
        if ((action == Action.DEFINE) != (cohort != null)) {
            throw usage("tasks define takes --cohort NAME, the others don't.");
        }
        if (action == Action.DEFINE) {
            try {
                task();
            } catch (IllegalArgumentException e) {
                throw usage(Objects.requireNonNull(e.getMessage()));
            }
        }
    }

    private TuningTask task() {
        return new TuningTask(
                Objects.requireNonNull(name),
                Objects.requireNonNull(cohort),
                new TaskScope(
                        kinds,
                        horizon,
                        ages,
                        conditions,
                        from,
                        to,
                        sites,
                        without,
                        Set.copyOf(leftOut)));
    }

    @Override
    void run(Workspace workspace, Console console, boolean json) throws Exception {
        TuningTasks tasks = workspace.tuning().tasks();
        String named = Objects.requireNonNullElse(name, "");
        switch (action) {
            case LIST -> list(tasks.list(), console, json);
            case SHOW -> show(tasks.byName(named), tasks.prepared(named), console, json);
            case DEFINE -> {
                tasks.define(task());
                show(tasks.byName(named), tasks.prepared(named), console, json);
            }
            case PREPARE -> {
                Preparation prepared = tasks.preparing(named).run(console);
                show(tasks.byName(named), Optional.of(prepared), console, json);
            }
            case DELETE -> {
                tasks.delete(named);
                if (json) {
                    console.json(Map.of("deleted", named));
                } else {
                    console.line("Deleted the task %s.", named);
                }
            }
        }
    }

    private static void list(List<TuningTask> tasks, Console console, boolean json) {
        if (json) {
            console.json(tasks);
            return;
        }
        tasks.forEach(task -> console.line("%-24s %s", task.name(), task.words()));
        if (tasks.isEmpty()) {
            console.message("No task is defined: tasks define NAME --cohort NAME.");
        }
    }

    private static void show(
            TuningTask task, Optional<Preparation> prepared, Console console, boolean json) {
        if (json) {
            console.json(new Shown(task, prepared.orElse(null)));
            return;
        }
        console.line("%s: %s", task.name(), task.words());
        if (prepared.isPresent()) {
            PreparationTable.print(prepared.get(), console);
        } else {
            console.message("Nothing is prepared for it yet: tasks prepare " + task.name() + ".");
        }
    }
}
