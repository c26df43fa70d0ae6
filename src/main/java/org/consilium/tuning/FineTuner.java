package org.consilium.tuning;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.consilium.clinical.Cohort;
import org.consilium.cohort.CohortService;
import org.consilium.job.Progress;
import org.consilium.recommend.ConceptMapping;
import org.consilium.recommend.Item;
import org.consilium.recommend.RoutineItems;
import org.consilium.recommend.Vocabulary;
import org.consilium.tuning.evaluation.EvaluationOptions;
import org.consilium.tuning.evaluation.Evaluator;
import org.consilium.tuning.evaluation.ItemFilter;
import org.consilium.tuning.evaluation.VisitMetrics;
import org.consilium.tuning.factor.FactorTrainer;
import org.consilium.tuning.factor.Factors;
import org.consilium.tuning.factor.TextEncoder;
import org.consilium.tuning.factor.TrainingOptions;

/**
 * Fine-tunes a base model on a cohort. How much of the base model is transferred is decided first
 * ({@link TransferChooser}), then by which recipe ({@link RecipeMaker}): bias shrunk to local
 * counts, factors trained, ridge corrected in closed form. A quarter of the patients is held out
 * for before and after. For the compute thread only.
 */
public final class FineTuner {
    private static final int FEWEST_PATIENTS = 8;

    private final CohortService cohorts;
    private final FactorTrainer trainer;
    private final TextEncoder encoder;
    private final RoutineItems routine;
    private final ConceptMapping mapping;
    private final Clock clock;

    /**
     * @param mapping how records are shown to models
     */
    public FineTuner(
            CohortService cohorts,
            FactorTrainer trainer,
            TextEncoder encoder,
            RoutineItems routine,
            ConceptMapping mapping,
            Clock clock) {
        this.cohorts = cohorts;
        this.trainer = trainer;
        this.encoder = encoder;
        this.routine = routine;
        this.mapping = mapping;
        this.clock = clock;
    }

    /** The tuned model as its file holds it, and the record of the run. */
    record Tuned(LearnedModel model, FineTuneRun run) {}

    Tuned tune(
            LearnedModel base,
            Cohort cohort,
            TuneOptions wanted,
            Progress progress,
            EpochListener listener)
            throws IOException {
        long begun = System.nanoTime();
        long seed = wanted.seed();
        LocalVisits visits =
                LocalVisits.read(cohorts, cohort, seed, base.reading(mapping), progress);
        if (visits.patients() < FEWEST_PATIENTS) {
            throw new IllegalArgumentException(
                    "Fine-tuning needs at least %d patients and %s has %d: until there are %d more, serve %s as it is."
                            .formatted(
                                    FEWEST_PATIENTS,
                                    cohort.name(),
                                    visits.patients(),
                                    FEWEST_PATIENTS - visits.patients(),
                                    base.name()));
        }
        LocalVisits.Material material = visits.material(base, encoder, Integer.MAX_VALUE, seed);
        EncodedVisits train = material.train();
        TransferChoice transfer =
                new TransferChooser(material, visits.match(base), seed, progress)
                        .choose(wanted.transfer());
        LearnedModel start = material.start(transfer.transfer());
        RecipeChoice recipe =
                new RecipeMaker(trainer, train, seed, clock, progress)
                        .make(wanted.recipe(), start, transfer.transfer());
        TrainingOptions options =
                Objects.requireNonNullElseGet(
                        recipe.training(),
                        () -> TrainingOptions.fineTuning(train.patientCount(), seed));
        Curve curve = new Curve(start, material.test(), options, listener);
        LearnedModel learned =
                new Learner(trainer)
                        .tuned(
                                new Learner.Lesson(
                                        wanted.name(),
                                        cohort.name(),
                                        train,
                                        options,
                                        provenance(base, train, recipe, transfer, seed)),
                                start,
                                transfer.transfer(),
                                progress,
                                curve);
        LearnedModel kept = new ModelFile().rounded(learned);
        Ranker after = new EvidenceRanker("after", kept.evidence());
        kept =
                kept.withCalibration(
                        PlattScaling.fit(
                                after,
                                material.test(),
                                ItemFilter.clinicalOnly(
                                        material.test().itemVocabulary(),
                                        item -> !routine.contains(item))));
        EvaluationReport report = report(material, transfer, after, cohort, seed, progress);
        double seconds = (System.nanoTime() - begun) / 1e9;
        FineTuneRun run =
                new FineTuneRun(
                        wanted.name(),
                        base.name(),
                        cohort.name(),
                        transfer,
                        recipe,
                        kept.provenance(),
                        report,
                        curve.losses,
                        curve.validation,
                        seconds);
        return new Tuned(kept, run);
    }

