package org.consilium.recommend;

import java.util.List;
import org.consilium.clinical.Concept;
import org.consilium.clinical.ItemKind;
import org.consilium.recommend.safety.ItemSafety;

/**
 * One item to consider.
 *
 * @param rank from 1
 * @param probability calibrated chance that it is newly started at such a visit, 0 to 1
 * @param score log odds; {@code bias} plus the sum of all contributions, within 1e-4
 * @param attributions every fact's share, largest magnitude first
 * @param safety what speaks against it, and what of that could not be checked
 */
public record Recommendation(
        int rank,
        ItemKind kind,
        Concept item,
        double probability,
        double score,
        double bias,
        List<Attribution> attributions,
        ItemSafety safety) {
    public Recommendation {
        attributions = List.copyOf(attributions);
    }

    /** With another rank and what the rules say. */
    Recommendation checked(int newRank, ItemSafety found) {
        return new Recommendation(
                newRank, kind, item, probability, score, bias, attributions, found);
    }
}
