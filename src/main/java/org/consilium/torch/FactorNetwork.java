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
import java.util.Map;
import org.consilium.tuning.EncodedVisits;
import org.consilium.tuning.factor.Factors;
import org.consilium.tuning.factor.GraphPropagation;
import org.consilium.tuning.factor.Layer;
import org.consilium.tuning.factor.Schedule;
import org.consilium.tuning.factor.Terms;
import org.consilium.tuning.factor.TrainingState;
import org.jspecify.annotations.Nullable;

/** The factors as tensors with their gradients. Owned by one thread; closing frees every tensor. */
final class FactorNetwork implements AutoCloseable {
    private final int dimension;
    private final NDManager manager;
    private final NDArray termText;
    private final NDArray itemText;
    private final int[] factTerm;
    private final int[] factRole;
    private final Parameter termWeights;
    private final Parameter term;
    private final Parameter role;
    private final Parameter fact;
    private final Parameter itemWeights;
    private final Parameter item;
    private final Parameter bias;
    private final List<Parameter> parameters;
    private final List<Parameter> head;
    private final List<Parameter> vectors;
    private final List<Parameter> texts;
    private @Nullable SpreadVectors graph;

    /**
     * @param pull strength of L2-SP towards the start
     * @param saved where an interrupted training stands; null at the start
     */
    FactorNetwork(
            NDManager parent,
            Terms terms,
            Factors start,
            double pull,
            @Nullable TrainingState saved) {
        manager = parent.newSubManager();
        dimension = start.dimension();
        int facts = terms.facts().size();
        int items = terms.items().size();
        termText = manager.create(terms.termText(), new Shape(terms.terms(), Terms.TEXT));
        itemText = manager.create(terms.itemText(), new Shape(items, Terms.TEXT));
        factTerm = terms.factTerm();
        factRole = terms.factRole();
        Shape texted = new Shape(Terms.TEXT, dimension);
        Parameters made = new Parameters(manager, pull, saved, new ArrayList<>());
        termWeights = made.of("termWeights", start.termWeights(), texted);
        term = made.of("term", start.term(), new Shape(terms.terms(), dimension));
        role = made.of("role", start.role(), new Shape(Terms.ROLES, dimension));
        fact = made.of("fact", start.fact(), new Shape(facts, dimension));
        itemWeights = made.of("itemWeights", start.itemWeights(), texted);
        item = made.of("item", start.item(), new Shape(items, dimension));
        bias = made.of("bias", start.bias(), new Shape(items));
        parameters = List.copyOf(made.all());
        head = List.of(item, bias);
        vectors = List.of(term, role, fact);
        texts = List.of(termWeights, itemWeights);
    }

    /**
     * Propagates vectors from now on.
     *
     * @param visits all that will be asked for
     */
    void spread(GraphPropagation propagation, EncodedVisits visits) {
        graph = new SpreadVectors(manager, propagation, visits);
    }

    private List<Parameter> of(Layer layer) {
        return switch (layer) {
            case HEAD -> head;
            case VECTORS -> vectors;
            case TEXT -> texts;
        };
    }

    /** Makes them in one order, from the start or as they were saved. */
    private record Parameters(
            NDManager manager, double pull, @Nullable TrainingState saved, List<Parameter> all) {
        Parameter of(String name, float[] start, Shape shape) {
            Parameter made = new Parameter(manager, name, start, shape, pull, saved, all.size());
            all.add(made);
            return made;
        }
    }

    /** Gives each layer its rate in an epoch; the frozen ones get no gradient. */
    void follow(Schedule schedule, int epoch) {
        for (Layer layer : Layer.values()) {
            double rate = schedule.rate(layer, epoch);
            of(layer).forEach(parameter -> parameter.learn(rate));
        }
    }

    /** The loss summed over the batch's visits, without gradients. */
    double loss(NDManager step, Batch batch) {
        Shape shape = new Shape(batch.visits(), bias.value().size());
        try (NDScope scope = new NDScope()) {
            scope.suppressNotUsedWarning();
            NDArray targets = step.create(batch.targets(), shape);
            NDArray candidates = step.create(batch.candidates(), shape);
            return loss(logits(step, batch), targets, candidates).getFloat();
        }
    }

