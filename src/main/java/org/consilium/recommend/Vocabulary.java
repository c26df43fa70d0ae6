package org.consilium.recommend;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Numbers for things, in a fixed order. Immutable and thread-safe.
 *
 * @param <T> facts or items
 */
public final class Vocabulary<T> {
    private final List<T> entries;
    private final Map<T, Integer> indices;

    public Vocabulary(List<T> entries) {
        this.entries = List.copyOf(entries);
        this.indices = HashMap.newHashMap(entries.size());
        for (T entry : this.entries) {
            if (indices.put(entry, indices.size()) != null) {
                throw new IllegalArgumentException("an entry stands twice in a vocabulary");
            }
        }
    }

    public int size() {
        return entries.size();
    }

    public T get(int index) {
        return entries.get(index);
    }

    public List<T> entries() {
        return entries;
    }

    public OptionalInt indexOf(T entry) {
        Integer index = indices.get(entry);
        return index == null ? OptionalInt.empty() : OptionalInt.of(index);
    }
}
