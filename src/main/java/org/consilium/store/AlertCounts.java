package org.consilium.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consilium.clinical.AlertUse;
import org.consilium.clinical.Decision;
import org.consilium.clinical.Decision.Verdict;
import org.consilium.clinical.StandingDecisions;

/** How decisions that were taken with an alert on screen speak of its rule. */
final class AlertCounts {
    private AlertCounts() {}

    /**
     * @param decisions with alerts, in the order they were taken; one that was taken back or put
     *     off says nothing of a rule
     * @return by rule
     */
    static List<AlertUse> of(List<Decision> decisions) {
        Map<String, AlertUse> uses = new HashMap<>();
        for (Decision decision : said(decisions)) {
            for (String rule : decision.alerts()) {
                uses.merge(
                        rule,
                        new AlertUse(rule, 1, decision.isWanted() ? 1 : 0),
                        (a, b) ->
                                new AlertUse(
                                        rule,
                                        a.shown() + b.shown(),
                                        a.overridden() + b.overridden()));
            }
        }
        return uses.values().stream().sorted(Comparator.comparing(AlertUse::rule)).toList();
    }

    private static List<Decision> said(List<Decision> decisions) {
        List<Decision> said = new ArrayList<>(StandingDecisions.notTakenBack(decisions));
        said.removeIf(decision -> decision.verdict() == Verdict.SNOOZED);
        return said;
    }
}
