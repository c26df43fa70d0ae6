package org.consilium.importing.fhir;

import org.consilium.importing.LongSet;

/** Numbers by hashes ({@link LongSet#hash}), in 22 to 43 bytes each. Not thread-safe. */
final class LongMap {
    /** What is found where there is nothing. */
    static final long NONE = Long.MIN_VALUE;

    private static final int SMALLEST = 1 << 6;

    private long[] keys = new long[SMALLEST];
    private long[] values = new long[SMALLEST];
    private int size;

    /** The value of a key, or {@link #NONE}. */
    long get(long key) {
        int at = slot(keys, key);
        return keys[at] == 0 ? NONE : values[at];
    }

    void put(long key, long value) {
        int at = slot(keys, key);
        if (keys[at] == 0) {
            size++;
        }
        keys[at] = key;
        values[at] = value;
        if (size > keys.length / 4 * 3) {
            grow();
        }
    }

    private void grow() {
        long[] largerKeys = new long[keys.length * 2];
        long[] largerValues = new long[keys.length * 2];
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0) {
                int at = slot(largerKeys, keys[i]);
                largerKeys[at] = keys[i];
                largerValues[at] = values[i];
            }
        }
        keys = largerKeys;
        values = largerValues;
    }

    /** Where a key is, or would be. */
    private static int slot(long[] in, long key) {
        int at = (int) key & in.length - 1;
        while (in[at] != 0 && in[at] != key) {
            at = at + 1 & in.length - 1;
        }
        return at;
    }
}
