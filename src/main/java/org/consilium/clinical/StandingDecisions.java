package org.consilium.clinical;

import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consilium.clinical.Decision.Verdict;

/**
 * What stands of decisions once those that were taken back are gone. Taking back takes back the
 * latest decision that still stands on the item at that time, so that what stood before it stands
 * again.
 */
public final class StandingDecisions {
    private StandingDecisions() {}

    private record Asked(
            long cohort, String patient, LocalDateTime at, ItemKind kind, Concept item) {
        static Asked of(Decision decision) {
            return new Asked(
                    decision.cohortId(),
                    decision.patientId(),
                    decision.at(),
                    decision.kind(),
                    decision.item());
        }
    }

    /**
     * @param taken in the order they were taken
     * @return in the same order, without those taken back and without the taking back itself
     */
    public static List<Decision> notTakenBack(List<Decision> taken) {
        List<Decision> left = new ArrayList<>();
        Map<Asked, Deque<Integer>> stacks = new HashMap<>();
        boolean[] gone = new boolean[taken.size()];
        for (int i = 0; i < taken.size(); i++) {
            Deque<Integer> stack =
                    stacks.computeIfAbsent(Asked.of(taken.get(i)), each -> new ArrayDeque<>());
            if (taken.get(i).verdict() != Verdict.UNDONE) {
                stack.push(i);
                continue;
            }
            gone[i] = true;
            if (!stack.isEmpty()) {
                gone[stack.pop()] = true;
            }
        }
        for (int i = 0; i < taken.size(); i++) {
            if (!gone[i]) {
                left.add(taken.get(i));
            }
        }
        return left;
    }

    /**
     * @param taken in the order they were taken
     * @return the last that stands on an item at each time, in the order they were taken
     */
    public static List<Decision> of(List<Decision> taken) {
        Map<Asked, Decision> last = new LinkedHashMap<>();
        for (Decision decision : notTakenBack(taken)) {
            last.remove(Asked.of(decision));
            last.put(Asked.of(decision), decision);
        }
        return List.copyOf(last.values());
    }

    /**
     * What stands on an item at a time, or, where nobody has decided then, what was decided last
     * for an earlier time.
     *
     * @param standing what stands, in the order it was taken
     * @param at decisions for later times are not looked at
     */
    public static Optional<Decision> on(
            List<Decision> standing, ItemKind kind, Concept item, LocalDateTime at) {
        Decision latest = null;
        for (Decision decision : standing) {
            boolean same = decision.kind() == kind && decision.item().equals(item);
            if (same
                    && !decision.at().isAfter(at)
                    && (latest == null || !decision.at().isBefore(latest.at()))) {
                latest = decision;
            }
        }
        return Optional.ofNullable(latest);
    }
}
