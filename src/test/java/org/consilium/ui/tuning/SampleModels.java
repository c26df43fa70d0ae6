package org.consilium.ui.tuning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.consilium.clinical.ItemKind;
import org.consilium.clinical.NotFoundException;
import org.consilium.job.Job;
import org.consilium.tuning.DomainMatch;
import org.consilium.tuning.EpochListener;
import org.consilium.tuning.Estimate;
import org.consilium.tuning.EvaluationReport;
import org.consilium.tuning.FineTuneRun;
import org.consilium.tuning.InterruptedRun;
import org.consilium.tuning.Lineage;
import org.consilium.tuning.Metric;
import org.consilium.tuning.MetricRow;
import org.consilium.tuning.ModelSummary;
import org.consilium.tuning.PreTrainRequest;
import org.consilium.tuning.PromotionCheck;
import org.consilium.tuning.Provenance;
import org.consilium.tuning.Readiness;
import org.consilium.tuning.ServingState;
import org.consilium.tuning.Transfer;
import org.consilium.tuning.TuneRequest;
import org.consilium.tuning.Waiver;
import org.consilium.tuning.factor.Layer;
import org.consilium.tuning.task.Preparation;
import org.consilium.tuning.task.TaskUse;
import org.consilium.tuning.task.TuningTask;
import org.jspecify.annotations.Nullable;

/** A shelf of invented models that keeps the service's promises without computing. */
final class SampleModels implements Models {
    static final String BASE = "synthea-base-1";
    static final Instant MADE = Instant.parse("2025-02-20T10:15:00Z");
    private static final int EPOCHS = 20;

    private final List<String> tuned = new ArrayList<>();
    private final Map<String, FineTuneRun> runs = new HashMap<>();
    private final List<String> served = new ArrayList<>(List.of(BASE));
    private Runnable beforeEachEpoch = () -> {};
    private @Nullable TuneRequest asked;
    private final Map<String, InterruptedRun> interrupted = new HashMap<>();
    private final List<String> bases = new ArrayList<>(List.of(BASE));
    private List<String> blocks = List.of();
    private @Nullable Waiver waiver;
    private ServingState serving = new ServingState(false, null, "", null);
    private final SampleTasks shelf = new SampleTasks();
    private Readiness readiness = new Readiness(200, 12, 5, 2);

    /** What happens in the run before each of its epochs. */
    SampleModels beforeEachEpoch(Runnable action) {
        beforeEachEpoch = action;
        return this;
    }

    /** With a run that was killed. */
    SampleModels with(InterruptedRun run) {
        interrupted.put(run.name(), run);
        return this;
    }

    SampleModels ready(Readiness other) {
        readiness = other;
        return this;
    }

    @Override
    public synchronized List<InterruptedRun> interrupted() {
        return List.copyOf(interrupted.values());
    }

    @Override
    public Job<FineTuneRun> resuming(String run, EpochListener listener) {
        return progress -> {
            FineTuneRun made =
                    tuning(new TuneRequest("Riverside", null, run, 1, null), listener)
                            .run(progress);
            forget(run);
            return made;
        };
    }

    private synchronized void forget(String run) {
        interrupted.remove(run);
    }

    @Override
    public void discard(String run) {
        forget(run);
    }

    @Override
    public Readiness readiness(String cohort) {
        return readiness;
    }

    @Override
    public Job<List<DomainMatch>> matching(String cohort) {
        return progress -> {
            progress.report(1, 2, "Reading the cohort");
            progress.checkCancelled();
            return List.of(
                    new DomainMatch(
                            BASE,
                            200,
                            .93,
                            .97,
                            .08,
                            .05,
                            0,
                            Transfer.FULL,
                            "It knows 93% of what is recorded and 97% of the treatments started here, by use: the same codes, so all of it is used."),
                    new DomainMatch(
                            "network-base",
                            200,
                            .41,
                            .38,
                            .52,
                            -1,
                            0,
                            Transfer.PARTIAL,
                            "It knows 41% of what is recorded and 38% of the treatments started here, by use: only in part the same codes, so what it knows of them is used and the rest is learned here."),
                    new DomainMatch(
                            "intensive-care",
                            200,
                            .06,
                            .02,
                            .97,
                            .99,
                            0,
                            Transfer.NONE,
                            "It knows 6% of what is recorded and 2% of the treatments started here, by use: other codes, so the local patients alone are learned from."));
        };
    }

