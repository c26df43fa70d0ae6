package org.consilium.tuning;

import org.consilium.recommend.ConceptMapping;

/**
 * Which visits are gathered, and how their concepts are read.
 *
 * @param mostVisits index visits a patient at most, drawn at random, so that a few people with
 *     hundreds of visits (dialysis) don't outweigh everybody else
 * @param seed of the drawing
 * @param mapping of the recorded concepts
 * @param ages of the patients at the index visits
 */
public record VisitOptions(int mostVisits, long seed, ConceptMapping mapping, Ages ages) {

    /** Of all ages, with the concepts as they are recorded. */
    public static VisitOptions asRecorded(int mostVisits, long seed) {
        return new VisitOptions(mostVisits, seed, ConceptMapping.none(), Ages.ALL);
    }

    /** The same with the concepts read in another way. */
    public VisitOptions with(ConceptMapping other) {
        return new VisitOptions(mostVisits, seed, other, ages);
    }

    /** The same of other ages. */
    public VisitOptions of(Ages others) {
        return new VisitOptions(mostVisits, seed, mapping, others);
    }
}
