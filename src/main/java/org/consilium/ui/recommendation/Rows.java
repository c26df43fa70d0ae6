package org.consilium.ui.recommendation;

import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.ObservableList;
import org.consilium.clinical.ItemKind;
import org.consilium.plan.Earlier;
import org.consilium.plan.ReviewService.Review;
import org.consilium.recommend.Recommendation;
import org.jspecify.annotations.Nullable;

/** Lists of rows. */
final class Rows {
    private Rows() {}

    static List<RecommendationRow> of(Review review, List<Recommendation> items) {
        return items.stream().map(item -> row(item, review.of(item))).toList();
    }

    private static RecommendationRow row(Recommendation item, Earlier earlier) {
        DecisionState state =
                switch (earlier) {
                    case Earlier.None none -> DecisionState.OPEN;
                    case Earlier.Here(var decision) -> new DecisionState.Decided(decision);
                    case Earlier.Aside(var decision, var change) ->
                            new DecisionState.Decided(decision);
                    case Earlier.Back back -> DecisionState.OPEN;
                };
        return new RecommendationRow(item, state, earlier, "");
    }

    static List<RecommendationRow> ofKind(List<RecommendationRow> rows, @Nullable ItemKind kind) {
        return rows.stream()
                .filter(row -> kind == null || row.recommendation().kind() == kind)
                .toList();
    }

    static List<RecommendationRow> replaced(
            List<RecommendationRow> rows, Recommendation item, DecisionState now) {
        return rows.stream()
                .map(row -> row.recommendation().equals(item) ? row.with(now) : row)
                .toList();
    }

    /** Those that are on their way to the disk, or did not get there. */
    static List<RecommendationRow> unsettled(List<List<RecommendationRow>> lists) {
        return lists.stream()
                .flatMap(List::stream)
                .filter(row ->
                        row.state() instanceof DecisionState.Saving
                                || row.state() instanceof DecisionState.NotSaved)
                .toList();
    }

    /** With the states of those that were unsettled, but for one. */
    static List<RecommendationRow> keeping(
            List<RecommendationRow> rows, List<RecommendationRow> unsettled, Recommendation but) {
        return rows.stream()
                .map(row ->
                        unsettled.stream()
                                .filter(other ->
                                        other.isSameItem(row)
                                                && !other.recommendation().equals(but))
                                .findFirst()
                                .map(other -> row.with(other.state()))
                                .orElse(row))
                .toList();
    }

    /** Changes only what is different, so that lists keep their place. */
    static void show(List<RecommendationRow> now, ObservableList<RecommendationRow> shown) {
        boolean same =
                now.size() == shown.size()
                        && IntStream.range(0, now.size())
                                .allMatch(i -> now.get(i).isSameItem(shown.get(i)));
        if (!same) {
            shown.setAll(now);
            return;
        }
        for (int i = 0; i < now.size(); i++) {
            if (!shown.get(i).equals(now.get(i))) {
                shown.set(i, now.get(i));
            }
        }
    }
}
