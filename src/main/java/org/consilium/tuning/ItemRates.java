package org.consilium.tuning;

/** How often each item is newly started, and each fact known, as a share of visits. */
final class ItemRates {
    /** Visits that the source's rate counts for when local ones are few (MODEL.md: K = 200). */
    private static final double SHRINKAGE = 200;

    private ItemRates() {}

    static float[] of(EncodedVisits visits) {
        float[] rates = counts(visits);
        for (int item = 0; item < rates.length; item++) {
            rates[item] = (rates[item] + .5f) / (visits.size() + 1);
        }
        return rates;
    }

    /** How often each fact is known, as a share of visits. */
    static float[] ofFacts(EncodedVisits visits) {
        float[] rates = new float[visits.factVocabulary().size()];
        for (int[] facts : visits.facts()) {
            for (int fact : facts) {
                rates[fact] += 1f / visits.size();
            }
        }
        return rates;
    }

    /**
     * Local rates drawn towards the source's.
     *
     * @param source rate of each item; 0 where the source never saw it
     */
    static float[] shrunk(float[] source, EncodedVisits visits) {
        float[] rates = counts(visits);
        for (int item = 0; item < rates.length; item++) {
            double prior = Math.max(source[item], .5 / (visits.size() + 1));
            rates[item] = (float) ((rates[item] + SHRINKAGE * prior) / (visits.size() + SHRINKAGE));
        }
        return rates;
    }

    /**
     * A learned bias moved by as much as the log odds of the rate; set to them where the source
     * knew no rate.
     */
    static float[] moved(float[] bias, float[] before, float[] after) {
        float[] moved = bias.clone();
        for (int item = 0; item < bias.length; item++) {
            moved[item] =
                    (float)
                            (before[item] > 0
                                    ? bias[item] + logOdds(after[item]) - logOdds(before[item])
                                    : logOdds(after[item]));
        }
        return moved;
    }

    static float[] logOdds(float[] rates) {
        float[] bias = new float[rates.length];
        for (int item = 0; item < bias.length; item++) {
            bias[item] = (float) logOdds(rates[item]);
        }
        return bias;
    }

    private static float[] counts(EncodedVisits visits) {
        float[] counts = new float[visits.itemVocabulary().size()];
        for (int[] targets : visits.targets()) {
            for (int item : targets) {
                counts[item]++;
            }
        }
        return counts;
    }

    private static double logOdds(double rate) {
        return Math.log(rate / (1 - rate));
    }
}
