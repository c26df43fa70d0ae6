package org.consilium.recommend;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;

/**
 * Results that a model reasons from and the record lacks: each is put in as a result of this visit,
 * at every value the model knows, and the item is scored again.
 */
final class MissingInputs {
    private static final int MOST = 5;

    /** What changes the odds by less than a quarter is left out: exp(.22) = 1.25. */
    private static final double LEAST_SPREAD = .22;

    private MissingInputs() {}

    static List<MissingInput> of(Scoring scoring, Visit visit, int item) {
        Set<Concept> recorded = recorded(visit);
        int[] known = scoring.known();
        int[] more = Arrays.copyOf(known, known.length + 1);
        Map<Concept, MissingInput> missing = new HashMap<>();
        List<Fact> facts = scoring.model().facts().entries();
        for (int fact = 0; fact < facts.size(); fact++) {
            Concept concept = facts.get(fact).concept();
            if (facts.get(fact).role() == Role.OBSERVATION_NOW
                    && concept.system().equals(CodeSystem.LOINC)
                    && !recorded.contains(concept)) {
                more[known.length] = fact;
                double moved = scoring.model().score(more, item) - scoring.score(item);
                missing.merge(
                        concept,
                        new MissingInput(concept, moved, moved),
                        (a, b) ->
                                new MissingInput(
                                        concept,
                                        Math.min(a.least(), b.least()),
                                        Math.max(a.most(), b.most())));
            }
        }
        return missing.values().stream()
                .filter(input -> input.spread() >= LEAST_SPREAD)
                .sorted(
                        Comparator.comparingDouble((MissingInput input) -> -input.spread())
                                .thenComparing(input -> input.concept().code()))
                .limit(MOST)
                .toList();
    }

    private static Set<Concept> recorded(Visit visit) {
        Set<Concept> recorded = new HashSet<>();
        for (FactOccurrence known : visit.facts()) {
            Role role = known.fact().role();
            if (role == Role.OBSERVATION_NOW
                    || role == Role.OBSERVATION_PAST_30D
                    || role == Role.OBSERVATION_PAST_180D
                    || role == Role.OBSERVATION_PAST_2Y) {
                recorded.add(known.fact().concept());
            }
        }
        return recorded;
    }
}
