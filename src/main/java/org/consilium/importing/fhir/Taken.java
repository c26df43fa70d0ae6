package org.consilium.importing.fhir;

/**
 * What was taken of each resource, by the hash that tells it from all others: 32 to 64 bytes each,
 * since an import has millions. Not thread-safe.
 */
final class Taken {
    private static final int SMALLEST = 1 << 6;

    private long[] keys = new long[SMALLEST];
    private Entry entries = new Entry(SMALLEST);
    private int size;

    /** The columns. */
    private record Entry(int[] versions, int[] slots, int[] contents, int[] marks) {
        Entry(int length) {
            this(new int[length], new int[length], new int[length], new int[length]);
        }

        void copy(int from, Entry into, int to) {
            into.versions[to] = versions[from];
            into.slots[to] = slots[from];
            into.contents[to] = contents[from];
            into.marks[to] = marks[from];
        }
    }

    /** Where a resource is; -1 where it was not met. Until the next {@link #put}. */
    int find(long key) {
        int at = slot(keys, key);
        return keys[at] == 0 ? -1 : at;
    }

    int version(int at) {
        return entries.versions[at];
    }

    /** Number of the patient. */
    int slot(int at) {
        return entries.slots[at];
    }

    /** Hash of what it says. */
    int content(int at) {
        return entries.contents[at];
    }

    /** {@link Corrections#mark} of what was made of it; 0 where that is nothing. */
    int mark(int at) {
        return entries.marks[at];
    }

    void update(int at, int version) {
        entries.versions[at] = version;
    }

    /** Nothing is made of it any more. */
    void clear(int at) {
        entries.marks[at] = 0;
    }

    void put(long key, int version, int slot, int content, int mark) {
        int at = slot(keys, key);
        if (keys[at] == 0) {
            size++;
        }
        keys[at] = key;
        entries.versions[at] = version;
        entries.slots[at] = slot;
        entries.contents[at] = content;
        entries.marks[at] = mark;
        if (size > keys.length / 4 * 3) {
            grow();
        }
    }

    private void grow() {
        long[] larger = new long[keys.length * 2];
        Entry into = new Entry(larger.length);
        for (int i = 0; i < keys.length; i++) {
            if (keys[i] != 0) {
                int at = slot(larger, keys[i]);
                larger[at] = keys[i];
                entries.copy(i, into, at);
            }
        }
        keys = larger;
        entries = into;
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
