package org.consilium.store;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Imports that have begun and not ended, by the name of their cohort: two into one cohort would
 * each publish what they merged with a state that the other one replaces. Thread-safe.
 */
final class ImportsUnderWay {
    private final Set<String> cohorts = ConcurrentHashMap.newKeySet();

    void begin(String cohort) {
        if (!cohorts.add(cohort)) {
            throw new StoreException(
                    StoreException.Kind.IN_USE,
                    "Another import into this cohort is under way: wait until it has ended, or cancel it.",
                    null);
        }
    }

    void end(String cohort) {
        cohorts.remove(cohort);
    }

    boolean isOne() {
        return cohorts.size() == 1;
    }
}
