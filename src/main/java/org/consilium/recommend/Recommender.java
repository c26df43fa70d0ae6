package org.consilium.recommend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.consilium.clinical.ItemKind;
import org.consilium.meaning.Ingredients;
import org.consilium.recommend.safety.ItemSafety;

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
        List<FactOccurrence> known = new ArrayList<>();
        int[] indices =
                visit.facts().stream()
                        .flatMapToInt(occurrence -> {
                            OptionalInt index =
                                    KnownFacts.indexOf(model.facts(), occurrence.fact());
                            index.ifPresent(i -> known.add(occurrence));
                            return index.stream();
                        })
                        .toArray();
        float[][] shares = model.contributions(indices);
        double[] scores = scores(model, shares);
        ActiveDrugs drugs = new ActiveDrugs(ingredients, visit.active());
        int[] best =
                IntStream.range(0, scores.length)
                        .filter(i -> isCandidate(model.items().get(i), visit, kinds))
                        .filter(i -> !drugs.covers(model.items().get(i)))
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> -scores[i]))
                        .filter(i -> drugs.isFirst(model.items().get(i)))
                        .limit(top)
                        .mapToInt(Integer::intValue)
                        .toArray();
        List<Recommendation> recommendations = new ArrayList<>(best.length);
        for (int i : best) {
            recommendations.add(
                    recommendation(model, i, scores[i], recommendations.size() + 1, known, shares));
        }
        return recommendations;
    }

    private boolean isCandidate(Item item, Visit visit, Set<ItemKind> kinds) {
        return (kinds.isEmpty() || kinds.contains(item.kind()))
                && !visit.active().contains(item)
                && !routine.contains(item);
    }

    private static double[] scores(EvidenceModel model, float[][] shares) {
        double[] scores = new double[model.items().size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = model.bias(i);
        }
        for (float[] row : shares) {
            for (int i = 0; i < scores.length; i++) {
                scores[i] += row[i];
            }
        }
        return scores;
    }

    private static Recommendation recommendation(
            EvidenceModel model,
            int index,
            double score,
            int rank,
            List<FactOccurrence> known,
            float[][] shares) {
        Item item = model.items().get(index);
        List<Attribution> attributions = new ArrayList<>(known.size());
        for (int k = 0; k < known.size(); k++) {
            FactOccurrence occurrence = known.get(k);
            Fact fact = occurrence.fact();
            String value =
                    occurrence.value() == null && !fact.level().isEmpty()
                            ? fact.level()
                            : occurrence.value();
            attributions.add(
                    new Attribution(
                            fact.concept(),
                            fact.role(),
                            occurrence.when(),
                            value,
                            shares[k][index]));
        }
        attributions.sort(Comparator.comparingDouble(a -> -Math.abs(a.contribution())));
        return new Recommendation(
                rank,
                item.kind(),
                item.concept(),
                model.calibration().probability(score),
                score,
                model.bias(index),
                attributions,
                ItemSafety.NOTHING);
    }
}
