package org.consilium.tuning.technique;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consilium.job.Progress;
import org.consilium.recommend.Fact;
import org.consilium.torch.EncoderOnDemand;
import org.consilium.torch.NeuralCeiling;
import org.consilium.tuning.EncodedVisits;
import org.consilium.tuning.FactorTechnique;
import org.consilium.tuning.Ranker;
import org.consilium.tuning.baseline.BprFactors;
import org.consilium.tuning.baseline.Ease;
import org.consilium.tuning.baseline.ImplicitAls;
import org.consilium.tuning.baseline.ItemKnn;
import org.consilium.tuning.baseline.Popularity;
import org.consilium.tuning.baseline.PopularityGivenConditions;
import org.consilium.tuning.baseline.Ridge;
import org.consilium.tuning.baseline.RidgeOptions;
import org.consilium.tuning.baseline.RidgeWeights;
import org.consilium.tuning.baseline.SideRidge;
import org.consilium.tuning.factor.Terms;
import org.consilium.tuning.factor.TrainingOptions;

/** What is compared, plainest first. For one thread. */
final class Techniques implements AutoCloseable {
    /** What every other is paired with. */
    static final String RIDGE = "ridge on codes (collaborative only)";

    static final String FACTORS = "trained factors and ridge (additive model)";

    private static final double[] LAMBDAS = {3, 10, 30, 100, 300};
    private static final int FEDERATED_ROUNDS = 10;

    private final IntFunction<String> clinicOf;
    private final EncoderOnDemand encoder = new EncoderOnDemand();
    private final Map<String, float[]> texts = new HashMap<>();

    /**
     * @param clinicOf by patient, for federated averaging
     */
    Techniques(IntFunction<String> clinicOf) {
        this.clinicOf = clinicOf;
    }

