package org.consilium.store;

import java.nio.ByteBuffer;

/**
 * Reads what {@link PackedOutput} wrote; anything else makes it fail with one of several runtime
 * exceptions. Not thread-safe.
 */
final class PackedInput {
    private static final int PLACES = (1 << PackedOutput.PLACES_BITS) - 1;
    private final ByteBuffer bytes;

    PackedInput(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    long number() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = bytes.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number has no end");
    }

    int count() {
        return Math.toIntExact(number());
    }

    long signed() {
        return unzigzag(number());
    }

    private static long unzigzag(long value) {
        return (value >>> 1) ^ -(value & 1);
    }

    double amount() {
        long number = number();
        if (number == PackedOutput.RAW) {
            return Double.longBitsToDouble(fixed());
        }
        int places = (int) (number & PLACES) - 1;
        return unzigzag(number >>> PackedOutput.PLACES_BITS) / PackedOutput.POWERS[places];
    }

    long fixed() {
        return bytes.getLong();
    }

    byte[] bytes(int length) {
        byte[] some = new byte[length];
        bytes.get(some);
        return some;
    }
}
