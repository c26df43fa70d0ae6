package org.consilium.tuning.baseline;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.consilium.job.Progress;
import org.consilium.tuning.EncodedVisits;

/**
 * Our ridge and SciPy's Cholesky (src/test/python/ridge.py) on the same visits, one thread each, in
 * one run. Arguments: a number of made-up visits (3,000 facts, 500 items) and a Python with SciPy.
 */
final class RidgeBenchmark {
    private static final int ROUNDS = 3;
    private static final int LAMBDA = 100;

    private RidgeBenchmark() {}

    public static void main(String[] args) throws Exception {
        EncodedVisits visits = AlsBenchmark.madeUp(Integer.parseInt(args[0]));
        Path folder = Files.createTempDirectory("ridge-benchmark");
        try {
            write(visits.facts(), folder, "facts");
            write(visits.targets(), folder, "targets");
            for (int round = 0; round < ROUNDS; round++) {
                RidgeWeights ours = ours(visits);
                theirs(args[1], visits, folder);
                System.out.printf(
                        Locale.ROOT,
                        "largest difference of a weight: %.1e%n",
                        difference(ours.rows(), folder.resolve("weights")));
            }
        } finally {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static RidgeWeights ours(EncodedVisits visits) {
        long begun = System.nanoTime();
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        RidgeWeights weights = Ridge.fit(visits, new RidgeOptions(LAMBDA, 1), Progress.NONE);
        System.out.printf(
                Locale.ROOT,
                "ours: %.2f s, %.2f s of the processor%n",
                (System.nanoTime() - begun) / 1e9,
                (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu) / 1e9);
        return weights;
    }

    private static void theirs(String python, EncodedVisits visits, Path folder) throws Exception {
        List<Integer> numbers =
                List.of(
                        visits.size(),
                        visits.factVocabulary().size(),
                        visits.itemVocabulary().size(),
                        LAMBDA,
                        1);
        ProcessBuilder process =
                new ProcessBuilder(
                                Stream.concat(
                                                Stream.of(
                                                        python,
                                                        "src/test/python/ridge.py",
                                                        folder.toString()),
                                                numbers.stream().map(String::valueOf))
                                        .toList())
                        .inheritIO();
        process.environment().putAll(Map.of("OPENBLAS_NUM_THREADS", "1", "OMP_NUM_THREADS", "1"));
        if (process.start().waitFor() != 0) {
            throw new IOException("Python failed.");
        }
    }

    private static double difference(float[][] ours, Path file) throws IOException {
        double most = 0;
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (float[] row : ours) {
                for (float weight : row) {
                    most = Math.max(most, Math.abs(weight - in.readFloat()));
                }
            }
        }
        return most;
    }

    private static void write(int[][] rows, Path folder, String name) throws IOException {
        try (DataOutputStream values = open(folder.resolve(name));
                DataOutputStream lengths = open(folder.resolve(name + "Lengths"))) {
            for (int[] row : rows) {
                lengths.writeInt(row.length);
                for (int value : row) {
                    values.writeInt(value);
                }
            }
        }
    }

    private static DataOutputStream open(Path file) throws IOException {
        return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
    }
}
