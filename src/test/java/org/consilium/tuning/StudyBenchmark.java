package org.consilium.tuning;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.consilium.clinical.ItemKind;
import org.consilium.clinical.Timeline;
import org.consilium.job.Progress;
import org.consilium.meaning.Ingredients;
import org.consilium.recommend.ConceptMapping;
import org.consilium.recommend.RoutineItems;
import org.consilium.recommend.Vocabulary;
import org.consilium.torch.DjlFactorTrainer;
import org.consilium.torch.EncoderOnDemand;
import org.consilium.tuning.evaluation.Calibration;
import org.consilium.tuning.evaluation.EvaluationOptions;
import org.consilium.tuning.evaluation.Evaluator;
import org.consilium.tuning.evaluation.ItemFilter;
import org.consilium.tuning.factor.FactorTrainer;
import org.consilium.tuning.factor.TextEncoder;
import org.jspecify.annotations.Nullable;

/**
 * The study's tasks on Synthea (MODEL.md, "Measured in a study"). Arguments: the CSV folder of one
 * state, that of another, {@code products} (as in the study) or {@code ingredients}, seeds as
 * 1,2,3, and numbers of local patients as 25,50,200. Per seed: a model of the first state on its
 * test patients; the same untouched on all of the other state; and one that never saw a fifth of
 * the codes on visits of the other state's people of 65 and over, a quarter of whom is tested. All
 * items, as in the study.
 */
final class StudyBenchmark {
    private static final Ages OLDER = new Ages(65, Integer.MAX_VALUE);
    private static final int BINS = 10;

    private final ConceptMapping mapping;
    private final TextEncoder encoder;
    private final RoutineItems routine;
    private final FactorTrainer trainer = new DjlFactorTrainer();

    private StudyBenchmark(ConceptMapping mapping, TextEncoder encoder, RoutineItems routine) {
        this.mapping = mapping;
        this.encoder = encoder;
        this.routine = routine;
    }

    public static void main(String[] args) throws Exception {
        List<Timeline> first = MeasuredCohort.read(Path.of(args[0]));
        List<Timeline> other = MeasuredCohort.read(Path.of(args[1]));
        ConceptMapping mapping =
                args[2].equals("products")
                        ? ConceptMapping.none()
                        : ConceptMapping.toIngredients(Ingredients.shipped());
        Map<String, float[]> known = new HashMap<>();
        try (EncoderOnDemand texts = new EncoderOnDemand()) {
            StudyBenchmark benchmark =
                    new StudyBenchmark(
                            mapping,
                            TransferBenchmark.remembered(texts, known),
                            RoutineItems.shipped());
            System.out.println(
                    "| task | seed | model | visits | NDCG@10 | medications | ECE | ECE .1 to .9 |");
            System.out.println("|---|---|---|---|---|---|---|---|");
            for (int seed : TransferBenchmark.numbers(args[3])) {
                benchmark.measure(first, other, seed, TransferBenchmark.numbers(args[4]));
            }
        }
    }

    private void measure(List<Timeline> first, List<Timeline> other, long seed, List<Integer> sizes)
            throws Exception {
        BaseModelMaker.Made made =
                make(first, BaseModelOptions.of("additive + 4 x ridge", "one state", seed));
        for (MetricRow row : made.report().rows()) {
            if (!row.clinicalItemsOnly() && row.kind() == null) {
                print("same state", row, made.report().rows(), null);
            }
        }
        made.report().notes().forEach(note -> System.out.println("  " + note));
        VisitCollector elsewhere = collected(other, mapping(made.model()), Ages.ALL, seed);
        EncodedVisits all =
                elsewhere.encode(made.model().terms().facts(), made.model().terms().items());
        print("other state", new EvidenceRanker("untouched", made.model().evidence()), all, seed);

        HiddenCodes hidden = new HiddenCodes(seed);
        LearnedModel source =
                make(first.stream().map(hidden::without).toList(), forOthers(seed)).model();
        VisitCollector older = collected(other, mapping(source), OLDER, seed);
        shifted(source, older, sizes, seed);
    }

    /** Nobody of the first state is tested, so nearly everybody is learned from. */
    static BaseModelOptions forOthers(long seed) {
        BaseModelOptions usual = BaseModelOptions.of("source", "one state", seed);
        return new BaseModelOptions(
                usual.name(),
                usual.population(),
                usual.mostVisits(),
                usual.leastFacts(),
                usual.leastItems(),
                .05,
                .02,
                seed,
                usual.training(),
                usual.recipe(),
                List.of());
    }

