package org.consilium.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.consilium.job.Progress;
import org.consilium.tuning.DomainMatch;
import org.consilium.tuning.EpochListener;
import org.consilium.tuning.FineTuneRun;
import org.consilium.tuning.Transfer;
import org.consilium.tuning.TuneRecipe;
import org.consilium.tuning.TuneRequest;
import org.consilium.tuning.TuningService;
import org.consilium.tuning.task.LeaveOut;
import org.consilium.tuning.task.Preparation;
import org.consilium.tuning.task.TaskScope;
import org.consilium.tuning.task.TuningTask;

/**
 * How long the first five steps of the studio take with the demo's 200 patients, unattended:
 * define, choose, prepare, fine-tune with the careful preset, and evaluate, which is part of the
 * run, with whose first five change. Argument: a folder of base models (default: models). Prints
 * seconds.
 */
public final class StudioBenchmark {
    private static final String TASK = "everybody";

    private double all;

    private StudioBenchmark() {}

    public static void main(String... arguments) throws Exception {
        Path models = Path.of(arguments.length == 0 ? "models" : arguments[0]);
        try (DemoStore demo = DemoStore.make(models, Progress.NONE)) {
            new StudioBenchmark().measure(demo.context().tuning());
        }
    }

    private void measure(TuningService tuning) throws Exception {
        TaskScope scope = TaskScope.ALL;
        for (LeaveOut each : Set.of(LeaveOut.SAME_PERSON, LeaveOut.IMPOSSIBLE_DATES)) {
            scope = scope.leavingOut(each, true);
        }
        TuningTask task = new TuningTask(TASK, DemoCohort.NAME, scope);
        timed(
                "define",
                () -> {
                    tuning.tasks().define(task);
                    return task;
                });
        List<DomainMatch> matches =
                timed("choose", () -> tuning.matching(DemoCohort.NAME, null).run(Progress.NONE));
        Preparation prepared =
                timed("prepare", () -> tuning.tasks().preparing(TASK).run(Progress.NONE));
        TuneRequest request =
                new TuneRequest(
                        DemoCohort.NAME,
                        matches.getFirst().model(),
                        "ours",
                        1,
                        Transfer.FULL,
                        TuneRecipe.CAREFUL,
                        true,
                        tuning.tasks().use(TASK));
        double[] trained = new double[1];
        long begun = System.nanoTime();
        EpochListener listener =
                (epoch, of, loss, ndcg) -> trained[0] = (System.nanoTime() - begun) / 1e9;
        FineTuneRun run =
                timed(
                        "fine-tune and evaluate",
                        () -> tuning.runs().beginning(request, listener).run(Progress.NONE));
        System.out.printf(Locale.ROOT, "  of that to the last epoch  %6.1f s%n", trained[0]);
        timed("whose first five change", () -> tuning.changes("ours", 10).run(Progress.NONE));
        System.out.printf(
                Locale.ROOT,
                "%d patients, %d epochs, in all     %6.1f s%n",
                prepared.patients(),
                run.losses().size(),
                all);
    }

    private <T> T timed(String what, Callable<T> work) throws Exception {
        long begun = System.nanoTime();
        T made = work.call();
        double seconds = (System.nanoTime() - begun) / 1e9;
        all += seconds;
        System.out.printf(Locale.ROOT, "%-28s %6.1f s%n", what, seconds);
        return made;
    }
}
