package org.consilium.tuning;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.consilium.clinical.Timeline;
import org.consilium.importing.ImportIssue;
import org.consilium.importing.PatientSink;
import org.consilium.importing.synthea.SyntheaReader;
import org.consilium.job.Progress;
import org.consilium.torch.DjlFactorTrainer;
import org.consilium.torch.EncoderOnDemand;
import org.consilium.tuning.factor.FactorTrainer;
import org.consilium.tuning.factor.Factors;
import org.consilium.tuning.factor.Terms;
import org.consilium.tuning.factor.TrainingOptions;

/**
 * Trains the factors of a fine-tuning run on all patients of a folder, through DJL and through
 * Python's torch (src/test/python/factor_training.py), turn by turn on the same tensors with the
 * same options. Arguments: a folder of Synthea CSV, a folder of models, the Python to use. Prints
 * seconds and their ratio.
 */
final class TuningBenchmark {
    private static final int ROUNDS = 3;
    private static final long SEED = 1;

    private TuningBenchmark() {}

    public static void main(String[] args) throws Exception {
        ModelArchive archive = new ModelArchive(Path.of(args[1]));
        LearnedModel base = archive.read(archive.names().getFirst()).orElseThrow();
        Path folder = Files.createTempDirectory("tuning-benchmark");
        VisitCollector collector =
                new VisitCollector(VisitOptions.asRecorded(LocalVisits.MOST_VISITS, SEED));
        new SyntheaReader().read(List.of(Path.of(args[0])), new Into(collector), Progress.NONE);
        BitSet all = new BitSet();
        all.set(0, collector.patients());
        EncodedVisits local = collector.encode(all::get, 3, 3);
        LearnedModel extended;
        try (EncoderOnDemand encoder = new EncoderOnDemand()) {
            extended =
                    new Extension(base, encoder)
                            .over(local.factVocabulary(), local.itemVocabulary());
        }
        Terms terms = extended.terms();
        EncodedVisits visits = collector.encode(terms.facts(), terms.items());
        TrainingOptions options = TrainingOptions.fineTuning(collector.patients(), SEED);
        write(folder, terms, visits, extended.factors(), options);
        System.out.printf(
                Locale.ROOT,
                "%d patients, %d visits, %d facts, %d items, %s%n",
                collector.patients(),
                visits.size(),
                terms.facts().size(),
                terms.items().size(),
                options);
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ours.add(djl(terms, visits, extended.factors(), options));
            theirs.add(python(args[2], folder));
        }
        System.out.printf(
                Locale.ROOT,
                "DJL median %.1f s, Python torch median %.1f s, ratio %.2f%n",
                median(ours),
                median(theirs),
                median(ours) / median(theirs));
    }

    private record Into(VisitCollector collector) implements PatientSink {
        @Override
        public void patient(Timeline timeline) {
            collector.add(timeline);
        }

        @Override
        public void skipped(String type) {}

        @Override
        public void rejected(ImportIssue issue) {}
    }

    private static double djl(
            Terms terms, EncodedVisits visits, Factors start, TrainingOptions options) {
        double[] last = new double[1];
        long begun = System.nanoTime();
        FactorTrainer.AfterEpoch listener = (epoch, loss, factors) -> last[0] = loss;
        new DjlFactorTrainer().train(terms, visits, start, options, Progress.NONE, listener);
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(Locale.ROOT, "DJL          %.1f s, last loss %.4f%n", seconds, last[0]);
        return seconds;
    }

    private static double python(String python, Path folder) throws Exception {
        Process process =
                new ProcessBuilder(python, "src/test/python/factor_training.py", folder.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        String[] words =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                        .strip()
                        .split(" ");
        if (process.waitFor() != 0) {
            throw new IllegalStateException("Python failed");
        }
        double seconds = Double.parseDouble(words[0]);
        System.out.printf(
                Locale.ROOT,
                "Python torch %.1f s, last loss %.4f%n",
                seconds,
                Double.parseDouble(words[1]));
        return seconds;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static void write(
            Path folder, Terms terms, EncodedVisits visits, Factors start, TrainingOptions options)
            throws IOException {
        int[] sizes = {
            terms.facts().size(),
            terms.items().size(),
            terms.terms(),
            Terms.ROLES,
            Terms.TEXT,
            start.dimension(),
            visits.size(),
            options.epochs(),
            options.batch()
        };
        ints(folder, "sizes", sizes);
        floats(
                folder,
                "options",
                (float) options.learningRate(),
                (float) options.decay(),
                (float) options.dropout(),
                (float) options.pull());
        ints(folder, "factTerm", terms.factTerm());
        ints(folder, "factRole", terms.factRole());
        floats(folder, "termText", terms.termText());
        floats(folder, "itemText", terms.itemText());
        floats(folder, "termWeights", start.termWeights());
        floats(folder, "term", start.term());
        floats(folder, "role", start.role());
        floats(folder, "fact", start.fact());
        floats(folder, "itemWeights", start.itemWeights());
        floats(folder, "item", start.item());
        floats(folder, "bias", start.bias());
        ragged(folder, "facts", visits.facts());
        ragged(folder, "targets", visits.targets());
        ragged(folder, "masked", visits.masked());
    }

    private static void ragged(Path folder, String name, int[][] rows) throws IOException {
        ints(folder, name + "Lengths", Arrays.stream(rows).mapToInt(row -> row.length).toArray());
        ints(folder, name, Arrays.stream(rows).flatMapToInt(Arrays::stream).toArray());
    }

    private static void ints(Path folder, String name, int... values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(values);
        Files.write(folder.resolve(name + ".i32"), bytes.array());
    }

    private static void floats(Path folder, String name, float... values) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        Files.write(folder.resolve(name + ".f32"), bytes.array());
    }
}
