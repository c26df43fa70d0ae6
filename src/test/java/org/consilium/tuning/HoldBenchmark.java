package org.consilium.tuning;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.consilium.clinical.Timeline;
import org.consilium.job.Progress;
import org.consilium.recommend.ConceptMapping;
import org.consilium.recommend.RoutineItems;
import org.consilium.recommend.Vocabulary;
import org.consilium.torch.DjlFactorTrainer;
import org.consilium.torch.EncoderOnDemand;
import org.consilium.tuning.evaluation.ItemFilter;
import org.consilium.tuning.evaluation.VisitMetrics;
import org.consilium.tuning.factor.FactorTrainer;
import org.consilium.tuning.factor.TextEncoder;
import org.consilium.tuning.factor.TrainingOptions;

/**
 * How hard a tuned model's factors are held to the base model's (L2-SP), how often it sees the
 * visits and how fast it learns, at the study's shifted clinic: people of 65 and over of another
 * state, a fifth of the codes hidden from the source. Arguments: two source populations (the
 * source's, the clinic's), seeds, numbers of local patients, recipes as L2-SP:epochs:rate; each
 * list with commas between.
 */
final class HoldBenchmark {
    private HoldBenchmark() {}

    public static void main(String[] args) throws Exception {
        List<Timeline> source = MeasuredCohort.read(Path.of(args[0]));
        List<Timeline> clinic = MeasuredCohort.read(Path.of(args[1]));
        Map<String, float[]> known = new HashMap<>();
        System.out.println("| seed | n | untouched | factors untrained | by L2-SP:epochs:rate |");
        System.out.println("|---|---|---|---|---|");
        try (EncoderOnDemand texts = new EncoderOnDemand()) {
            TextEncoder encoder = TransferBenchmark.remembered(texts, known);
            for (int seed : TransferBenchmark.numbers(args[2])) {
                HiddenCodes hidden = new HiddenCodes(seed);
                LearnedModel base =
                        new BaseModelMaker(
                                        new DjlFactorTrainer(),
                                        encoder,
                                        RoutineItems.shipped(),
                                        Clock.systemUTC())
                                .make(
                                        collected(
                                                source.stream().map(hidden::without).toList(),
                                                ConceptMapping.none(),
                                                Ages.ALL,
                                                seed),
                                        StudyBenchmark.forOthers(seed),
                                        Progress.NONE)
                                .model();
                VisitCollector older =
                        collected(
                                clinic,
                                base.reading(ConceptMapping.none()),
                                new Ages(65, Integer.MAX_VALUE),
                                seed);
                for (int size : TransferBenchmark.numbers(args[3])) {
                    measure(base, older, encoder, seed, size, args[4].split(","));
                }
            }
        }
    }

    private static void measure(
            LearnedModel base,
            VisitCollector older,
            TextEncoder encoder,
            long seed,
            int size,
            String[] recipes) {
        Fold fold =
                new Folds(
                                older.encode(
                                        new Vocabulary<>(List.of()), new Vocabulary<>(List.of())),
                                patient -> null)
                        .of(SplitOptions.BY_PATIENT, (int) seed)
                        .getLast();
        LocalVisits.Material visits =
                new FoldMaterial.Maker(older, base, encoder, false)
                        .of(fold, SplitOptions.LearnFrom.LOCAL, size)
                        .visits();
        Learner learner = new Learner(new DjlFactorTrainer());
        LearnedModel start = visits.start(Transfer.FULL);
        Learner.Lesson lesson =
                new Learner.Lesson(
                        "held",
                        "",
                        visits.train(),
                        TrainingOptions.fineTuning(size, seed),
                        start.provenance());
        LearnedModel prepared = learner.prepared(lesson, start, Progress.NONE);
        StringBuilder row =
                new StringBuilder(
                        String.format(
                                Locale.ROOT,
                                "| %d | %d | %.4f | %.4f |",
                                seed,
                                size,
                                ndcg(visits.base(), visits.test(), seed),
                                ndcg(prepared, visits.test(), seed)));
        for (String recipe : recipes) {
            String[] parts = recipe.split(":");
            TrainingOptions options =
                    new TrainingOptions(
                            Integer.parseInt(parts[1]),
                            Double.parseDouble(parts[2]),
                            1,
                            64,
                            .1,
                            Double.parseDouble(parts[0]),
                            0,
                            0,
                            seed);
            LearnedModel held =
                    learner.trained(
                            lesson.with(options),
                            prepared,
                            Progress.NONE,
                            FactorTrainer.AfterEpoch.NOTHING);
            row.append(
                    String.format(
                            Locale.ROOT, " %s: %.4f |", recipe, ndcg(held, visits.test(), seed)));
        }
        System.out.println(row);
    }

    private static double ndcg(LearnedModel model, EncodedVisits test, long seed) {
        return Objects.requireNonNull(
                        VisitMetrics.measure(
                                new LearnedRanker("model", model),
                                test,
                                ItemFilter.all(test.itemVocabulary()),
                                seed))
                .mean(Metric.NDCG_10);
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
}