    /**
     * Leaves the gradients of the batch's mean loss behind and returns the loss summed over its
     * visits.
     */
    double backward(NDManager step, Batch batch) {
        long items = bias.value().size();
        Shape shape = new Shape(batch.visits(), items);
        // intermediate arrays attach to the manager of an operand, which lives long: the scope
        // frees them
        try (NDScope scope = new NDScope()) {
            NDArray targets = step.create(batch.targets(), shape);
            NDArray candidates = step.create(batch.candidates(), shape);
            // a plain number would be a tensor whose memory is gone by the time of backward()
            NDArray share = step.create(1f / batch.visits());
            try (GradientCollector collector = Engine.getEngine("PyTorch").newGradientCollector()) {
                NDArray loss = loss(logits(step, batch), targets, candidates);
                NDArray mean = loss.mul(share);
                collector.backward(mean);
                scope.suppressNotUsedWarning();
                return loss.getFloat();
            }
        }
    }

    /** Scores of the batch. Only what its visits know is computed: a half of all facts or less. */
    private NDArray logits(NDManager step, Batch batch) {
        NDArray items = itemText.matMul(itemWeights.value()).add(item.value());
        SpreadVectors over = graph;
        if (over != null) {
            NDList spread = over.over(vectors(step, over.known()), items);
            long[] places = over.placed(batch.columns());
            return logits(step, batch, places, spread.get(0), spread.get(1));
        }
        Places facts = Places.of(batch.columns());
        return logits(step, batch, facts.places(), vectors(step, facts.used()), items);
    }

    /** Vectors of some facts. */
    private NDArray vectors(NDManager step, long[] facts) {
        Places terms = Places.of(picked(factTerm, facts));
        NDArray usedTerms = step.create(terms.used());
        NDArray text = rows(usedTerms, termText).matMul(termWeights.value());
        NDArray meaning = text.add(rows(usedTerms, term.value()));
        NDArray gates = rows(step.create(picked(factRole, facts)), role.value());
        NDArray own = rows(step.create(facts), fact.value());
        return rows(step.create(terms.places()), meaning).mul(gates).add(own);
    }

    private static long[] picked(int[] table, long[] facts) {
        return Arrays.stream(facts).map(each -> table[(int) each]).toArray();
    }

    /**
     * @param places of the batch's facts among the vectors
     */
    private NDArray logits(
            NDManager step, Batch batch, long[] places, NDArray vectors, NDArray items) {
        NDArray visits =
                Torch.sparse(
                        step,
                        batch.values(),
                        new long[][] {batch.rows(), places},
                        new Shape(batch.visits(), vectors.getShape().get(0)));
        return visits.matMul(vectors).matMul(items.transpose()).add(bias.value());
    }

    private static NDArray rows(NDArray indices, NDArray table) {
        return table.getNDArrayInternal().embedding(indices, table, SparseFormat.DENSE).head();
    }

    /**
     * Binary cross-entropy from logits, over candidates only: {@code softplus(x) - x y}, stable for
     * any x.
     */
    private static NDArray loss(NDArray logits, NDArray targets, NDArray candidates) {
        NDArray softPlus = logits.getNDArrayInternal().softPlus();
        return softPlus.sub(logits.mul(targets)).mul(candidates).sum();
    }

    void update(double rate) {
        parameters.forEach(parameter -> parameter.update(rate));
    }

    /**
     * Takes the factors as they are now into their running mean; from then on the mean is what
     * {@link #factors} gives.
     *
     * @param decay weight of the mean so far; less in the first steps, when there is little of it
     */
    void average(double decay) {
        parameters.forEach(parameter -> parameter.average(decay));
    }

    /** Adds tensors and optimizer to what is saved. */
    void save(Map<String, float[]> arrays) {
        parameters.forEach(parameter -> parameter.save(arrays));
    }

    /** Of each parameter's optimizer, in one order. */
    List<Integer> steps() {
        return parameters.stream().map(Parameter::steps).toList();
    }

    int dimension() {
        return dimension;
    }

    Factors factors() {
        Factors factors =
                new Factors(
                        dimension,
                        termWeights.copy(),
                        term.copy(),
                        role.copy(),
                        fact.copy(),
                        itemWeights.copy(),
                        item.copy(),
                        bias.copy());
        SpreadVectors over = graph;
        return over == null ? factors : over.folded(factors);
    }

    @Override
    public void close() {
        manager.close();
    }
}
