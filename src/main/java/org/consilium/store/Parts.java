package org.consilium.store;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Long values, cut: H2 takes at most 1,048,576 bytes in a binary column. */
final class Parts {
    static final int LONGEST = 1_000_000;

    private Parts() {}

    /**
     * @param batch inserts owner, number of the part and its bytes
     */
    static void add(PreparedBatch batch, Object owner, byte[] value) {
        int part = 0;
        for (byte[] bytes : cut(value)) {
            batch.add(owner, part++, bytes);
        }
    }

    static List<byte[]> cut(byte[] value) {
        if (value.length <= LONGEST) {
            return List.of(value);
        }
        List<byte[]> parts = new ArrayList<>();
        for (int from = 0; from < value.length; from += LONGEST) {
            parts.add(Arrays.copyOfRange(value, from, Math.min(from + LONGEST, value.length)));
        }
        return parts;
    }

    static byte[] join(List<byte[]> parts) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        return all.toByteArray();
    }
}
