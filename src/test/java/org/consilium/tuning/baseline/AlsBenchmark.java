package org.consilium.tuning.baseline;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.consilium.job.Progress;
import org.consilium.tuning.EncodedVisits;
import org.consilium.tuning.Metric;
import org.consilium.tuning.Ranker;
import org.consilium.tuning.TestVisits;
import org.consilium.tuning.evaluation.ItemFilter;
import org.consilium.tuning.evaluation.VisitMetrics;
import org.consilium.tuning.technique.BenchmarkCohort;

/**
 * Our implicit ALS and Spark MLlib's (src/test/peers/spark-als) on the same matrix with as many
 * factors, iterations and one thread each, both folding new visits in by the same formula.
 * Arguments: a cohort (or a number of made-up visits, for time alone), a file with the peer's class
 * path, one with the JVM options that it needs (beside the peer), and its lambdas: Spark multiplies
 * lambda by how much a row has.
 */
final class AlsBenchmark {
    private static final int ROUNDS = 3;
    private static final int MOST_VISITS = 24;
    private static final ImplicitAls.Options OURS = ImplicitAls.Options.DEFAULT;

    private AlsBenchmark() {}

    public static void main(String[] args) throws Exception {
        if (args[0].chars().allMatch(Character::isDigit)) {
            EncodedVisits made = madeUp(Integer.parseInt(args[0]));
            compare(made, made.subset(new int[0]), args);
        } else {
            BenchmarkCohort.Parts parts =
                    BenchmarkCohort.read(Path.of(args[0]), MOST_VISITS).split(1);
            compare(parts.train(), parts.test(), args);
        }
    }

    private static void compare(EncodedVisits train, EncodedVisits test, String[] args)
            throws Exception {
        System.out.printf(
                Locale.ROOT,
                "%d visits, %d facts, %d items, %d entries%n",
                train.size(),
                train.factVocabulary().size(),
                train.itemVocabulary().size(),
                Arrays.stream(Joint.rows(train)).mapToInt(row -> row.length).sum());
        for (int round = 0; round < ROUNDS; round++) {
            long begun = System.nanoTime();
            long cpu = cpu();
            Ranker ours = ImplicitAls.fit(train, OURS, Progress.NONE);
            System.out.printf(
                    Locale.ROOT,
                    "ours: %.2f s, %.2f s of the processor, NDCG@10 %.4f%n",
                    (System.nanoTime() - begun) / 1e9,
                    (cpu() - cpu) / 1e9,
                    ndcg(ours, test));
        }
        Path folder = Files.createTempDirectory("als-benchmark");
        write(train, folder.resolve("pairs"));
        for (String lambda : Arrays.copyOfRange(args, 3, args.length)) {
            System.out.print(run(args, lambda, folder));
            Ranker theirs = read(train, Double.parseDouble(lambda), folder.resolve("vectors"));
            System.out.printf(
                    Locale.ROOT, "Spark, lambda %s: NDCG@10 %.4f%n", lambda, ndcg(theirs, test));
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double ndcg(Ranker ranker, EncodedVisits test) {
        return VisitMetrics.measure(ranker, test, ItemFilter.all(test.itemVocabulary()), 1)
                .mean(Metric.NDCG_10);
    }

    private static String run(String[] args, String lambda, Path folder) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(Files.readString(Path.of(args[2])).strip().split(" ")));
        command.addAll(List.of("-Xmx2g", "-cp", Files.readString(Path.of(args[1])).strip()));
        command.add("src/test/peers/spark-als/SparkAls.java");
        command.add(folder.resolve("pairs").toString());
        command.add(folder.resolve("vectors").toString());
        command.addAll(
                List.of(
                        String.valueOf(OURS.factors()),
                        String.valueOf(OURS.alpha()),
                        lambda,
                        String.valueOf(OURS.iterations()),
                        String.valueOf(OURS.seed()),
                        String.valueOf(ROUNDS),
                        "1"));
        Process process =
                new ProcessBuilder(command)
                        .redirectError(folder.resolve("log.txt").toFile())
                        .start();
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("Spark failed: see " + folder.resolve("log.txt"));
        }
        return printed;
    }

    private static void write(EncodedVisits train, Path file) throws IOException {
        int[][] rows = Joint.rows(train);
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (int row = 0; row < rows.length; row++) {
                for (int column : rows[row]) {
                    out.writeInt(row);
                    out.writeInt(column);
                }
            }
        }
    }

    private static Ranker read(EncodedVisits train, double lambda, Path file) throws IOException {
        int factCount = train.factVocabulary().size();
        int itemCount = train.itemVocabulary().size();
        double[][] vectors = new double[factCount + itemCount][OURS.factors()];
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (long left = Files.size(file); left > 0; left -= 4L * (OURS.factors() + 1)) {
                double[] vector = vectors[in.readInt()];
                for (int k = 0; k < vector.length; k++) {
                    vector[k] = in.readFloat();
                }
            }
        }
        double[][] facts = Arrays.copyOf(vectors, factCount);
        double[][] gram = FactorSolver.gram(facts, OURS.factors());
        return new Ranker() {
            @Override
            public String name() {
                return "spark";
            }

            @Override
            public void score(int[] visit, float[] scores) {
                double[] vector = new double[OURS.factors()];
                new FactorSolver(facts, gram, OURS.alpha(), lambda * Math.max(1, visit.length))
                        .solve(visit, vector);
                for (int item = 0; item < scores.length; item++) {
                    scores[item] = (float) FactorSolver.dot(vector, vectors[factCount + item]);
                }
            }
        };
    }

    /** 3,000 facts, 60 a visit, and 500 items, 3 a visit, drawn as Zipf would. */
    static EncodedVisits madeUp(int count) {
        TestVisits visits = TestVisits.with(3000, 500);
        Random random = new Random(1);
        for (int visit = 0; visit < count; visit++) {
            visits.visit(visit / 10, drawn(random, 60, 3000), drawn(random, 3, 500));
        }
        return visits.encoded();
    }

    private static int[] drawn(Random random, int count, int of) {
        return IntStream.generate(() -> (int) (of * Math.pow(random.nextDouble(), 3)))
                .distinct()
                .limit(count)
                .sorted()
                .toArray();
    }
}
