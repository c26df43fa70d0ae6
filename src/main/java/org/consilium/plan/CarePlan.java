package org.consilium.plan;

import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.consilium.clinical.Decision;
import org.consilium.clinical.Decision.Verdict;
import org.consilium.clinical.StandingDecisions;
import org.consilium.recommend.Item;

/** What was accepted for a patient and not declined or taken back since. */
public final class CarePlan {
    private CarePlan() {}

    /**
     * @param taken all decisions on the patient, in the order they were taken
     * @param at nothing decided for a later time is looked at
     * @return the decision that put each item there, in the order they were taken
     */
    public static List<Decision> of(List<Decision> taken, LocalDateTime at) {
        Map<Item, Decision> plan = new LinkedHashMap<>();
        for (Decision decision : StandingDecisions.of(taken)) {
            if (decision.at().isAfter(at) || decision.verdict() == Verdict.SNOOZED) {
                continue;
            }
            Item item = new Item(decision.kind(), decision.item());
            plan.remove(item);
            if (decision.isWanted()) {
                plan.put(item, decision);
            }
        }
        return List.copyOf(plan.values());
    }
}
