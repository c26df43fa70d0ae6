package org.consilium.importing;

/** A set of hashes in 11 to 21 bytes each: millions of them are kept. Not thread-safe. */
public final class LongSet {
    private static final int SMALLEST = 1 << 6;

    private long[] slots = new long[SMALLEST];
    private int size;

    /** The hash of a text (64 bits of FNV-1a, mixed); never 0. */
    public static long hash(CharSequence text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash ^= hash >>> 32;
        hash *= 0x9e3779b97f4a7c15L;
        hash ^= hash >>> 29;
        return hash == 0 ? 1 : hash;
    }

    /** Whether it was not in the set before. */
    public boolean add(long hash) {
        if (!put(slots, hash)) {
            return false;
        }
        size++;
        if (size > slots.length / 4 * 3) {
            grow();
        }
        return true;
    }

    public boolean contains(long hash) {
        int at = (int) hash & slots.length - 1;
        while (slots[at] != 0 && slots[at] != hash) {
            at = at + 1 & slots.length - 1;
        }
        return hash != 0 && slots[at] == hash;
    }

    private void grow() {
        long[] larger = new long[slots.length * 2];
        for (long hash : slots) {
            if (hash != 0) {
                put(larger, hash);
            }
        }
        slots = larger;
    }

    private static boolean put(long[] into, long hash) {
        int at = (int) hash & into.length - 1;
        while (into[at] != 0) {
            if (into[at] == hash) {
                return false;
            }
            at = at + 1 & into.length - 1;
        }
        into[at] = hash;
        return true;
    }
}
