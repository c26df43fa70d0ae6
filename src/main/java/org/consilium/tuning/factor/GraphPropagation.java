package org.consilium.tuning.factor;

import org.consilium.tuning.EncodedVisits;

/**
 * What a training on a graph means for the factors: from scratch their vectors are propagated; from
 * another model only what they change by, so that the training begins at that model. The result is
 * kept as plain factors, whose own vectors of facts and items take up what the graph added.
 * Immutable and thread-safe.
 */
public final class GraphPropagation {
    private final Terms terms;
    private final FactItemGraph graph;
    private final int dimension;
    private final int layers;
    private final FactItemGraph.Vectors anchor;

    private GraphPropagation(
            Terms terms,
            FactItemGraph graph,
            int dimension,
            int layers,
            FactItemGraph.Vectors anchor) {
        this.terms = terms;
        this.graph = graph;
        this.dimension = dimension;
        this.layers = layers;
        this.anchor = anchor;
    }

    /**
     * @param options say how many layers there are, and whether whole vectors are propagated
     */
    public static GraphPropagation of(
            Terms terms, EncodedVisits visits, Factors start, TrainingOptions options) {
        FactItemGraph.Vectors vectors = vectors(terms, start);
        FactItemGraph.Vectors nothing =
                new FactItemGraph.Vectors(
                        new float[vectors.facts().length], new float[vectors.items().length]);
        return new GraphPropagation(
                terms,
                FactItemGraph.of(visits),
                start.dimension(),
                options.graphLayers(),
                options.wholeGraph() ? nothing : vectors);
    }

    private static FactItemGraph.Vectors vectors(Terms terms, Factors factors) {
        return new FactItemGraph.Vectors(factors.factVectors(terms), factors.itemVectors(terms));
    }

    public FactItemGraph graph() {
        return graph;
    }

    public int dimension() {
        return dimension;
    }

    public int layers() {
        return layers;
    }

    /** What is not propagated, F x d: zeros where all is. Not to be written to. */
    public float[] factAnchor() {
        return anchor.facts();
    }

    /** The same of items, I x d. */
    public float[] itemAnchor() {
        return anchor.items();
    }

    /** Factors that score by themselves as these do with the graph. */
    public Factors folded(Factors trained) {
        FactItemGraph.Vectors own = vectors(terms, trained);
        FactItemGraph.Vectors spread =
                graph.propagated(
                        new FactItemGraph.Vectors(
                                sum(own.facts(), anchor.facts(), -1),
                                sum(own.items(), anchor.items(), -1)),
                        dimension,
                        layers);
        float[] facts = sum(sum(spread.facts(), anchor.facts(), 1), own.facts(), -1);
        float[] items = sum(sum(spread.items(), anchor.items(), 1), own.items(), -1);
        return new Factors(
                dimension,
                trained.termWeights(),
                trained.term(),
                trained.role(),
                sum(trained.fact(), facts, 1),
                trained.itemWeights(),
                sum(trained.item(), items, 1),
                trained.bias());
    }

    private static float[] sum(float[] first, float[] second, int sign) {
        float[] out = new float[first.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = first[i] + sign * second[i];
        }
        return out;
    }
}
