package org.consilium.tuning.baseline;

import java.util.Arrays;
import org.consilium.recommend.Fact;
import org.consilium.recommend.Role;
import org.consilium.recommend.Vocabulary;
import org.consilium.tuning.EncodedVisits;
import org.consilium.tuning.Ranker;

/**
 * Popularity given conditions: what visits with the same conditions started. The score is the mean,
 * over the visit's conditions c (roles condition now and active), of
 *
 * <pre>P(i | c) = (visits with c that started i + m P(i)) / (visits with c + m)</pre>
 *
 * with P(i) the popularity of i and m the weight of that prior in visits (Dirichlet smoothing: Zhai
 * and Lafferty, ACM TOIS 22(2) (2004)). A mean and not the product of naive Bayes, because
 * conditions of one patient are far from independent and a product counts the same evidence again
 * with each of them. Without a condition it is popularity. Immutable and thread-safe.
 */
public final class PopularityGivenConditions implements Ranker {
    private static final float[] NOT_A_CONDITION = {};

    private final float[] popularity;
    private final float[][] given;

    private PopularityGivenConditions(float[] popularity, float[][] given) {
        this.popularity = popularity;
        this.given = given;
    }

    /**
     * @param priorVisits weight m of popularity, above 0: a condition seen in m visits counts half
     */
    public record Options(double priorVisits) {
        public static final Options DEFAULT = new Options(5);

        public Options {
            if (!(priorVisits > 0)) {
                throw new IllegalArgumentException("the weight of the prior must be above 0");
            }
        }
    }

    public static PopularityGivenConditions fit(EncodedVisits train, Options options) {
        float[] popularity = new float[train.itemVocabulary().size()];
        Popularity.fit(train).score(new int[0], popularity);
        Counts counts = Counts.of(train);
        Vocabulary<Fact> facts = train.factVocabulary();
        float[][] given = new float[facts.size()][];
        for (int fact = 0; fact < given.length; fact++) {
            given[fact] =
                    isCondition(facts.get(fact).role())
                            ? smoothed(counts, fact, popularity, options.priorVisits())
                            : NOT_A_CONDITION;
        }
        return new PopularityGivenConditions(popularity, given);
    }

    @Override
    public String name() {
        return "popularity-given-conditions";
    }

    @Override
    public void score(int[] facts, float[] scores) {
        Arrays.fill(scores, 0);
        int conditions = 0;
        for (int fact : facts) {
            conditions += given[fact].length > 0 ? 1 : 0;
            FactRows.add(given[fact], scores);
        }
        if (conditions == 0) {
            System.arraycopy(popularity, 0, scores, 0, popularity.length);
            return;
        }
        for (int item = 0; item < scores.length; item++) {
            scores[item] /= conditions;
        }
    }

    private static boolean isCondition(Role role) {
        return role == Role.CONDITION_NOW || role == Role.CONDITION_ACTIVE;
    }

    private static float[] smoothed(Counts counts, int fact, float[] popularity, double prior) {
        float[] row = new float[popularity.length];
        for (int item = 0; item < row.length; item++) {
            row[item] =
                    (float)
                            ((counts.together()[fact][item] + prior * popularity[item])
                                    / (counts.facts()[fact] + prior));
        }
        return row;
    }
}
