package org.consilium.tuning.baseline;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.consilium.job.Progress;
import org.consilium.tuning.EncodedVisits;
import org.consilium.tuning.Ranker;

/**
 * Matrix factorisation by Bayesian personalised ranking (Rendle et al., "BPR: Bayesian Personalized
 * Ranking from Implicit Feedback", UAI 2009). A visit is the mean of its facts' vectors, where the
 * paper has a vector a user, so that a visit that nobody trained on can be scored:
 *
 * <pre>score(v, i) = b_i + mean over facts e of v of (p_e) . q_i
 * max sum over (v, i, j) of ln sigmoid(score(v, i) - score(v, j)) - regularisation / 2 ||theta||^2
 * </pre>
 *
 * for targets i and items j that are neither targets nor active, drawn uniformly with replacement
 * and followed by a step of gradient ascent each (the paper's LearnBPR). A mean moves each of n
 * vectors by 1/n of the step; so that facts learn as fast as items do, their step is n times as
 * long. Immutable and thread-safe.
 */
public final class BprFactors implements Ranker {
    private final float[][] facts;
    private final float[][] items;
    private final float[] bias;

    private BprFactors(float[][] facts, float[][] items) {
        this.facts = facts;
        this.items = items;
        this.bias = new float[items.length];
    }

    /**
     * @param factors length of the vectors, from 1
     * @param epochs in each, as many triples are drawn as there are targets; from 1
     * @param learningRate of the first epoch, above 0; it falls to 0 in a straight line
     * @param regularisation from 0
     * @param seed of the first vectors and of the drawing
     */
    public record Options(
            int factors, int epochs, double learningRate, double regularisation, long seed) {
        public static final Options DEFAULT = new Options(64, 60, .2, .0005, 1);

        public Options {
            if (factors < 1 || epochs < 1) {
                throw new IllegalArgumentException("factors and epochs must be at least 1");
            }
            if (!(learningRate > 0) || !(regularisation >= 0)) {
                throw new IllegalArgumentException(
                        "the learning rate must be above 0 and regularisation at least 0");
            }
        }
    }

    /**
     * @param progress asked often whether to go on
     * @throws IllegalStateException when the steps were so long that the factors went to infinity
     */
    public static BprFactors fit(EncodedVisits train, Options options, Progress progress) {
        Random random = new Random(options.seed());
        BprFactors model =
                new BprFactors(
                        random(train.factVocabulary().size(), options.factors(), random),
                        random(train.itemVocabulary().size(), options.factors(), random));
        new Learning(model, train, options, random).run(progress);
        for (float each : model.bias) {
            if (!Float.isFinite(each)) {
                throw new IllegalStateException("the learning rate is too high for these visits");
            }
        }
        return model;
    }

    @Override
    public String name() {
        return "bpr-mf";
    }

    @Override
    public void score(int[] visit, float[] scores) {
        float[] vector = items.length == 0 ? new float[0] : new float[items[0].length];
        mean(visit, vector);
        for (int item = 0; item < scores.length; item++) {
            scores[item] = bias[item] + dot(vector, items[item]);
        }
    }

    private void mean(int[] visit, float[] vector) {
        FactRows.sum(facts, visit, vector);
        for (int k = 0; k < vector.length; k++) {
            vector[k] /= Math.max(1, visit.length);
        }
    }

    private static float[][] random(int count, int factors, Random random) {
        float[][] vectors = new float[count][factors];
        for (float[] vector : vectors) {
            for (int k = 0; k < factors; k++) {
                vector[k] = (float) (random.nextGaussian() / Math.sqrt(factors));
            }
        }
        return vectors;
    }

    private static float dot(float[] a, float[] b) {
        float sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    /** The drawing and the steps. For one thread. */
    private static final class Learning {
        private static final int BETWEEN_CHECKS = 1024;

        private final BprFactors model;
        private final EncodedVisits train;
        private final Options options;
        private final Random random;
        private final boolean[] excluded;
        private final float[] visitVector;
        private final float[] difference;

        Learning(BprFactors model, EncodedVisits train, Options options, Random random) {
            this.model = model;
            this.train = train;
            this.options = options;
            this.random = random;
            this.excluded = new boolean[model.items.length];
            this.visitVector = new float[options.factors()];
            this.difference = new float[options.factors()];
        }

        void run(Progress progress) {
            int[] visits =
                    IntStream.range(0, train.size())
                            .flatMap(visit ->
                                    Arrays.stream(train.targets()[visit]).map(target -> visit))
                            .toArray();
            long steps = (long) options.epochs() * visits.length;
            for (long step = 0; step < steps; step++) {
                if (step % BETWEEN_CHECKS == 0) {
                    progress.checkCancelled();
                    progress.report(step, steps, "Ranking pairs");
                }
                double rate = options.learningRate() * (1 - (double) step / steps);
                draw(visits[random.nextInt(visits.length)], (float) rate);
            }
        }

        private void draw(int visit, float rate) {
            int[] targets = train.targets()[visit];
            int target = targets[random.nextInt(targets.length)];
            mark(visit, true);
            int other = random.nextInt(excluded.length);
            for (int tries = 0; excluded[other] && tries < excluded.length; tries++) {
                other = random.nextInt(excluded.length);
            }
            boolean found = !excluded[other];
            mark(visit, false);
            if (found) {
                step(train.facts()[visit], target, other, rate);
            }
        }

        private void mark(int visit, boolean value) {
            for (int item : train.targets()[visit]) {
                excluded[item] = value;
            }
            for (int item : train.masked()[visit]) {
                excluded[item] = value;
            }
        }

        private void step(int[] facts, int target, int other, float rate) {
            float[] wanted = model.items[target];
            float[] unwanted = model.items[other];
            model.mean(facts, visitVector);
            for (int k = 0; k < difference.length; k++) {
                difference[k] = wanted[k] - unwanted[k];
            }
            float margin = model.bias[target] - model.bias[other] + dot(visitVector, difference);
            float pull = (float) (1 / (1 + Math.exp(margin)));
            float decay = 1 - rate * (float) options.regularisation();
            model.bias[target] = decay * model.bias[target] + rate * pull;
            model.bias[other] = decay * model.bias[other] - rate * pull;
            move(wanted, visitVector, rate * pull, decay);
            move(unwanted, visitVector, -rate * pull, decay);
            for (int fact : facts) {
                move(model.facts[fact], difference, rate * pull, decay);
            }
        }

        private static void move(float[] vector, float[] along, float by, float decay) {
            for (int k = 0; k < vector.length; k++) {
                vector[k] = decay * vector[k] + by * along[k];
            }
        }
    }
}
