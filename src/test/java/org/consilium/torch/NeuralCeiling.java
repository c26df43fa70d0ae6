package org.consilium.torch;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.NDScope;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.training.GradientCollector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.consilium.tuning.EncodedVisits;
import org.consilium.tuning.Ranker;
import org.consilium.tuning.factor.TrainingOptions;

/**
 * Black boxes that show how much an additive model leaves: a perceptron over the mean of a visit's
 * fact vectors, and self-attention over them (one layer, four heads, Vaswani et al. 2017, without
 * positions: facts are a set). Binary cross-entropy over candidates, Adam. For one thread.
 */
public final class NeuralCeiling implements Ranker, AutoCloseable {
    private static final int WIDTH = 64;
    private static final int HIDDEN = 256;
    private static final int HEADS = 4;

    private final NDManager manager = Torch.newManager();
    private final EncodedVisits train;
    private final boolean attention;
    private final Random random;
    private final List<Tensor> tensors = new ArrayList<>();
    private final Tensor facts;
    private final Tensor query;
    private final Tensor key;
    private final Tensor value;
    private final Tensor mixed;
    private final Tensor inner;
    private final Tensor outer;
    private final Tensor output;
    private final Tensor bias;
    private int steps;

    private NeuralCeiling(EncodedVisits train, boolean attention, long seed) {
        this.train = train;
        this.attention = attention;
        this.random = new Random(seed);
        int items = train.itemVocabulary().size();
        facts = tensor(train.factVocabulary().size(), WIDTH, .125);
        query = tensor(WIDTH, WIDTH, 1 / Math.sqrt(WIDTH * (double) (WIDTH / HEADS)));
        key = tensor(WIDTH, WIDTH, 1 / Math.sqrt(WIDTH));
        value = tensor(WIDTH, WIDTH, 1 / Math.sqrt(WIDTH));
        mixed = tensor(WIDTH, WIDTH, 1 / Math.sqrt(WIDTH));
        inner = tensor(WIDTH, HIDDEN, Math.sqrt(2. / WIDTH));
        outer = tensor(HIDDEN, WIDTH, 1 / Math.sqrt(HIDDEN));
        output = tensor(WIDTH, items, 1 / Math.sqrt(WIDTH));
        bias = tensor(1, items, 0);
    }

    /**
     * @param attention self-attention instead of a perceptron
     */
    public static NeuralCeiling fit(
            EncodedVisits train, boolean attention, TrainingOptions options) {
        NeuralCeiling model = new NeuralCeiling(train, attention, options.seed());
        int[] order = new int[train.size()];
        Arrays.setAll(order, i -> i);
        for (int epoch = 0; epoch < options.epochs(); epoch++) {
            shuffle(order, model.random);
            double rate = options.learningRate() * Math.pow(options.decay(), epoch);
            for (int from = 0; from < order.length; from += options.batch()) {
                int to = Math.min(order.length, from + options.batch());
                model.step(Batch.of(train, order, from, to, options, model.random), rate);
            }
        }
        return model;
    }

    @Override
    public String name() {
        return attention ? "self-attention" : "perceptron";
    }