    @Override
    public List<TuningTask> tasks() {
        return shelf.list();
    }

    @Override
    public void define(TuningTask task) {
        shelf.define(task);
    }

    @Override
    public void deleteTask(String name) {
        shelf.delete(name);
    }

    @Override
    public TaskUse use(String task) {
        return shelf.use(task);
    }

    @Override
    public Optional<Preparation> prepared(String task) {
        return shelf.prepared(task);
    }

    @Override
    public Job<Preparation> preparing(String task) {
        return shelf.preparing(task);
    }

    @Override
    public Job<Preparation> looking(TuningTask task) {
        return progress -> SampleTasks.prepared(task, null);
    }

    @Override
    public Job<EvaluationReport> preTraining(PreTrainRequest request) {
        return progress -> {
            progress.report(1, 3, "Leaving out sites");
            beforeEachEpoch.run();
            progress.checkCancelled();
            synchronized (this) {
                bases.add(request.name());
            }
            List<MetricRow> rows =
                    List.of(
                            row(request.name(), true, null, 2210, .846, .011),
                            row("popularity", true, null, 2210, .412, .015),
                            row("ridge", true, null, 2210, .824, .012));
            return new EvaluationReport(
                    request.cohort(),
                    "by patient: 6,000 to learn from, 2,000 held out, seed 1",
                    rows,
                    List.of());
        };
    }

    synchronized String served() {
        return served.getLast();
    }

    @Override
    public synchronized List<ModelSummary> list() {
        List<ModelSummary> list = new ArrayList<>();
        bases.forEach(name -> list.add(summary(name, null)));
        tuned.reversed().forEach(name -> list.add(summary(name, BASE)));
        return list;
    }

    private ModelSummary summary(String name, @Nullable String base) {
        String cohort = base == null ? "Synthea, 10,000 patients" : "Riverside practice";
        return new ModelSummary(name, base, cohort, name.equals(served()), MADE, 4120, 452);
    }

    @Override
    public String card(String model) {
        return """
        # Model card: %s

        Suggests medications, procedures, care plans and immunisations to consider at a visit. It supports, never replaces, clinical judgement; it is not a medical device. It learned associations in records, not causes.

        - **Kind**: additive evidence: score = bias + one contribution a fact; calibrated by Platt scaling
        - **Size**: 4,120 facts in 19 roles, 452 items, 96 factors
        - **Not used**: race, ethnicity, language; reasons recorded on orders
        """
                .formatted(model);
    }

    @Override
    public FineTuneRun run(String model) {
        FineTuneRun run = runs.get(model);
        if (run == null) {
            throw new NotFoundException("There is no run that made " + model + ".");
        }
        return run;
    }

    /** The last run that was asked for. */
    TuneRequest asked() {
        return Objects.requireNonNull(asked);
    }

    @Override
    public Job<FineTuneRun> tuning(TuneRequest request, EpochListener listener) {
        asked = request;
        return progress -> {
            List<Double> losses = new ArrayList<>();
            List<Double> validation = new ArrayList<>();
            for (int epoch = 1; epoch <= EPOCHS; epoch++) {
                beforeEachEpoch.run();
                progress.checkCancelled();
                losses.add(.012 + .03 * Math.exp(-epoch / 5.0));
                validation.add(.868 + .035 * (1 - Math.exp(-epoch / 6.0)));
                listener.epoch(epoch, EPOCHS, losses.getLast(), validation.getLast());
                listener.layers(epoch + 1, Map.of(Layer.HEAD, 1., Layer.TEXT, epoch < 6 ? 0. : .1));
            }
            String wanted = request.name();
            FineTuneRun run =
                    record(wanted == null ? "riverside-2025-02-20" : wanted, losses, validation);
            keep(run);
            return run;
        };
    }

    private synchronized void keep(FineTuneRun run) {
        tuned.add(run.name());
        runs.put(run.name(), run);
    }

