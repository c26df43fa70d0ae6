package org.consilium.tuning;

import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.consilium.recommend.ConceptMapping;
import org.consilium.recommend.KnownConcepts;
import org.consilium.tuning.factor.Terms;

/**
 * Which recorded concepts a model has a meaning for, as it is shown them. Immutable and
 * thread-safe.
 */
public final class ModelKnowledge {
    private final String model;
    private final KnownConcepts known;
    private final ConceptMapping mapping;

    private ModelKnowledge(String model, KnownConcepts known, ConceptMapping mapping) {
        this.model = model;
        this.known = known;
        this.mapping = mapping;
    }

    /**
     * What a model of these terms knows.
     *
     * @param mapping how records are shown to models
     */
    public static ModelKnowledge of(String model, Terms terms, ConceptMapping mapping) {
        return new ModelKnowledge(
                model,
                new KnownConcepts(terms.facts(), terms.items()),
                mapping.towards(terms.facts(), terms.items()));
    }

    public String model() {
        return model;
    }

    /**
     * Whether the concept, recorded so, is a fact the model reasons from, or one it can suggest.
     */
    public boolean knows(EventKind kind, Concept concept) {
        return known.knows(kind, mapping.of(kind, concept));
    }

    /** Whether the model can suggest it. */
    public boolean suggests(EventKind kind, Concept concept) {
        return known.suggests(kind, mapping.of(kind, concept));
    }
}
