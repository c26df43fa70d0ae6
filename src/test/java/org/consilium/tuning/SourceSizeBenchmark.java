package org.consilium.tuning;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.consilium.clinical.Timeline;
import org.consilium.job.Progress;
import org.consilium.meaning.Ingredients;
import org.consilium.recommend.ConceptMapping;
import org.consilium.recommend.RoutineItems;
import org.consilium.torch.DjlFactorTrainer;
import org.consilium.torch.EncoderOnDemand;
import org.consilium.tuning.evaluation.EvaluationOptions;
import org.consilium.tuning.evaluation.Evaluator;
import org.consilium.tuning.evaluation.ItemFilter;
import org.consilium.tuning.factor.TextEncoder;

/**
 * What more source patients are worth at a place that none of them is from. Arguments: folders of
 * source populations with commas between, the folder of the other place, sizes of the source as
 * 1000,4000, seeds as 1,2,3. For each seed and size that many source patients are drawn, a model is
 * made as the shipped one is, and ranks for everybody of the other place, untouched.
 */
final class SourceSizeBenchmark {
    private SourceSizeBenchmark() {}

    public static void main(String[] args) throws Exception {
        List<Timeline> source = new ArrayList<>();
        for (String folder : args[0].split(",")) {
            source.addAll(MeasuredCohort.read(Path.of(folder)));
        }
        List<Timeline> other = MeasuredCohort.read(Path.of(args[1]));
        Map<String, float[]> known = new HashMap<>();
        try (EncoderOnDemand texts = new EncoderOnDemand()) {
            TextEncoder encoder = TransferBenchmark.remembered(texts, known);
            System.out.println(
                    "| source patients | seed | visits | NDCG@10, all items | recall@10 | clinical NDCG@10 | s |");
            System.out.println("|---|---|---|---|---|---|---|");
            for (int seed : TransferBenchmark.numbers(args[3])) {
                List<Timeline> drawn = new ArrayList<>(source);
                Collections.shuffle(drawn, new Random(seed));
                for (int size : TransferBenchmark.numbers(args[2])) {
                    measure(drawn.subList(0, Math.min(size, drawn.size())), other, encoder, seed);
                }
            }
        }
    }

    private static void measure(
            List<Timeline> source, List<Timeline> other, TextEncoder encoder, long seed)
            throws Exception {
        long begun = System.nanoTime();
        ConceptMapping ingredients = ConceptMapping.toIngredients(Ingredients.shipped());
        LearnedModel model =
                new BaseModelMaker(
                                new DjlFactorTrainer(),
                                encoder,
                                RoutineItems.shipped(),
                                Clock.systemUTC())
                        .make(
                                collected(source, ingredients, seed),
                                StudyBenchmark.forOthers(seed),
                                Progress.NONE)
                        .model();
        double seconds = (System.nanoTime() - begun) / 1e9;
        EncodedVisits test =
                collected(other, model.reading(ingredients), seed)
                        .encode(model.terms().facts(), model.terms().items());
        Ranker ranker = new EvidenceRanker("untouched", model.evidence());
        System.out.printf(
                Locale.ROOT,
                "| %,d | %d | %,d | %s | %s | %s | %.0f |%n",
                source.size(),
                seed,
                test.size(),
                words(ranker, test, false, Metric.NDCG_10, seed),
                words(ranker, test, false, Metric.RECALL_10, seed),
                words(ranker, test, true, Metric.NDCG_10, seed),
                seconds);
    }

    private static String words(
            Ranker ranker, EncodedVisits test, boolean clinical, Metric metric, long seed)
            throws IOException {
        RoutineItems routine = RoutineItems.shipped();
        ItemFilter items =
                clinical
                        ? ItemFilter.clinicalOnly(
                                test.itemVocabulary(), item -> !routine.contains(item))
                        : ItemFilter.all(test.itemVocabulary());
        Estimate estimate =
                new Evaluator(EvaluationOptions.withSeed(seed))
                        .evaluate(ranker, test, List.of(items), 0).stream()
                                .filter(row -> row.kind() == null)
                                .map(row -> Objects.requireNonNull(row.metrics().get(metric)))
                                .findFirst()
                                .orElseThrow();
        return String.format(
                Locale.ROOT, "%.4f [%.4f, %.4f]", estimate.mean(), estimate.low(), estimate.high());
    }

    private static VisitCollector collected(
            List<Timeline> patients, ConceptMapping mapping, long seed) {
        VisitCollector visits =
                new VisitCollector(
                        VisitOptions.asRecorded(LocalVisits.MOST_VISITS, seed).with(mapping));
        patients.forEach(visits::add);
        return visits;
    }
}
