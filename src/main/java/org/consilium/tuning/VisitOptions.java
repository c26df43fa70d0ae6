package org.consilium.tuning;

import org.consilium.recommend.ConceptMapping;
import org.consilium.tuning.task.TaskScope;

/**
 * Which visits are gathered, and how their concepts are read.
 *
 * @param mostVisits index visits a patient at most, drawn at random, so that a few people with
 *     hundreds of visits (dialysis) don't outweigh everybody else
 * @param seed of the drawing
 * @param mapping of the recorded concepts
 * @param ages of the patients at the index visits
 * @param scope which visits and items a task is about
 */
public record VisitOptions(
        int mostVisits, long seed, ConceptMapping mapping, Ages ages, TaskScope scope) {

    /** Of all ages, with the concepts as they are recorded. */
    public static VisitOptions asRecorded(int mostVisits, long seed) {
        return new VisitOptions(mostVisits, seed, ConceptMapping.none(), Ages.ALL, TaskScope.ALL);
    }

    /** The same with the concepts read in another way. */
    public VisitOptions with(ConceptMapping other) {
        return new VisitOptions(mostVisits, seed, other, ages, scope);
    }

    /** The same of other ages. */
    public VisitOptions of(Ages others) {
        return new VisitOptions(mostVisits, seed, mapping, others, scope);
    }

    /** The same of another task. */
    VisitOptions of(TaskScope other) {
        return new VisitOptions(mostVisits, seed, mapping, ages, other);
    }
}
