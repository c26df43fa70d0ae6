package org.consilium.tuning;

import java.util.Arrays;
import java.util.Map;

/** Rankers that know too much or nothing. */
public final class TestRankers {
    private TestRankers() {}

    /** The same scores for every visit. */
    public static Ranker fixed(float... scores) {
        return named("fixed", (facts, out) -> System.arraycopy(scores, 0, out, 0, scores.length));
    }

    /** Everything ties. */
    public static Ranker constant() {
        return named("constant", (facts, out) -> Arrays.fill(out, 0));
    }

    /** Gives the item of the table 1 where the visit has the fact, and 0 elsewhere. */
    public static Ranker rule(Map<Integer, Integer> itemOfFact) {
        return named(
                "rule",
                (facts, out) -> {
                    Arrays.fill(out, 0);
                    for (int fact : facts) {
                        Integer item = itemOfFact.get(fact);
                        if (item != null) {
                            out[item] = 1;
                        }
                    }
                });
    }

    private interface Scoring {
        void score(int[] facts, float[] scores);
    }

    private static Ranker named(String name, Scoring scoring) {
        return new Ranker() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void score(int[] facts, float[] scores) {
                scoring.score(facts, scores);
            }
        };
    }
}
