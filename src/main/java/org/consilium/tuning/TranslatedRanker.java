package org.consilium.tuning;

import java.util.Arrays;
import org.consilium.recommend.Calibration;
import org.consilium.recommend.EvidenceModel;
import org.consilium.recommend.KnownFacts;

/**
 * A model as it is served, on visits over other vocabularies: facts that it does not know, not even
 * without their level, say nothing to it.
 */
final class TranslatedRanker implements ProbableRanker {
    /** Items that the model can't recommend come last, with a probability of 0. */
    private static final float UNKNOWN = Float.NEGATIVE_INFINITY;

    private final EvidenceModel model;
    private final int[] factMap;
    private final int[] itemMap;

    TranslatedRanker(EvidenceModel model, EncodedVisits visits) {
        this.model = model;
        this.factMap =
                visits.factVocabulary().entries().stream()
                        .mapToInt(fact -> KnownFacts.indexOf(model.facts(), fact).orElse(-1))
                        .toArray();
        this.itemMap =
                visits.itemVocabulary().entries().stream()
                        .mapToInt(item -> model.items().indexOf(item).orElse(-1))
                        .toArray();
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public Calibration calibration() {
        return model.calibration();
    }

    @Override
    public void score(int[] facts, float[] scores) {
        int[] known = Arrays.stream(facts).map(fact -> factMap[fact]).filter(f -> f >= 0).toArray();
        float[] own = new float[model.items().size()];
        model.score(known, own);
        for (int item = 0; item < scores.length; item++) {
            scores[item] = itemMap[item] < 0 ? UNKNOWN : own[itemMap[item]];
        }
    }
}