    @Override
    public void score(int[] visit, float[] scores) {
        EncodedVisits one =
                new EncodedVisits(
                        train.factVocabulary(),
                        train.itemVocabulary(),
                        new int[][] {visit},
                        new int[1][0],
                        new int[1][0],
                        new int[1],
                        new long[1]);
        TrainingOptions whole = new TrainingOptions(1, 1, 1, 1, 0, 0, 0, 0, 0);
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            NDArray logits = logits(Batch.of(one, new int[1], 0, 1, whole, random));
            System.arraycopy(logits.toFloatArray(), 0, scores, 0, scores.length);
        }
    }

    @Override
    public void close() {
        manager.close();
    }

    private Tensor tensor(int rows, int columns, double scale) {
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() * scale);
        }
        Tensor tensor = new Tensor(manager, values, new Shape(rows, columns));
        tensors.add(tensor);
        return tensor;
    }

    private void step(Batch batch, double rate) {
        Shape shape = new Shape(batch.visits(), train.itemVocabulary().size());
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            NDArray targets = manager.create(batch.targets(), shape);
            NDArray candidates = manager.create(batch.candidates(), shape);
            NDArray share = manager.create(1f / batch.visits());
            try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
                NDArray logits = logits(batch);
                NDArray softPlus = logits.getNDArrayInternal().softPlus();
                NDArray loss = softPlus.sub(logits.mul(targets)).mul(candidates).sum().mul(share);
                collector.backward(loss);
            }
            steps++;
            for (Tensor each : attention ? tensors : List.of(facts, inner, outer, output, bias)) {
                each.update(rate, steps);
            }
        }
    }

    private NDArray logits(Batch batch) {
        NDArray pooled = attention ? attended(batch) : summed(batch);
        return pooled.matMul(output.array).add(bias.array);
    }

    private NDArray summed(Batch batch) {
        NDArray visits =
                Torch.sparse(
                        manager,
                        batch.values(),
                        new long[][] {batch.rows(), batch.columns()},
                        new Shape(batch.visits(), train.factVocabulary().size()));
        return fed(visits.matMul(facts.array));
    }

    /** One hidden layer around which the input passes by. */
    private NDArray fed(NDArray input) {
        NDArray hidden = input.matMul(inner.array).getNDArrayInternal().relu();
        return input.add(hidden.matMul(outer.array));
    }

    private NDArray attended(Batch batch) {
        int longest = 1;
        int[] lengths = new int[batch.visits()];
        for (long row : batch.rows()) {
            longest = Math.max(longest, ++lengths[(int) row]);
        }
        long[] places = new long[batch.visits() * longest];
        float[] absent = new float[places.length];
        float[] weights = new float[places.length];
        Arrays.fill(absent, -1e9f);
        int[] filled = new int[batch.visits()];
        for (int i = 0; i < batch.rows().length; i++) {
            int row = (int) batch.rows()[i];
            int at = row * longest + filled[row]++;
            places[at] = batch.columns()[i];
            absent[at] = 0;
            weights[at] = batch.values()[i];
        }
        int size = batch.visits();
        NDArray indices = manager.create(places, new Shape(size, longest));
        NDArray input =
                facts.array
                        .getNDArrayInternal()
                        .embedding(indices, facts.array, SparseFormat.DENSE)
                        .head();
        NDArray mask = manager.create(absent, new Shape(size, 1, 1, longest));
        NDArray similar =
                heads(input, query, longest)
                        .matMul(heads(input, key, longest).transpose(0, 1, 3, 2));
        NDArray met = similar.add(mask).softmax(-1).matMul(heads(input, value, longest));
        NDArray joined = met.transpose(0, 2, 1, 3).reshape(size, longest, WIDTH);
        NDArray output = fed(input.add(joined.matMul(mixed.array)));
        NDArray mean = manager.create(weights, new Shape(size, 1, longest));
        return mean.matMul(output).reshape(size, WIDTH);
    }

    private static NDArray heads(NDArray input, Tensor by, int longest) {
        return input.matMul(by.array)
                .reshape(-1, longest, HEADS, WIDTH / HEADS)
                .transpose(0, 2, 1, 3);
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
    }

    /** With the state of Adam. */
    private static final class Tensor {
        private final NDArray array;
        private final NDArray mean;
        private final NDArray variance;

        Tensor(NDManager manager, float[] values, Shape shape) {
            array = manager.create(values, shape);
            mean = manager.zeros(shape);
            variance = manager.zeros(shape);
            array.setRequiresGradient(true);
        }

        void update(double rate, int step) {
            double corrected =
                    rate * Math.sqrt(1 - Math.pow(.999, step)) / (1 - Math.pow(.9, step));
            array.getNDArrayInternal()
                    .adamUpdate(
                            new NDList(array, array.getGradient(), mean, variance),
                            new NDList(array),
                            (float) rate,
                            (float) corrected,
                            0,
                            1,
                            -1,
                            .9f,
                            .999f,
                            1e-8f,
                            true,
                            false);
        }
    }
}
