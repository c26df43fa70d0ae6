package org.consilium.ui.tuning;

import java.util.List;
import java.util.Optional;
import org.consilium.job.Job;
import org.consilium.tuning.DomainMatch;
import org.consilium.tuning.EpochListener;
import org.consilium.tuning.EvaluationReport;
import org.consilium.tuning.FineTuneRun;
import org.consilium.tuning.InterruptedRun;
import org.consilium.tuning.Lineage;
import org.consilium.tuning.ModelSummary;
import org.consilium.tuning.PreTrainRequest;
import org.consilium.tuning.PromotionCheck;
import org.consilium.tuning.Readiness;
import org.consilium.tuning.ServingState;
import org.consilium.tuning.TuneRequest;
import org.consilium.tuning.TuningService;
import org.consilium.tuning.Waiver;
import org.consilium.tuning.task.Preparation;
import org.consilium.tuning.task.TaskUse;
import org.consilium.tuning.task.TuningTask;
import org.jspecify.annotations.Nullable;

/** What this screen asks of the service. Called off the UI thread only. */
interface Models {
    List<ModelSummary> list();

    String card(String model);

    FineTuneRun run(String model);

    Job<FineTuneRun> tuning(TuneRequest request, EpochListener listener);

    List<InterruptedRun> interrupted();

    Job<FineTuneRun> resuming(String run, EpochListener listener);

    void discard(String run);

    Readiness readiness(String cohort);

    Job<List<DomainMatch>> matching(String cohort);

    /** Of all cohorts. */
    List<TuningTask> tasks();

    void define(TuningTask task);

    void deleteTask(String name);

    /** As a run is to be asked for. */
    TaskUse use(String task);

    /** What was prepared last; empty where nothing was. */
    Optional<Preparation> prepared(String task);

    Job<Preparation> preparing(String task);

    /** Without keeping anything. */
    Job<Preparation> looking(TuningTask task);

    Job<EvaluationReport> preTraining(PreTrainRequest request);

    PromotionCheck check(String model);

    void promote(String model, @Nullable Waiver waiver);

    String rollback();

    Lineage lineage();

    ServingState serving();

    ServingState stop(String who, String reason);

    ServingState start(String who, String reason);

    static Models of(TuningService service) {
        return new Models() {
            @Override
            public List<ModelSummary> list() {
                return service.models();
            }

            @Override
            public String card(String model) {
                return service.card(model);
            }

            @Override
            public FineTuneRun run(String model) {
                return service.run(model);
            }

            @Override
            public Job<FineTuneRun> tuning(TuneRequest request, EpochListener listener) {
                return service.tuning(request, listener);
            }

            @Override
            public List<InterruptedRun> interrupted() {
                return service.runs().interrupted();
            }

            @Override
            public Job<FineTuneRun> resuming(String run, EpochListener listener) {
                return service.runs().resuming(run, listener);
            }

            @Override
            public void discard(String run) {
                service.runs().discard(run);
            }

            @Override
            public Readiness readiness(String cohort) {
                return service.runs().readiness(cohort);
            }

            @Override
            public Job<List<DomainMatch>> matching(String cohort) {
                return service.matching(cohort, null);
            }

            @Override
            public List<TuningTask> tasks() {
                return service.tasks().list();
            }

            @Override
            public void define(TuningTask task) {
                service.tasks().define(task);
            }

            @Override
            public void deleteTask(String name) {
                service.tasks().delete(name);
            }

            @Override
            public TaskUse use(String task) {
                return service.tasks().use(task);
            }

            @Override
            public Optional<Preparation> prepared(String task) {
                return service.tasks().prepared(task);
            }

            @Override
            public Job<Preparation> preparing(String task) {
                return service.tasks().preparing(task);
            }

            @Override
            public Job<Preparation> looking(TuningTask task) {
                return service.tasks().looking(task);
            }

            @Override
            public Job<EvaluationReport> preTraining(PreTrainRequest request) {
                return service.preTraining(request);
            }

            @Override
            public PromotionCheck check(String model) {
                return service.deployment().check(model);
            }

            @Override
            public void promote(String model, @Nullable Waiver waiver) {
                service.deployment().promote(model, waiver);
            }

            @Override
            public Lineage lineage() {
                return service.deployment().lineage();
            }

            @Override
            public ServingState serving() {
                return service.deployment().state();
            }

            @Override
            public ServingState stop(String who, String reason) {
                return service.deployment().stop(who, reason);
            }

            @Override
            public ServingState start(String who, String reason) {
                return service.deployment().start(who, reason);
            }

            @Override
            public String rollback() {
                return service.rollback();
            }
        };
    }
}