    private static FineTuneRun record(String name, List<Double> losses, List<Double> validation) {
        return new FineTuneRun(
                name,
                BASE,
                "Riverside practice",
                null,
                SampleFindings.recipe(),
                null,
                null,
                new Provenance("0", 150, 3041, 1, Map.of(), Map.of(), MADE),
                report(),
                SampleFindings.findings(),
                losses,
                validation,
                48.2);
    }

    static EvaluationReport report() {
        List<MetricRow> rows = new ArrayList<>();
        for (boolean clinical : new boolean[] {true, false}) {
            double shift = clinical ? 0 : .03;
            rows.add(row("before", clinical, null, 1204, .798 + shift, .013));
            rows.add(row("after", clinical, null, 1204, .871 + shift, .011));
            rows.add(row("before", clinical, ItemKind.MEDICATION, 688, .702 + shift, .018));
            rows.add(row("after", clinical, ItemKind.MEDICATION, 688, .804 + shift, .016));
            rows.add(row("before", clinical, ItemKind.PROCEDURE, 903, .861 + shift, .012));
            rows.add(row("after", clinical, ItemKind.PROCEDURE, 903, .874 + shift, .011));
            rows.add(row("before", clinical, ItemKind.CARE_PLAN, 97, .940, .02));
            rows.add(row("after", clinical, ItemKind.CARE_PLAN, 97, .893, .019));
            rows.add(row("scratch", clinical, null, 1204, .742 + shift, .017));
            rows.add(row("popularity", clinical, null, 1204, .401 + shift, .02));
            rows.add(row("popularity-given-conditions", clinical, null, 1204, .688 + shift, .02));
            rows.add(row("ridge", clinical, null, 1204, .772 + shift, .015));
        }
        return new EvaluationReport(
                "Riverside practice",
                "by patient: 150 to learn from, 50 held out, seed 1",
                rows,
                List.of("Only 50 patients are held out: read the intervals, not the means."));
    }

    private static MetricRow row(
            String model,
            boolean clinical,
            @Nullable ItemKind kind,
            int visits,
            double mean,
            double half) {
        Map<Metric, Estimate> metrics = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            double shifted = mean - .01 * metric.ordinal() + .01 * Metric.NDCG_10.ordinal();
            metrics.put(metric, new Estimate(shifted, shifted - half, shifted + half));
        }
        return new MetricRow(model, 150, 1, clinical, kind, visits, 50, metrics);
    }

    @Override
    public PromotionCheck check(String model) {
        return new PromotionCheck(model, blocks, List.of());
    }

    @Override
    public synchronized void promote(String model, @Nullable Waiver by) {
        waiver = by;
        served.add(model);
    }

    /** The waiver of the last promotion. */
    @Nullable Waiver waiver() {
        return waiver;
    }

    /** With a gate that holds every model back. */
    SampleModels blocking(String why) {
        blocks = List.of(why);
        return this;
    }

    @Override
    public synchronized Lineage lineage() {
        Lineage.Node node =
                new Lineage.Node(
                        list().getFirst(),
                        list().stream()
                                .skip(bases.size())
                                .map(each -> new Lineage.Node(each, List.of()))
                                .toList());
        String findings = waiver == null ? "" : "Quality falls: NDCG@10.";
        List<Lineage.Served> promotions = new ArrayList<>();
        for (int i = served.size() - 1; i > 0; i--) {
            promotions.add(
                    new Lineage.Served(
                            served.get(i), served.get(i - 1), false, MADE, waiver, findings));
        }
        return new Lineage(List.of(node), promotions);
    }

    @Override
    public ServingState serving() {
        return serving;
    }

    @Override
    public ServingState stop(String who, String reason) {
        serving = new ServingState(true, who, reason, MADE);
        return serving;
    }

    @Override
    public ServingState start(String who, String reason) {
        serving = new ServingState(false, who, reason, MADE);
        return serving;
    }

    @Override
    public synchronized String rollback() {
        if (served.size() == 1) {
            throw new NotFoundException("Nothing was served before " + served.getLast() + ".");
        }
        served.removeLast();
        return served.getLast();
    }
}