    List<Technique> all() {
        return Stream.of(plain(), factors(), additive(), trained(), ceilings(), federated())
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public void close() {
        encoder.close();
    }

    private static List<Technique> plain() {
        return List.of(
                one("popularity", (train, seed) -> Popularity.fit(train)),
                one(
                        "popularity given conditions",
                        (train, seed) ->
                                PopularityGivenConditions.fit(
                                        train, PopularityGivenConditions.Options.DEFAULT)),
                one("itemknn", (train, seed) -> ItemKnn.fit(train, ItemKnn.Options.DEFAULT)));
    }

    private static List<Technique> factors() {
        List<Technique.Setting> als = new ArrayList<>();
        for (double alpha : new double[] {2, 10, 40}) {
            als.add(
                    setting(
                            "alpha " + alpha,
                            (train, seed) ->
                                    ImplicitAls.fit(
                                            train,
                                            new ImplicitAls.Options(64, alpha, 10, 10, seed),
                                            Progress.NONE)));
        }
        List<Technique.Setting> bpr = new ArrayList<>();
        for (double rate : new double[] {.01, .05, .2}) {
            bpr.add(
                    setting(
                            "rate " + rate,
                            (train, seed) ->
                                    BprFactors.fit(
                                            train,
                                            new BprFactors.Options(64, 60, rate, .0005, seed),
                                            Progress.NONE)));
        }
        return List.of(
                new Technique("implicit ALS", als),
                new Technique("BPR-MF", bpr),
                lambdas(
                        "EASE over facts and items",
                        new double[] {30, 100, 300, 1000},
                        (train, lambda) -> Ease.fit(train, ridge(lambda), Progress.NONE).rows()));
    }

    private List<Technique> additive() {
        return List.of(
                lambdas(
                        "ridge on texts (content only)",
                        new double[] {.1, 1, 10, 100},
                        (train, lambda) -> SideRidge.fit(train, texts(train), false, 1, lambda)),
                lambdas(RIDGE, LAMBDAS, Techniques::plainRidge),
                lambdas(
                        "hybrid: codes and texts, a .1",
                        LAMBDAS,
                        (train, lambda) -> SideRidge.fit(train, texts(train), true, .1, lambda)),
                lambdas(
                        "hybrid: codes and texts, a 1",
                        LAMBDAS,
                        (train, lambda) -> SideRidge.fit(train, texts(train), true, 1, lambda)),
                new Technique(
                        "ridge, smoothed over the graph of facts",
                        crossed(lambda ->
                                Stream.of(.1f, .3f, 1f)
                                        .flatMap(share ->
                                                Stream.of(
                                                        smoothed(1, share, lambda),
                                                        smoothed(3, share, lambda))))),
                new Technique(
                        "masked facts first, then ridge",
                        crossed(lambda -> Stream.of(masked(.3, lambda), masked(3, lambda)))));
    }

    /** The additive model, and what may be done to its factors. */
    private List<Technique> trained() {
        return List.of(
                new Technique(FACTORS, List.of(trained("", 0, 0))),
                new Technique(
                        "trained factors on a graph",
                        IntStream.rangeClosed(1, 3)
                                .mapToObj(layers -> trained(layers + " layers", layers, 0))
                                .toList()),
                new Technique(
                        "trained factors, masked facts first",
                        IntStream.of(4, 20)
                                .mapToObj(epochs -> trained(epochs + " epochs", 0, epochs))
                                .toList()));
    }

    private Technique.Setting trained(String label, int layers, int masked) {
        return setting(
                label,
                (train, seed) ->
                        FactorTechnique.fresh(train, this::remembered, layers, masked, seed));
    }

    /** Settings for each penalty: not all of those of the plain ridge, as they take longer. */
    private static List<Technique.Setting> crossed(
            DoubleFunction<Stream<Technique.Setting>> settings) {
        return DoubleStream.of(10, 100, 300).mapToObj(settings).flatMap(each -> each).toList();
    }

    private static Technique.Setting smoothed(int layers, float share, double lambda) {
        return setting(
                "lambda %.0f, layers %d, share %.1f".formatted(lambda, layers, share),
                (train, seed) ->
                        ranker(
                                new FactGraph(train)
                                        .smooth(plainRidge(train, lambda), layers, share)));
    }

    private static Technique.Setting masked(double a, double lambda) {
        return setting(
                "lambda %.0f, a %.1f".formatted(lambda, a),
                (train, seed) ->
                        ranker(SideRidge.fit(train, MaskedFacts.fit(train, 300), true, a, lambda)));
    }

    private static List<Technique> ceilings() {
        List<Technique.Setting> perceptron = new ArrayList<>();
        for (int epochs : new int[] {8, 20, 60, 150}) {
            perceptron.add(neural(false, epochs, 4e-3));
        }
        List<Technique.Setting> attention = new ArrayList<>();
        for (int epochs : new int[] {8, 20, 40}) {
            attention.add(neural(true, epochs, 2e-3));
        }
        return List.of(
                new Technique("perceptron (black box)", perceptron),
                new Technique("self-attention (black box)", attention));
    }

    private static Technique.Setting neural(boolean attention, int epochs, double rate) {
        return setting(
                epochs + " epochs",
                (train, seed) ->
                        NeuralCeiling.fit(
                                train,
                                attention,
                                new TrainingOptions(
                                        epochs,
                                        rate,
                                        Math.pow(.1, 1. / epochs),
                                        64,
                                        .1,
                                        0,
                                        0,
                                        0,
                                        seed)));
    }

    private List<Technique> federated() {
        List<Technique> techniques = new ArrayList<>();
        for (double noise : new double[] {0, .01, .1, 1}) {
            List<Technique.Setting> settings = new ArrayList<>();
            for (double clip : noise == 0 ? new double[] {1} : new double[] {.3, 3}) {
                settings.add(
                        federated(new Federation.Options(FEDERATED_ROUNDS, 10, clip, noise, 0)));
            }
            String privacy =
                    noise == 0
                            ? "no noise"
                            : "z %s, epsilon %,.0f"
                                    .formatted(
                                            noise,
                                            new Federation.Options(FEDERATED_ROUNDS, 1, 1, noise, 0)
                                                    .epsilon());
            techniques.add(new Technique("federated averaging, " + privacy, settings));
        }
        return techniques;
    }

    private Technique.Setting federated(Federation.Options options) {
        return setting(
                options.noise() == 0 ? "" : "clip " + options.clip(),
                (train, seed) ->
                        ranker(
                                new Federation(train, clinicOf)
                                        .average(
                                                new Federation.Options(
                                                        options.rounds(),
                                                        options.mu(),
                                                        options.clip(),
                                                        options.noise(),
                                                        seed))));
    }

    private interface Table {
        float[][] fit(EncodedVisits train, double lambda);
    }

    static float[][] plainRidge(EncodedVisits train, double lambda) {
        return Ridge.fit(train, ridge(lambda), Progress.NONE).rows();
    }

    private static Technique lambdas(String name, double[] lambdas, Table table) {
        return new Technique(
                name,
                Arrays.stream(lambdas)
                        .mapToObj(lambda ->
                                setting(
                                        "lambda " + lambda,
                                        (train, seed) -> ranker(table.fit(train, lambda))))
                        .toList());
    }

    private static Technique one(String name, Technique.Fit fit) {
        return new Technique(name, List.of(setting("", fit)));
    }

    private static Technique.Setting setting(String label, Technique.Fit fit) {
        return new Technique.Setting(label, fit);
    }

    private static RidgeOptions ridge(double lambda) {
        return new RidgeOptions(lambda, 1);
    }

    private static Ranker ranker(float[][] table) {
        return RidgeWeights.ranker("table", table);
    }

    /** Sentence vectors of the facts. */
    private float[][] texts(EncodedVisits visits) {
        List<String> said = visits.factVocabulary().entries().stream().map(Fact::text).toList();
        float[] vectors = remembered(said);
        return IntStream.range(0, said.size())
                .mapToObj(i -> Arrays.copyOfRange(vectors, i * Terms.TEXT, (i + 1) * Terms.TEXT))
                .toArray(float[][]::new);
    }

    /** Each text is encoded once. */
    private float[] remembered(List<String> said) {
        List<String> missing =
                said.stream().distinct().filter(text -> !texts.containsKey(text)).toList();
        float[] vectors = encoder.encode(missing);
        IntStream.range(0, missing.size())
                .forEach(i ->
                        texts.put(
                                missing.get(i),
                                Arrays.copyOfRange(vectors, i * Terms.TEXT, (i + 1) * Terms.TEXT)));
        float[] rows = new float[said.size() * Terms.TEXT];
        for (int i = 0; i < said.size(); i++) {
            System.arraycopy(texts.get(said.get(i)), 0, rows, i * Terms.TEXT, Terms.TEXT);
        }
        return rows;
    }
}
