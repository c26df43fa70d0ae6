package org.consilium.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.consilium.clinical.Decision;
import org.consilium.clinical.Decision.DeclineReason;
import org.consilium.clinical.StandingDecisions;
import org.consilium.recommend.Item;
import org.consilium.recommend.Recommendation;
import org.consilium.recommend.RecommendationList;
import org.consilium.recommend.RecommendationRequest;
import org.consilium.recommend.RecommendationService;
import org.consilium.recommend.safety.SafetyFinding;

/**
 * Recommendations in the light of what was decided before: what was declined is not pushed again
 * unless its reasons change materially. Thread-safe.
 */
public final class ReviewService {
    /**
     * How long something accepted is not recommended again: a start within 180 days is no new one
     * for the models, either (MODEL.md, "Target").
     */
    public static final int IN_PLAN_DAYS = 180;

    private final Explaining explaining;

    /** Where the explanation of one item comes from. */
    @FunctionalInterface
    public interface Explaining {
        /** Empty where the model does not know the item. */
        Optional<Recommendation> explain(RecommendationRequest request, Item item);
    }

    public ReviewService(Explaining explaining) {
        this.explaining = explaining;
    }

    public static ReviewService of(RecommendationService recommendations) {
        return new ReviewService(
                (request, item) -> recommendations.place(request, item).map(place -> place.item()));
    }

    /**
     * @param earlier by item of the list
     * @param standing what stands of all decisions on the patient up to the list's time, in the
     *     order they were taken
     */
    public record Review(
            RecommendationList list, Map<Item, Earlier> earlier, List<Decision> standing) {
        public Review {
            earlier = Map.copyOf(earlier);
            standing = List.copyOf(standing);
        }

        public Earlier of(Recommendation item) {
            return earlier.getOrDefault(new Item(item.kind(), item.item()), new Earlier.None());
        }
    }

    /**
     * @param taken all decisions on the patient, in the order they were taken
     */
    public Review review(long cohortId, RecommendationList list, List<Decision> taken) {
        List<Decision> standing =
                StandingDecisions.of(taken).stream()
                        .filter(decision -> !decision.at().isAfter(list.at()))
                        .toList();
        Map<Item, Earlier> earlier = new LinkedHashMap<>();
        List<Recommendation> all = new ArrayList<>(list.items());
        all.addAll(list.withheld());
        for (Recommendation item : all) {
            StandingDecisions.on(standing, item.kind(), item.item(), list.at())
                    .ifPresent(decision ->
                            earlier.put(
                                    new Item(item.kind(), item.item()),
                                    of(cohortId, list, item, decision)));
        }
        return new Review(list, earlier, standing);
    }

    private Earlier of(
            long cohortId, RecommendationList list, Recommendation item, Decision decision) {
        if (decision.at().equals(list.at())) {
            return new Earlier.Here(decision);
        }
        LocalDate day = list.at().toLocalDate();
        return switch (decision.verdict()) {
            case ACCEPTED, MODIFIED ->
                    list.at().isBefore(decision.at().plusDays(IN_PLAN_DAYS))
                            ? new Earlier.Aside(decision, null)
                            : new Earlier.Back(decision, null, false);
            case SNOOZED ->
                    decision.until() != null && day.isBefore(decision.until())
                            ? new Earlier.Aside(decision, null)
                            : new Earlier.Back(decision, null, false);
            case DECLINED -> declined(cohortId, list, item, decision);
            case UNDONE -> new Earlier.None();
        };
    }

    private Earlier declined(
            long cohortId, RecommendationList list, Recommendation item, Decision decision) {
        Optional<ChangedReasons> change =
                seen(cohortId, list, decision).map(then -> ChangedReasons.between(then, item));
        boolean lifted = safetyLifted(item, decision);
        if (lifted || change.map(ChangedReasons::isMaterial).orElse(false)) {
            return new Earlier.Back(decision, change.orElse(null), lifted);
        }
        return new Earlier.Aside(decision, change.orElse(null));
    }

    /**
     * As it was seen; where another model was served then, as this model would have had it, since
     * shares of different models can't be compared.
     */
    private Optional<Explanation.Seen> seen(
            long cohortId, RecommendationList list, Decision decision) {
        if (decision.model().equals(list.model())) {
            return Explanation.read(decision.explanation());
        }
        RecommendationRequest then =
                new RecommendationRequest(
                        cohortId, list.patient(), decision.at(), 1, Set.of(), list.model());
        return explaining
                .explain(then, new Item(decision.kind(), decision.item()))
                .map(item ->
                        new Explanation.Seen(
                                list.model(), item.probability(), item.attributions()));
    }

    private static boolean safetyLifted(Recommendation item, Decision decision) {
        return decision.reason() == DeclineReason.CONTRAINDICATED
                && !decision.alerts().isEmpty()
                && item.safety().findings().stream()
                        .map(SafetyFinding::rule)
                        .noneMatch(decision.alerts()::contains);
    }
}
