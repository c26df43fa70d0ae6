package org.consilium.ui.recommendation;

import java.util.ArrayList;
import java.util.List;
import org.consilium.clinical.ItemKind;
import org.jspecify.annotations.Nullable;

/** Which recommendations are worth a person's eyes: the probable ones, not too many. */
final class Shortlist {
    /** Shown at most, of all kinds or of one. */
    static final int MOST = 20;

    /** Shown even when they are improbable. */
    static final int FEWEST = 5;

    static final double IMPROBABLE = .01;

    private Shortlist() {}

    /**
     * @param all best first
     * @param kind the kind wanted; null for all
     */
    static List<RecommendationRow> of(List<RecommendationRow> all, @Nullable ItemKind kind) {
        List<RecommendationRow> some = new ArrayList<>();
        for (RecommendationRow row : all) {
            boolean wanted = kind == null || row.recommendation().kind() == kind;
            boolean probable = row.recommendation().probability() >= IMPROBABLE;
            if (wanted && some.size() < (probable ? MOST : FEWEST)) {
                some.add(row);
            }
        }
        return some;
    }
}
