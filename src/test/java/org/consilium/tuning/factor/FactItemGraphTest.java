package org.consilium.tuning.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.consilium.tuning.EncodedVisits;
import org.consilium.tuning.TestVisits;
import org.junit.jupiter.api.Test;

class FactItemGraphTest {
    /** Fact 0 meets item 0 three times and item 1 once, fact 1 item 1 once, fact 2 nothing. */
    private static final EncodedVisits VISITS =
            TestVisits.with(3, 2)
                    .visit(0, new int[] {0}, 0)
                    .visit(1, new int[] {0}, 0)
                    .visit(2, new int[] {0, 1}, 1)
                    .visit(3, new int[] {0}, 0)
                    .visit(4, new int[] {2})
                    .encoded();

    @Test
    void anEdgeCountsVisitsAndIsNormalisedByBothSides() {
        FactItemGraph graph = FactItemGraph.of(VISITS);

        assertThat(graph.facts()).containsExactly(0, 0, 1);
        assertThat(graph.items()).containsExactly(0, 1, 1);
        // 3 / sqrt(4 x 3), 1 / sqrt(4 x 2), 1 / sqrt(1 x 2)
        assertThat(graph.weights())
                .containsExactly(new float[] {.8660254f, .3535534f, .7071068f}, within(1e-6f));
    }

    @Test
    void aLayerTakesFromTheOtherSideAndLayersAreAveraged() {
        FactItemGraph.Vectors start =
                new FactItemGraph.Vectors(new float[] {1, 0, 6}, new float[] {0, 0});

        FactItemGraph.Vectors one = FactItemGraph.of(VISITS).propagated(start, 1, 1);
        FactItemGraph.Vectors two = FactItemGraph.of(VISITS).propagated(start, 1, 2);

        assertThat(one.facts()).containsExactly(new float[] {.5f, 0, 3}, within(1e-6f));
        assertThat(one.items())
                .containsExactly(new float[] {.8660254f / 2, .3535534f / 2}, within(1e-6f));
        // after two layers fact 1 hears of fact 0 by way of item 1: .3535 x .7071
        assertThat(two.facts())
                .containsExactly(new float[] {(1 + .875f) / 3, .25f / 3, 2}, within(1e-6f));
    }

    @Test
    void whatTheGraphAddsIsTakenUpByTheVectors() {
        Terms terms = terms();
        Factors factors = Factors.random(terms, 2, new float[2], 1);
        TrainingOptions options = TrainingOptions.fromScratch(1).with(2, 0);

        Factors whole =
                GraphPropagation.of(terms, VISITS, factors, options.fresh()).folded(factors);
        Factors changes = GraphPropagation.of(terms, VISITS, factors, options).folded(factors);

        FactItemGraph.Vectors spread =
                FactItemGraph.of(VISITS)
                        .propagated(
                                new FactItemGraph.Vectors(
                                        factors.factVectors(terms), factors.itemVectors(terms)),
                                2,
                                2);
        assertThat(whole.factVectors(terms)).containsExactly(spread.facts(), within(1e-5f));
        assertThat(whole.itemVectors(terms)).containsExactly(spread.items(), within(1e-5f));
        // nothing was learned yet, so that the model scores as it did
        assertThat(changes.evidence(terms)).containsExactly(factors.evidence(terms), within(1e-5f));
    }

    private static Terms terms() {
        return Terms.of(
                VISITS.factVocabulary(),
                VISITS.itemVocabulary(),
                texts -> {
                    float[] rows = new float[texts.size() * Terms.TEXT];
                    Arrays.fill(rows, .05f);
                    return rows;
                });
    }
}
