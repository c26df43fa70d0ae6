package org.consilium.torch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.consilium.tuning.EncodedVisits;
import org.consilium.tuning.factor.FactItemGraph;
import org.consilium.tuning.factor.Factors;
import org.consilium.tuning.factor.GraphPropagation;

/**
 * A graph propagation as tensors, over the facts that the visits know. Owned by one thread; lives
 * as long as its manager.
 */
final class SpreadVectors {
    private final GraphPropagation propagation;
    private final long[] known;
    private final long[] places;
    private final NDArray toFacts;
    private final NDArray toItems;
    private final NDArray factAnchor;
    private final NDArray itemAnchor;
    private final NDArray share;

    /**
     * @param visits all that will be asked for
     */
    SpreadVectors(NDManager manager, GraphPropagation propagation, EncodedVisits visits) {
        this.propagation = propagation;
        known =
                Arrays.stream(visits.facts())
                        .flatMapToInt(Arrays::stream)
                        .distinct()
                        .sorted()
                        .asLongStream()
                        .toArray();
        places = new long[visits.factVocabulary().size()];
        for (int place = 0; place < known.length; place++) {
            places[(int) known[place]] = place;
        }
        FactItemGraph graph = propagation.graph();
        int items = visits.itemVocabulary().size();
        int dimension = propagation.dimension();
        long[] rows = placed(Arrays.stream(graph.facts()).asLongStream().toArray());
        long[] columns = Arrays.stream(graph.items()).asLongStream().toArray();
        toFacts = sparse(manager, graph, rows, columns, new Shape(known.length, items));
        toItems = sparse(manager, graph, columns, rows, new Shape(items, known.length));
        float[] anchor = new float[known.length * dimension];
        IntStream.range(0, known.length)
                .forEach(place ->
                        System.arraycopy(
                                propagation.factAnchor(),
                                (int) known[place] * dimension,
                                anchor,
                                place * dimension,
                                dimension));
        factAnchor = manager.create(anchor, new Shape(known.length, dimension));
        itemAnchor = manager.create(propagation.itemAnchor(), new Shape(items, dimension));
        share = manager.create(1f / (propagation.layers() + 1));
    }

    private static NDArray sparse(
            NDManager manager, FactItemGraph graph, long[] rows, long[] columns, Shape shape) {
        return Torch.sparse(manager, graph.weights(), new long[][] {rows, columns}, shape);
    }

    /** Facts whose vectors are wanted, ascending. */
    long[] known() {
        return known;
    }

    /** Facts as places among the known ones. */
    long[] placed(long[] facts) {
        return Arrays.stream(facts).map(fact -> places[(int) fact]).toArray();
    }

    /**
     * Vectors of facts and of items as the graph makes them.
     *
     * @param factVectors of the known facts
     */
    NDList over(NDArray factVectors, NDArray itemVectors) {
        NDArray facts = factVectors.sub(factAnchor);
        NDArray items = itemVectors.sub(itemAnchor);
        NDArray factSum = facts;
        NDArray itemSum = items;
        for (int layer = 0; layer < propagation.layers(); layer++) {
            NDArray next = toFacts.matMul(items);
            items = toItems.matMul(facts);
            facts = next;
            factSum = factSum.add(facts);
            itemSum = itemSum.add(items);
        }
        return new NDList(factSum.mul(share).add(factAnchor), itemSum.mul(share).add(itemAnchor));
    }

    Factors folded(Factors factors) {
        return propagation.folded(factors);
    }
}
