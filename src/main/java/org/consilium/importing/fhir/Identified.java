package org.consilium.importing.fhir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.consilium.importing.LongSet;
import org.jspecify.annotations.Nullable;

/**
 * Resources by their identifiers, which are kept as hashes of 64 bits: 22 to 43 bytes each, and 4
 * or 8 a resource. An identifier that several have leads nowhere. Not thread-safe.
 */
final class Identified<T> {
    private final LongMap numbers = new LongMap();
    private final List<T> values = new ArrayList<>();

    /** Those that have an identifier together, by its hash. */
    private final Map<Long, Set<T>> shared = new HashMap<>();

    /**
     * @param identifiers as {@link References#byIdentifier} has them
     */
    void add(List<String> identifiers, T value) {
        if (identifiers.isEmpty()) {
            return;
        }
        if (values.isEmpty() || !Objects.equals(values.getLast(), value)) {
            values.add(value);
        }
        for (String identifier : identifiers) {
            long key = LongSet.hash(identifier);
            long before = numbers.get(key);
            if (before == LongMap.NONE) {
                numbers.put(key, values.size() - 1L);
            } else if (!values.get((int) before).equals(value)) {
                shared.computeIfAbsent(
                                key, first -> new HashSet<>(Set.of(values.get((int) before))))
                        .add(value);
            }
        }
    }

    /** The only one that has it; null where none or several have. */
    @Nullable T find(String identifier) {
        long key = LongSet.hash(identifier);
        long number = numbers.get(key);
        return number == LongMap.NONE || shared.containsKey(key) ? null : values.get((int) number);
    }

    /** How many have it. */
    int having(String identifier) {
        long key = LongSet.hash(identifier);
        Set<T> several = shared.get(key);
        int one = numbers.get(key) == LongMap.NONE ? 0 : 1;
        return several == null ? one : several.size();
    }

    /** How many resources there are. */
    int size() {
        return values.size();
    }
}
