package org.consilium.tuning;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.consilium.clinical.Timeline;
import org.consilium.importing.ImportIssue;
import org.consilium.importing.PatientSink;
import org.consilium.importing.synthea.SyntheaReader;
import org.consilium.job.Progress;
import org.consilium.recommend.EvidenceModel;
import org.consilium.recommend.FactExtractor;

/**
 * Scores of all items with the contributions of all facts, in plain Java as it is served, beside
 * integrated gradients (Sundararajan et al. 2017, 64 steps, midpoint) of the same model through
 * DJL. Arguments: a folder of Synthea CSV and a folder of models. Prints microseconds and their
 * ratio.
 */
final class ScoringBenchmark {
    private static final int STEPS = 64;
    private static final int ITEMS = 5;
    private static final int VISITS = 40;
    private static final int ROUNDS = 20;

    private final EvidenceModel model;
    private final LearnedModel learned;
    private final List<int[]> visits = new ArrayList<>();

    private ScoringBenchmark(Path patients, Path models) throws Exception {
        ModelArchive archive = new ModelArchive(models);
        learned = archive.read(archive.names().getFirst()).orElseThrow();
        model = learned.evidence();
        FactExtractor extractor = new FactExtractor();
        new SyntheaReader()
                .read(
                        List.of(patients),
                        new PatientSink() {
                            @Override
                            public void patient(Timeline timeline) {
                                extractor.visits(timeline, number -> number % 8 == 0).stream()
                                        .map(visit ->
                                                visit.facts().stream()
                                                        .map(each ->
                                                                model.facts().indexOf(each.fact()))
                                                        .filter(each -> each.isPresent())
                                                        .mapToInt(each -> each.getAsInt())
                                                        .toArray())
                                        .forEach(visits::add);
                            }

                            @Override
                            public void skipped(String type) {}

                            @Override
                            public void rejected(ImportIssue issue) {}
                        },
                        Progress.NONE);
    }

    public static void main(String[] args) throws Exception {
        new ScoringBenchmark(Path.of(args[0]), Path.of(args[1])).run();
    }

    private void run() {
        System.out.printf(
                Locale.ROOT,
                "%d visits, %.0f known facts in the mean, %d items%n",
                visits.size(),
                visits.stream().mapToInt(each -> each.length).average().orElse(0),
                model.items().size());
        double[] java = java();
        System.out.printf(
                Locale.ROOT,
                "plain Java, all items with all contributions: p50 %.0f us, p99 %.0f us%n",
                quantile(java, .5),
                quantile(java, .99));
        double[] one = gradients();
        double all = quantile(one, .5) * model.items().size();
        System.out.printf(
                Locale.ROOT,
                "integrated gradients, %d steps, one item: p50 %.0f us; all items: %.0f us%n",
                STEPS,
                quantile(one, .5),
                all);
        System.out.printf(
                Locale.ROOT,
                "ratio for all items %.0f; for a single item against all of ours %.1f%n",
                all / quantile(java, .5),
                quantile(one, .5) / quantile(java, .5));
    }

    private static NDManager engine() {
        Engine engine = Engine.getEngine("PyTorch");
        JniUtils.setNumThreads(1);
        return engine.newBaseManager();
    }

    private double[] java() {
        double[] micros = new double[visits.size() * ROUNDS];
        double kept = 0;
        for (int round = -ROUNDS; round < ROUNDS; round++) {
            for (int v = 0; v < visits.size(); v++) {
                long begun = System.nanoTime();
                float[][] shares = model.contributions(visits.get(v));
                float[] scores = new float[model.items().size()];
                for (int i = 0; i < scores.length; i++) {
                    scores[i] = model.bias(i);
                }
                for (float[] row : shares) {
                    for (int i = 0; i < scores.length; i++) {
                        scores[i] += row[i];
                    }
                }
                double took = (System.nanoTime() - begun) / 1e3;
                kept += scores[v % scores.length];
                if (round >= 0) {
                    micros[round * visits.size() + v] = took;
                }
            }
        }
        if (Double.isNaN(kept)) {
            throw new IllegalStateException("a score is no number");
        }
        return micros;
    }

    private double[] gradients() {
        int items = model.items().size();
        int d = learned.factors().dimension();
        float[] facts = learned.factors().factVectors(learned.terms());
        Random random = new Random(1);
        List<Double> micros = new ArrayList<>();
        try (NDManager manager = engine()) {
            NDArray itemVectors =
                    manager.create(
                                    learned.factors().itemVectors(learned.terms()),
                                    new Shape(items, d))
                            .transpose();
            NDArray bias = manager.create(learned.factors().bias());
            for (int n = 0; n < VISITS; n++) {
                int[] visit = visits.get(random.nextInt(visits.size()));
                if (visit.length > 0) {
                    measure(manager, visit, facts, itemVectors, bias, random, micros);
                }
            }
        }
        // the first are a warm-up
        return micros.stream().skip(micros.size() / 4).mapToDouble(Double::doubleValue).toArray();
    }

    private void measure(
            NDManager manager,
            int[] visit,
            float[] facts,
            NDArray itemVectors,
            NDArray bias,
            Random random,
            List<Double> micros) {
        int d = learned.factors().dimension();
        int items = model.items().size();
        float scale = (float) (1 / Math.sqrt(visit.length));
        float[] rows = new float[visit.length * d];
        float[] ridge = new float[visit.length * items];
        for (int k = 0; k < visit.length; k++) {
            System.arraycopy(facts, visit[k] * d, rows, k * d, d);
            for (int i = 0; i < items; i++) {
                ridge[k * items + i] =
                        (float) (learned.ridge().rows()[visit[k]][i] * learned.ridge().weight());
            }
        }
        try (NDManager own = manager.newSubManager()) {
            NDArray vectors = own.create(rows, new Shape(visit.length, d)).mul(scale);
            NDArray direct = own.create(ridge, new Shape(visit.length, items));
            for (int k = 0; k < ITEMS; k++) {
                int item = random.nextInt(items);
                long begun = System.nanoTime();
                float[] shares =
                        attribute(own, visit.length, vectors, direct, itemVectors, bias, item);
                micros.add((System.nanoTime() - begun) / 1e3);
                check(visit, item, shares);
            }
        }
    }

    private static float[] attribute(
            NDManager manager,
            int known,
            NDArray vectors,
            NDArray direct,
            NDArray itemVectors,
            NDArray bias,
            int item) {
        float[] path = new float[STEPS * known];
        for (int step = 0; step < STEPS; step++) {
            Arrays.fill(path, step * known, (step + 1) * known, (step + .5f) / STEPS);
        }
        try (NDScope scope = new NDScope();
                GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
            scope.suppressNotUsedWarning();
            NDArray input = manager.create(path, new Shape(STEPS, known));
            input.setRequiresGradient(true);
            NDArray scores =
                    input.matMul(vectors).matMul(itemVectors).add(input.matMul(direct)).add(bias);
            collector.backward(scores.get(":," + item).sum());
            return input.getGradient().mean(new int[] {0}).toFloatArray();
        }
    }

    /** The same model: integrated gradients of an additive model are its contributions. */
    private void check(int[] visit, int item, float[] shares) {
        float[][] exact = model.contributions(visit);
        for (int k = 0; k < visit.length; k++) {
            if (Math.abs(exact[k][item] - shares[k]) > 1e-2) {
                throw new IllegalStateException(
                        "the peer attributes %f, we %f".formatted(shares[k], exact[k][item]));
            }
        }
    }

    private static double quantile(double[] values, double q) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, q * sorted.length)];
    }
}