    private EvaluationReport report(
            LocalVisits.Material material,
            TransferChoice transfer,
            Ranker after,
            Cohort cohort,
            long seed,
            Progress progress) {
        List<Ranker> rankers = new ArrayList<>();
        rankers.add(new EvidenceRanker("before", material.base().evidence()));
        rankers.add(after);
        for (String name : Baselines.QUICK) {
            rankers.add(Baselines.fit(name, material.train(), progress));
        }
        Evaluator evaluator = new Evaluator(EvaluationOptions.withSeed(seed));
        Vocabulary<Item> items = material.test().itemVocabulary();
        List<ItemFilter> filters =
                List.of(
                        ItemFilter.clinicalOnly(items, item -> !routine.contains(item)),
                        ItemFilter.all(items));
        int patients = material.train().patientCount();
        List<MetricRow> rows = new ArrayList<>();
        for (Ranker ranker : rankers) {
            boolean untouched = ranker.name().equals("before");
            rows.addAll(
                    evaluator.evaluate(ranker, material.test(), filters, untouched ? 0 : patients));
        }
        String split =
                "by patient: %d to learn from, %d held out, seed %d"
                        .formatted(patients, material.test().patientCount(), seed);
        return new EvaluationReport(cohort.name(), split, rows, notes(material, transfer));
    }

    private static List<String> notes(LocalVisits.Material material, TransferChoice transfer) {
        List<String> notes = new ArrayList<>();
        notes.add("Transfer %s. %s".formatted(transfer.transfer().words(), transfer.reason()));
        int held = material.test().patientCount();
        if (held < 50) {
            notes.add(
                    "Only %d patients are held out: read the intervals, not the means."
                            .formatted(held));
        }
        return notes;
    }

    private Provenance provenance(
            LearnedModel base,
            EncodedVisits train,
            RecipeChoice recipe,
            TransferChoice transfer,
            long seed) {
        Map<String, String> chosen = new TreeMap<>();
        chosen.put("transfer", transfer.transfer().words());
        if (transfer.transfer() == Transfer.NONE) {
            chosen.put("ridge", Learner.LOCAL.toString());
        } else if (transfer.transfer() != Transfer.UNCHANGED && recipe.training() == null) {
            chosen.put("ridge", Learner.correction(train.size(), base).toString());
        } else if (recipe.training() != null) {
            chosen.put("preset", recipe.preset().words());
            chosen.put("training", recipe.training().toString());
            chosen.put("ridgeWeight", String.valueOf(Learner.TUNED_RIDGE_WEIGHT));
        }
        chosen.put("mostVisits", String.valueOf(LocalVisits.MOST_VISITS));
        chosen.put("heldOut", String.valueOf(LocalVisits.TEST));
        Map<String, String> versions = new TreeMap<>(Versions.current(trainer.engine()));
        versions.put("base", base.name() + " " + base.provenance().dataHash());
        return new Provenance(
                VisitHash.of(train),
                train.patientCount(),
                train.size(),
                seed,
                chosen,
                versions,
                clock.instant());
    }

    /** Measures the factors after each epoch on the held-out patients: shown, never chosen by. */
    private static final class Curve implements FactorTrainer.AfterEpoch {
        private final LearnedModel start;
        private final EncodedVisits test;
        private final TrainingOptions options;
        private final EpochListener listener;
        private final List<Double> losses = new ArrayList<>();
        private final List<Double> validation = new ArrayList<>();

        Curve(
                LearnedModel start,
                EncodedVisits test,
                TrainingOptions options,
                EpochListener listener) {
            this.start = start;
            this.test = test;
            this.options = options;
            this.listener = listener;
        }

        @Override
        public void done(int epoch, double loss, Supplier<Factors> factors) {
            LearnedModel now = start.withFactors(factors.get());
            VisitMetrics metrics =
                    VisitMetrics.measure(
                            new EvidenceRanker("now", now.evidence()),
                            test,
                            ItemFilter.all(start.terms().items()),
                            options.seed());
            double ndcg = metrics.mean(Metric.NDCG_10);
            losses.add(loss);
            validation.add(ndcg);
            listener.epoch(epoch, options.epochs(), loss, ndcg);
        }
    }
}
