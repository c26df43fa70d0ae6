package org.consilium.recommend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.consilium.clinical.ItemKind;
import org.consilium.meaning.Ingredients;

/** Scores a visit with a model and says why. Immutable and thread-safe. */
public final class Recommender {
    private final RoutineItems routine;
    private final Ingredients ingredients;

    /**
     * @param routine items that are never advice
     * @param ingredients tell which medicines are the same drug
     */
    public Recommender(RoutineItems routine, Ingredients ingredients) {
        this.routine = routine;
        this.ingredients = ingredients;
    }

    /**
     * The items to consider, best first: known to the model, clinical, not active. Of several
     * products of one drug the best-scored one stands for it, with the attributions that are its
     * own; a drug whose ingredients are all taken already is none. Nothing is checked for safety:
     * {@link SafetyLane} does that.
     *
     * @param kinds kinds wanted; empty for all
     */
    public List<Recommendation> recommend(
            EvidenceModel model, Visit visit, int top, Set<ItemKind> kinds) {
        Scoring scoring = new Scoring(model, visit);
        int[] best = best(scoring, visit, kinds, top);
        List<Recommendation> recommendations = new ArrayList<>(best.length);
        for (int i : best) {
            recommendations.add(scoring.of(i, recommendations.size() + 1));
        }
        return recommendations;
    }

    /** Indices of the items to consider, best first. */
    int[] best(Scoring scoring, Visit visit, Set<ItemKind> kinds, int top) {
        EvidenceModel model = scoring.model();
        ActiveDrugs drugs = new ActiveDrugs(ingredients, visit.active());
        return IntStream.range(0, scoring.size())
                .filter(i -> isCandidate(model.items().get(i), visit, kinds))
                .filter(i -> !drugs.covers(model.items().get(i)))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -scoring.score(i)))
                .filter(i -> drugs.isFirst(model.items().get(i)))
                .limit(top)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /**
     * Where one item stands among all that could be recommended, whether or not it is one of them.
     *
     * @return empty where the model does not know it
     */
    public Optional<Place> place(EvidenceModel model, Visit visit, Item item) {
        OptionalInt known = model.items().indexOf(item);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        int index = known.getAsInt();
        Scoring scoring = new Scoring(model, visit);
        int[] best = best(scoring, visit, Set.of(), Integer.MAX_VALUE);
        int better = 0;
        boolean among = false;
        for (int candidate : best) {
            among |= candidate == index;
            better += scoring.score(candidate) > scoring.score(index) ? 1 : 0;
        }
        return Optional.of(
                new Place(
                        among ? Place.Why.RANKED : reason(item, visit),
                        scoring.of(index, better + 1),
                        best.length,
                        MissingInputs.of(scoring, visit, index)));
    }

    private Place.Why reason(Item item, Visit visit) {
        if (routine.contains(item)) {
            return Place.Why.ROUTINE;
        }
        return visit.active().contains(item)
                        || new ActiveDrugs(ingredients, visit.active()).covers(item)
                ? Place.Why.TAKEN
                : Place.Why.SAME_DRUG;
    }

    private boolean isCandidate(Item item, Visit visit, Set<ItemKind> kinds) {
        return (kinds.isEmpty() || kinds.contains(item.kind()))
                && !visit.active().contains(item)
                && !routine.contains(item);
    }
}
