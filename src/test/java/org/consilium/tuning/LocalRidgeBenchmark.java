package org.consilium.tuning;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.consilium.clinical.Timeline;
import org.consilium.job.Progress;
import org.consilium.recommend.Vocabulary;
import org.consilium.torch.DjlFactorTrainer;
import org.consilium.torch.EncoderOnDemand;
import org.consilium.tuning.baseline.Popularity;
import org.consilium.tuning.baseline.TextRidgeOptions;
import org.consilium.tuning.evaluation.EvaluationOptions;
import org.consilium.tuning.evaluation.Evaluator;
import org.consilium.tuning.evaluation.ItemFilter;
import org.consilium.tuning.evaluation.Splits;
import org.consilium.tuning.evaluation.VisitMetrics;
import org.consilium.tuning.factor.Terms;
import org.consilium.tuning.factor.TextEncoder;
import org.consilium.tuning.factor.TrainingOptions;

/**
 * What a ridge of local patients alone is worth by its penalty and the weight of its texts, beside
 * popularity. Arguments: a cohort's folder, numbers of training patients, seeds, penalties, weights
 * of texts. A quarter of the patients is tested. Prints NDCG@10, pooled over the seeds, and that
 * less popularity.
 */
final class LocalRidgeBenchmark {
    private final Map<String, List<VisitMetrics>> measured = new TreeMap<>();

    private LocalRidgeBenchmark() {}

    public static void main(String[] args) throws Exception {
        List<Timeline> patients = MeasuredCohort.read(Path.of(args[0]));
        Map<String, float[]> known = new HashMap<>();
        try (EncoderOnDemand texts = new EncoderOnDemand()) {
            for (int size : TransferBenchmark.numbers(args[1])) {
                LocalRidgeBenchmark benchmark = new LocalRidgeBenchmark();
                for (int seed : TransferBenchmark.numbers(args[2])) {
                    benchmark.measure(
                            patients,
                            size,
                            seed,
                            List.of(args[3].split(",")),
                            List.of(args[4].split(",")),
                            TransferBenchmark.remembered(texts, known));
                }
                benchmark.print(size);
            }
        }
    }

    private void measure(
            List<Timeline> patients,
            int size,
            long seed,
            List<String> penalties,
            List<String> weights,
            TextEncoder encoder) {
        VisitCollector collector =
                new VisitCollector(VisitOptions.asRecorded(LocalVisits.MOST_VISITS, seed));
        patients.forEach(collector::add);
        EncodedVisits unnamed =
                collector.encode(new Vocabulary<>(List.of()), new Vocabulary<>(List.of()));
        EncodedVisits drawn =
                Splits.patients(
                        Splits.byPatient(unnamed, 0, LocalVisits.TEST, seed).train(), size, seed);
        BitSet training = new BitSet();
        for (int patient : drawn.patients()) {
            training.set(patient);
        }
        EncodedVisits all = collector.encode(training::get, 3, 3);
        var split = Splits.byPatient(all, 0, LocalVisits.TEST, seed);
        EncodedVisits train = Splits.patients(split.train(), size, seed);
        Terms terms = Terms.of(all.factVocabulary(), all.itemVocabulary(), encoder);
        keep("popularity", Popularity.fit(train), split.test(), seed);
        for (String penalty : penalties) {
            for (String weight : weights) {
                TextRidgeOptions options =
                        new TextRidgeOptions(
                                Double.parseDouble(penalty), Double.parseDouble(weight), 1, 0);
                keep(
                        "penalty " + penalty + ", texts " + weight,
                        ridge(train, terms, options, seed),
                        split.test(),
                        seed);
            }
        }
    }

    private static Ranker ridge(
            EncodedVisits train, Terms terms, TextRidgeOptions options, long seed) {
        Learner.Lesson lesson =
                new Learner.Lesson(
                        "ridge",
                        "",
                        train,
                        TrainingOptions.fromScratch(seed),
                        new Provenance("", 0, 0, 1, Map.of(), Map.of(), Instant.EPOCH));
        return new EvidenceRanker(
                "ridge",
                new Learner(new DjlFactorTrainer())
                        .closedForm(lesson, terms, options, 1, Progress.NONE)
                        .evidence());
    }

    private void keep(String row, Ranker ranker, EncodedVisits test, long seed) {
        measured.computeIfAbsent(row, key -> new ArrayList<>())
                .add(
                        VisitMetrics.measure(
                                ranker, test, ItemFilter.all(test.itemVocabulary()), seed));
    }

    private void print(int size) {
        Evaluator evaluator = new Evaluator(EvaluationOptions.withSeed(1));
        VisitMetrics popularity =
                VisitMetrics.joined(Objects.requireNonNull(measured.get("popularity")));
        System.out.println("| n = " + size + " | NDCG@10 | less popularity | recall@10 |");
        System.out.println("|---|---|---|---|");
        for (Map.Entry<String, List<VisitMetrics>> row : measured.entrySet()) {
            VisitMetrics joined = VisitMetrics.joined(row.getValue());
            Estimate estimate =
                    Objects.requireNonNull(evaluator.metrics(joined).get(Metric.NDCG_10));
            Estimate less =
                    Objects.requireNonNull(
                            evaluator
                                    .difference(joined, popularity)
                                    .differences()
                                    .get(Metric.NDCG_10));
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.4f [%.4f, %.4f] | %+.4f [%+.4f, %+.4f] | %.4f |%n",
                    row.getKey(),
                    estimate.mean(),
                    estimate.low(),
                    estimate.high(),
                    less.mean(),
                    less.low(),
                    less.high(),
                    joined.mean(Metric.RECALL_10));
        }
    }
}
