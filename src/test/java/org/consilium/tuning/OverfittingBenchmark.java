package org.consilium.tuning;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.consilium.clinical.Timeline;
import org.consilium.job.Progress;
import org.consilium.meaning.ClinicalTables;
import org.consilium.recommend.ConceptMapping;
import org.consilium.recommend.RoutineItems;
import org.consilium.torch.DjlFactorTrainer;
import org.consilium.torch.EncoderOnDemand;
import org.consilium.tuning.evaluation.ItemFilter;
import org.consilium.tuning.evaluation.Split;
import org.consilium.tuning.evaluation.Splits;
import org.consilium.tuning.evaluation.VisitMetrics;
import org.consilium.tuning.factor.Course;
import org.consilium.tuning.factor.FactorTrainer;
import org.consilium.tuning.factor.Layer;
import org.consilium.tuning.factor.Schedule;
import org.consilium.tuning.factor.TrainingOptions;

/**
 * How much recipes of a full tuning learn by heart: NDCG@10 over clinical items on a fifth of the
 * training patients who are left out (never on the held-out quarter), and the membership attack
 * between those and the others. Arguments: a folder of a cohort, a folder of base models, seeds.
 * Prints a line a recipe and seed, then means.
 */
final class OverfittingBenchmark {
    private static final double VALIDATION = .2;

    private OverfittingBenchmark() {}

    public static void main(String[] args) throws Exception {
        List<Timeline> patients = MeasuredCohort.read(Path.of(args[0]));
        ModelArchive archive = new ModelArchive(Path.of(args[1]));
        LearnedModel base = archive.read(archive.defaultName().orElseThrow()).orElseThrow();
        ConceptMapping mapping =
                base.reading(ConceptMapping.toIngredients(ClinicalTables.shipped().ingredients()));
        RoutineItems routine = RoutineItems.shipped();
        Map<String, List<double[]>> rows = new LinkedHashMap<>();
        try (EncoderOnDemand encoder = new EncoderOnDemand()) {
            RememberedTexts texts = new RememberedTexts(encoder);
            for (String each : args[2].split(",")) {
                long seed = Long.parseLong(each);
                VisitCollector visits =
                        new VisitCollector(
                                VisitOptions.asRecorded(LocalVisits.MOST_VISITS, seed)
                                        .with(mapping));
                patients.forEach(visits::add);
                LocalVisits.Material material =
                        LocalVisits.of(visits).material(base, texts, Integer.MAX_VALUE, seed);
                ItemFilter clinical =
                        ItemFilter.clinicalOnly(
                                material.test().itemVocabulary(), item -> !routine.contains(item));
                Split split = Splits.byPatient(material.train(), VALIDATION, 0, seed);
                measure(material.base(), split, clinical, seed, rows);
            }
        }
        rows.forEach((name, values) ->
                System.out.printf(
                        Locale.ROOT,
                        "%-34s NDCG@10 %.4f, attack %.3f, mean of %d%n",
                        name,
                        values.stream().mapToDouble(row -> row[0]).average().orElse(0),
                        values.stream().mapToDouble(row -> row[1]).average().orElse(0),
                        values.size()));
    }

    private static void measure(
            LearnedModel base,
            Split split,
            ItemFilter clinical,
            long seed,
            Map<String, List<double[]>> rows) {
        Learner learner = new Learner(new DjlFactorTrainer());
        TrainingOptions careful = TrainingOptions.fineTuning(split.train().patientCount(), seed);
        LearnedModel prepared =
                learner.prepared(lesson(split.train(), careful), base, Progress.NONE);
        print("untouched", base, split, clinical, seed, rows);
        print("closed-form part alone", prepared, split, clinical, seed, rows);
        recipes(careful)
                .forEach((name, options) -> {
                    List<String> curve = new ArrayList<>();
                    FactorTrainer.AfterEpoch listener =
                            (epoch, loss, factors) -> {
                                LearnedModel now = prepared.withFactors(factors.get());
                                curve.add(
                                        String.format(
                                                Locale.ROOT,
                                                "%.4f",
                                                ndcg(now, split, clinical, seed)));
                                if (epoch == 2 || epoch == 5 || epoch == 10) {
                                    rows.computeIfAbsent(
                                                    name + ", epoch " + epoch,
                                                    absent -> new ArrayList<>())
                                            .add(row(now, split, clinical, seed));
                                }
                            };
                    LearnedModel trained =
                            learner.trained(
                                    lesson(split.train(), options),
                                    prepared,
                                    Progress.NONE,
                                    listener);
                    print(name, trained, split, clinical, seed, rows);
                    System.out.println("  by epoch " + String.join(" ", curve));
                });
    }

    private static Map<String, TrainingOptions> recipes(TrainingOptions careful) {
        Map<String, TrainingOptions> all = new LinkedHashMap<>();
        all.put("careful", careful);
        all.put("rate .0003", careful.over(20, 3e-4, Schedule.PLAIN));
        all.put("L2-SP .01", pulled(careful, .01));
        all.put("L2-SP .1", pulled(careful, .1));
        all.put("texts frozen", careful.over(20, 1e-3, layers(Map.of(Layer.TEXT, 0.))));
        all.put("patience 2", careful.over(20, 1e-3, new Schedule(Course.DECAY, Map.of(), 0, 2)));
        return all;
    }

    private static Schedule layers(Map<Layer, Double> rates) {
        return new Schedule(Course.DECAY, rates, 0, 0);
    }

    private static TrainingOptions pulled(TrainingOptions careful, double pull) {
        return new TrainingOptions(
                careful.epochs(),
                careful.learningRate(),
                careful.decay(),
                careful.batch(),
                careful.dropout(),
                pull,
                careful.averaging(),
                careful.crowding(),
                careful.seed());
    }

    private static Learner.Lesson lesson(EncodedVisits visits, TrainingOptions options) {
        return new Learner.Lesson("model", "", visits, options, FactorTechnique.NOTHING);
    }

    private static double[] row(LearnedModel model, Split split, ItemFilter clinical, long seed) {
        EvidenceRanker ranker = new EvidenceRanker("model", model.evidence());
        MembershipTest attack =
                MembershipTest.of(split.train(), split.validation(), ranker, ranker, seed);
        return new double[] {
            ndcg(model, split, clinical, seed), attack == null ? Double.NaN : attack.auc().mean()
        };
    }

    private static double ndcg(LearnedModel model, Split split, ItemFilter clinical, long seed) {
        return VisitMetrics.measure(
                        new EvidenceRanker("model", model.evidence()),
                        split.validation(),
                        clinical,
                        seed)
                .mean(Metric.NDCG_10);
    }

    private static void print(
            String name,
            LearnedModel model,
            Split split,
            ItemFilter clinical,
            long seed,
            Map<String, List<double[]>> rows) {
        double[] row = row(model, split, clinical, seed);
        rows.computeIfAbsent(name, absent -> new ArrayList<>()).add(row);
        System.out.printf(
                Locale.ROOT,
                "seed %d %-26s NDCG@10 %.4f, attack %.3f%n",
                seed,
                name,
                row[0],
                row[1]);
    }
}
