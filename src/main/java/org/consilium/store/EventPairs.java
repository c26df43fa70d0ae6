package org.consilium.store;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Value;
import org.jspecify.annotations.Nullable;

/**
 * Which events of two records are the same one. An event is known by its kind, concept, start,
 * encounter and, if an observation, value (what an allergy does may become known later); of n alike
 * ones each has one partner at most. Equal ones find each other first, whatever the order, so that
 * a part of a record never moves the rest of it. Takes time in proportion to the events, whatever
 * they are.
 */
final class EventPairs {
    private static final int NOBODY = -1;

    private EventPairs() {}

    /**
     * @return for each fresh event the index of the stored one that it is, or a negative number
     */
    static int[] partners(List<ClinicalEvent> stored, List<ClinicalEvent> fresh) {
        int[] partners = new int[fresh.size()];
        Arrays.fill(partners, NOBODY);
        boolean[] taken = new boolean[stored.size()];
        pair(
                new Chains<ClinicalEvent>(stored.size()),
                each -> each,
                stored,
                fresh,
                partners,
                taken);
        pair(new Chains<Identity>(stored.size()), Identity::of, stored, fresh, partners, taken);
        return partners;
    }

    /** What two events have in common that are the same one. */
    @FunctionalInterface
    private interface Key<K> {
        K of(ClinicalEvent event);
    }

    private static <K> void pair(
            Chains<K> chains,
            Key<K> key,
            List<ClinicalEvent> stored,
            List<ClinicalEvent> fresh,
            int[] partners,
            boolean[] taken) {
        for (int i = stored.size() - 1; i >= 0; i--) {
            if (!taken[i]) {
                chains.add(key.of(stored.get(i)), i);
            }
        }
        for (int i = 0; i < partners.length; i++) {
            if (partners[i] == NOBODY) {
                partners[i] = chains.take(key.of(fresh.get(i)));
                if (partners[i] != NOBODY) {
                    taken[partners[i]] = true;
                }
            }
        }
    }

    /** Stored events by key, the one added last first. */
    private static final class Chains<K> {
        private final Map<K, Integer> first = new HashMap<>();
        private final int[] next;

        private Chains(int size) {
            next = new int[size];
        }

        private void add(K key, int index) {
            Integer behind = first.put(key, index);
            next[index] = behind == null ? NOBODY : behind;
        }

        private int take(K key) {
            Integer index = first.get(key);
            if (index == null) {
                return NOBODY;
            }
            if (next[index] == NOBODY) {
                first.remove(key);
            } else {
                first.put(key, next[index]);
            }
            return index;
        }
    }

    /** What makes an event this one and no other. */
    private record Identity(
            EventKind kind,
            Concept concept,
            LocalDateTime start,
            @Nullable String encounter,
            @Nullable Value value) {

        private static Identity of(ClinicalEvent event) {
            Value value = event.kind() == EventKind.OBSERVATION ? event.value() : null;
            return new Identity(
                    event.kind(),
                    event.concept(),
                    event.start(),
                    event.encounterId(),
                    value instanceof Value.Quantity quantity
                            ? new Value.Quantity(quantity.amount(), quantity.unit())
                            : value);
        }
    }
}
