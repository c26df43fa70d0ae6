package org.consilium.importing.omop;

import java.util.Arrays;

/**
 * Primary keys of a table that were met: bits in blocks of 64 neighbours, because keys are mostly
 * counted up (a quarter of a byte each; scattered ones cost some 30). It remembers up to 4 million
 * blocks, which is 128 MB; what comes later is taken unseen. Not thread-safe.
 */
final class IdSet {
    private static final int SMALLEST = 1 << 8;
    private static final int MOST = 1 << 22;

    private long[] blocks = new long[SMALLEST];
    private long[] members = new long[SMALLEST];
    private int size;

    /** Whether it was not met before. Texts that are no numbers count by a hash of 64 bits. */
    boolean add(String id) {
        long number = number(id);
        long block = number >> 6;
        long bit = 1L << (number & 63);
        int at = slot(blocks, members, block);
        if (members[at] == 0) {
            if (size >= MOST) {
                return true;
            }
            blocks[at] = block;
            members[at] = bit;
            if (++size > blocks.length / 2) {
                grow();
            }
            return true;
        }
        boolean fresh = (members[at] & bit) == 0;
        members[at] |= bit;
        return fresh;
    }

    private void grow() {
        long[] widerBlocks = new long[blocks.length * 2];
        long[] widerMembers = new long[blocks.length * 2];
        for (int i = 0; i < blocks.length; i++) {
            if (members[i] != 0) {
                int at = slot(widerBlocks, widerMembers, blocks[i]);
                widerBlocks[at] = blocks[i];
                widerMembers[at] = members[i];
            }
        }
        blocks = widerBlocks;
        members = widerMembers;
    }

    /** Where a block is or would be: a slot without members is free. */
    private static int slot(long[] blocks, long[] members, long block) {
        long mixed = block * 0x9e3779b97f4a7c15L;
        int at = (int) (mixed >>> 32) & blocks.length - 1;
        while (members[at] != 0 && blocks[at] != block) {
            at = at + 1 & blocks.length - 1;
        }
        return at;
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            long hash = Arrays.hashCode(id.toCharArray());
            return hash << 32 ^ id.chars().asLongStream().reduce(7, (a, c) -> a * 1_000_003 + c);
        }
    }
}
