package org.consilium.ui.recommendation;

import java.util.stream.Collectors;
import org.consilium.plan.Earlier;
import org.consilium.recommend.Recommendation;
import org.consilium.recommend.safety.ItemSafety;

/**
 * One line of the list: a recommendation and what has become of it.
 *
 * @param earlier what decisions of before make of it
 * @param moved how it stands to what it was before changes were supposed; empty without any
 */
public record RecommendationRow(
        Recommendation recommendation, DecisionState state, Earlier earlier, String moved) {
    private static final int REASONS = 3;

    String name() {
        return Wording.name(recommendation.item());
    }

    String wording() {
        return "Consider " + name();
    }

    String percent() {
        return Wording.percent(recommendation.probability());
    }

    /** The strongest facts that speak for it, in one line. */
    String reasons() {
        return recommendation.attributions().stream()
                .filter(fact -> fact.contribution() > 0)
                .limit(REASONS)
                .map(FactWords::label)
                .collect(Collectors.joining(" \u00b7 "));
    }

    /** Empty while nobody has decided. */
    String stateWords() {
        if (!moved.isEmpty()) {
            return moved;
        }
        return switch (state) {
            case DecisionState.Open open ->
                    earlier instanceof Earlier.Back back ? EarlierWords.back(back) : "";
            case DecisionState.Saving saving -> "Saving";
            case DecisionState.NotSaved notSaved -> "Not recorded";
            case DecisionState.Decided(var decision) ->
                    earlier instanceof Earlier.Aside
                            ? EarlierWords.aside(decision)
                            : EarlierWords.verdict(decision);
        };
    }

    /** What a screen reader says. */
    String spoken() {
        String state = stateWords().isEmpty() ? "undecided" : stateWords();
        String against = SafetyWords.inFull(safety());
        if (isWithheld()) {
            return "Withheld: %s. %s; %s".formatted(name(), against, state);
        }
        String said = "%s, %s, because of %s; %s".formatted(wording(), percent(), reasons(), state);
        return against.isEmpty() ? said : said + ". " + against;
    }

    ItemSafety safety() {
        return recommendation.safety();
    }

    boolean isWithheld() {
        return safety().isContraindicated();
    }

    boolean isSameItem(RecommendationRow other) {
        return recommendation.equals(other.recommendation);
    }

    boolean isOfTheSameItem(RecommendationRow other) {
        return recommendation.kind() == other.recommendation.kind()
                && recommendation.item().equals(other.recommendation.item());
    }

    RecommendationRow moved(String how) {
        return new RecommendationRow(recommendation, state, earlier, how);
    }

    /** Whether it is not pushed again. */
    boolean isAside() {
        return earlier instanceof Earlier.Aside;
    }

    RecommendationRow with(DecisionState changed) {
        return new RecommendationRow(recommendation, changed, earlier, moved);
    }
}
