package org.consilium.recommend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.consilium.recommend.safety.ItemSafety;

/**
 * One visit scored with one model: every item's score and every fact's share of it. Immutable once
 * made.
 */
final class Scoring {
    private final EvidenceModel model;
    private final List<FactOccurrence> known = new ArrayList<>();
    private final int[] indices;
    private final float[][] shares;
    private final double[] scores;

    Scoring(EvidenceModel model, Visit visit) {
        this.model = model;
        indices =
                visit.facts().stream()
                        .flatMapToInt(occurrence -> {
                            OptionalInt index =
                                    KnownFacts.indexOf(model.facts(), occurrence.fact());
                            index.ifPresent(i -> known.add(occurrence));
                            return index.stream();
                        })
                        .toArray();
        shares = model.contributions(indices);
        scores = scores();
    }

    private double[] scores() {
        double[] all = new double[model.items().size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = model.bias(i);
        }
        for (float[] row : shares) {
            for (int i = 0; i < all.length; i++) {
                all[i] += row[i];
            }
        }
        return all;
    }

    EvidenceModel model() {
        return model;
    }

    /** Indices of the facts that the model knows. */
    int[] known() {
        return indices.clone();
    }

    int size() {
        return scores.length;
    }

    /** What the k-th known fact adds to an item's score. */
    double share(int k, int item) {
        return shares[k][item];
    }

    double score(int item) {
        return scores[item];
    }

    /** The item with every fact's share; nothing is checked for safety. */
    Recommendation of(int index, int rank) {
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
                model.calibration().probability(scores[index]),
                scores[index],
                model.bias(index),
                attributions,
                ItemSafety.NOTHING);
    }
}
