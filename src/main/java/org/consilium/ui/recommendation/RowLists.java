package org.consilium.ui.recommendation;

import java.util.List;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.consilium.clinical.Decision;
import org.consilium.clinical.ItemKind;
import org.consilium.plan.CarePlan;
import org.consilium.plan.ReviewService.Review;
import org.consilium.recommend.Recommendation;
import org.consilium.recommend.RecommendationList;
import org.jspecify.annotations.Nullable;

/** Everything that was recommended and decided, and what of it is shown. For the UI thread only. */
final class RowLists {
    private final ObservableList<RecommendationRow> rows = FXCollections.observableArrayList();
    private final ObservableList<RecommendationRow> readOnlyRows =
            FXCollections.unmodifiableObservableList(rows);
    private final ObservableList<RecommendationRow> withheldRows =
            FXCollections.observableArrayList();
    private final ObservableList<RecommendationRow> readOnlyWithheld =
            FXCollections.unmodifiableObservableList(withheldRows);
    private final ObservableList<RecommendationRow> asideRows = FXCollections.observableArrayList();
    private final ObservableList<RecommendationRow> readOnlyAside =
            FXCollections.unmodifiableObservableList(asideRows);
    private final ObservableList<Decision> plan = FXCollections.observableArrayList();
    private final ObservableList<Decision> readOnlyPlan =
            FXCollections.unmodifiableObservableList(plan);
    private List<RecommendationRow> all = List.of();
    private List<RecommendationRow> aside = List.of();
    private List<RecommendationRow> withheld = List.of();
    private List<Decision> taken = List.of();

    ObservableList<RecommendationRow> rows() {
        return readOnlyRows;
    }

    ObservableList<RecommendationRow> withheld() {
        return readOnlyWithheld;
    }

    ObservableList<RecommendationRow> aside() {
        return readOnlyAside;
    }

    ObservableList<Decision> plan() {
        return readOnlyPlan;
    }

    /** All decisions on the patient, in the order they were taken. */
    List<Decision> taken() {
        return taken;
    }

    int count(@Nullable ItemKind kind) {
        return Shortlist.of(all, kind).size();
    }

    void clear() {
        all = List.of();
        aside = List.of();
        withheld = List.of();
    }

    /**
     * @param before the list on the record as it is; null where nothing is supposed
     */
    void take(Review review, List<Decision> decisions, @Nullable RecommendationList before) {
        taken = decisions;
        List<RecommendationRow> ranked = Moves.of(Rows.of(review, review.list().items()), before);
        all = ranked.stream().filter(row -> !row.isAside()).toList();
        aside = ranked.stream().filter(RecommendationRow::isAside).toList();
        withheld = Moves.of(Rows.of(review, review.list().withheld()), before);
        plan.setAll(CarePlan.of(taken, review.list().at()));
    }

    /** The same once one decision is on disk; others may still be on their way there. */
    void settle(Review review, List<Decision> decisions, Recommendation item) {
        List<RecommendationRow> were = Rows.unsettled(List.of(all, aside, withheld));
        take(review, decisions, null);
        all = Rows.keeping(all, were, item);
        aside = Rows.keeping(aside, were, item);
        withheld = Rows.keeping(withheld, were, item);
    }

    void replace(Recommendation item, DecisionState now) {
        all = Rows.replaced(all, item, now);
        aside = Rows.replaced(aside, item, now);
        withheld = Rows.replaced(withheld, item, now);
    }

    boolean shows(RecommendationRow row) {
        return rows.contains(row) || withheldRows.contains(row) || asideRows.contains(row);
    }

    /** The row of the same item that is shown; null without one. */
    @Nullable RecommendationRow like(RecommendationRow row) {
        return Stream.of(rows, withheldRows, asideRows)
                .flatMap(List::stream)
                .filter(row::isOfTheSameItem)
                .findFirst()
                .orElse(null);
    }

    /**
     * Shows what there is of a kind.
     *
     * @return the row of the same item as before, else the first; null without any
     */
    @Nullable RecommendationRow refresh(
            @Nullable ItemKind kind, @Nullable RecommendationRow before) {
        Rows.show(Shortlist.of(all, kind), rows);
        Rows.show(Rows.ofKind(withheld, kind), withheldRows);
        Rows.show(Rows.ofKind(aside, kind), asideRows);
        RecommendationRow same = before == null ? null : like(before);
        return same != null
                ? same
                : Stream.concat(rows.stream(), withheldRows.stream()).findFirst().orElse(null);
    }
}
