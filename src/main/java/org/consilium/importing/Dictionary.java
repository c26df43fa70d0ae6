package org.consilium.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Values that come again and again, by a small number each. The first of several equal ones is the
 * one that is kept. Not thread-safe.
 */
final class Dictionary<T> {
    /** A node of the map, the number, a place in the list and a small object. */
    private static final int ENTRY = 120;

    private final Map<T, Integer> numbers = new HashMap<>();
    private final List<T> values = new ArrayList<>();
    private long weight;

    /** The number of a value, from 0. */
    int number(T value) {
        Integer known = numbers.putIfAbsent(value, values.size());
        if (known != null) {
            return known;
        }
        values.add(value);
        weight += ENTRY + (value instanceof String text ? text.length() : 0);
        return values.size() - 1;
    }

    /** Bytes of memory, roughly. */
    long weight() {
        return weight;
    }

    T value(int number) {
        return values.get(number);
    }

    boolean contains(T value) {
        return numbers.containsKey(value);
    }
}