    private BaseModelMaker.Made make(List<Timeline> patients, BaseModelOptions options)
            throws Exception {
        return new BaseModelMaker(trainer, encoder, routine, Clock.systemUTC())
                .make(
                        collected(patients, mapping, Ages.ALL, options.splitSeed()),
                        options,
                        Progress.NONE);
    }

    private ConceptMapping mapping(LearnedModel model) {
        return model.reading(mapping);
    }

    private static VisitCollector collected(
            List<Timeline> patients, ConceptMapping mapping, Ages ages, long seed) {
        VisitCollector visits =
                new VisitCollector(
                        VisitOptions.asRecorded(LocalVisits.MOST_VISITS, seed)
                                .with(mapping)
                                .of(ages));
        patients.forEach(visits::add);
        return visits;
    }

    private void shifted(
            LearnedModel source, VisitCollector older, List<Integer> sizes, long seed) {
        Fold fold =
                new Folds(
                                older.encode(
                                        new Vocabulary<>(List.of()), new Vocabulary<>(List.of())),
                                patient -> null)
                        .of(SplitOptions.BY_PATIENT, (int) seed)
                        .getLast();
        DomainMatch match = DomainMatcher.match(source, older);
        System.out.printf(
                Locale.ROOT,
                "  facts known %.3f, items known %.3f, %s%n",
                match.knownFactUse(),
                match.knownItemUse(),
                match.transfer());
        for (int size : sizes) {
            FoldMaterial material =
                    new FoldMaterial.Maker(older, source, encoder, false)
                            .of(fold, SplitOptions.LearnFrom.LOCAL, size);
            LocalVisits.Material visits = material.visits();
            String task = "shifted, n = " + size;
            print(
                    task,
                    new EvidenceRanker("untouched", visits.base().evidence()),
                    visits.test(),
                    seed);
            for (Transfer transfer : List.of(Transfer.FULL, Transfer.PARTIAL, Transfer.NONE)) {
                print(
                        task + ", " + transfer.words(),
                        TunedRanker.of(trainer, visits, transfer, seed),
                        visits.test(),
                        seed);
            }
            TransferChoice choice =
                    new TransferChooser(visits, match, seed, Progress.NONE).choose(null);
            System.out.println("  decided: " + choice.transfer().words());
            for (String baseline : List.of("popularity-given-conditions", "ridge")) {
                print(
                        task,
                        Baselines.fit(baseline, visits.train(), Progress.NONE),
                        visits.test(),
                        seed);
            }
        }
    }

    private static void print(String task, Ranker ranker, EncodedVisits test, long seed) {
        ItemFilter items = ItemFilter.all(test.itemVocabulary());
        List<MetricRow> rows =
                new Evaluator(EvaluationOptions.withSeed(seed))
                        .evaluate(ranker, test, List.of(items), 0);
        Calibration calibration =
                ranker instanceof ProbableRanker probable
                        ? Calibration.measure(
                                ranker, test, items, probable.calibration()::probability, BINS)
                        : null;
        for (MetricRow row : rows) {
            if (row.kind() == null) {
                print(task, row, rows, calibration);
            }
        }
    }

    private static void print(
            String task, MetricRow row, List<MetricRow> rows, @Nullable Calibration calibration) {
        Estimate all = Objects.requireNonNull(row.metrics().get(Metric.NDCG_10));
        double medications =
                rows.stream()
                        .filter(each -> each.model().equals(row.model()))
                        .filter(each -> each.clinicalItemsOnly() == row.clinicalItemsOnly())
                        .filter(each -> each.kind() == ItemKind.MEDICATION)
                        .mapToDouble(each ->
                                Objects.requireNonNull(each.metrics().get(Metric.NDCG_10)).mean())
                        .findFirst()
                        .orElse(Double.NaN);
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %s | %d | %.4f [%.4f, %.4f] | %.4f | %.4f | %.4f |%n",
                task,
                row.seed(),
                row.model(),
                row.visits(),
                all.mean(),
                all.low(),
                all.high(),
                medications,
                calibration == null ? Double.NaN : calibration.expectedCalibrationError(),
                calibration == null ? Double.NaN : calibration.errorWithin(.1, .9));
    }
}
