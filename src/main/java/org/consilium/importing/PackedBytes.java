package org.consilium.importing;

import java.util.Arrays;

/**
 * Bytes that are first written, then read once from the start: variable-length integers (LEB128,
 * signed ones folded by zigzag) and doubles that cost two or three bytes where they are short
 * decimals. Not thread-safe.
 */
final class PackedBytes {
    private static final int MAX_DECIMALS = 6;
    private static final int RAW = 7;
    private static final double[] POWERS = {1, 10, 100, 1e3, 1e4, 1e5, 1e6};
    private static final double LARGEST = 1L << 50;

    private byte[] bytes = new byte[32];
    private int length;
    private int at;

    void writeByte(int value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, length + (length >> 1));
        }
        bytes[length++] = (byte) value;
    }

    int readByte() {
        return bytes[at++] & 0xff;
    }

    /** Bytes of memory, roughly. */
    int weight() {
        return bytes.length;
    }

    boolean hasMore() {
        return at < length;
    }

    void writeInt(int value) {
        writeUnsigned(value);
    }

    int readInt() {
        return (int) readUnsigned();
    }

    void writeSigned(long value) {
        writeUnsigned(value << 1 ^ value >> 63);
    }

    long readSigned() {
        long folded = readUnsigned();
        return folded >>> 1 ^ -(folded & 1);
    }

    /** As unscaled value and scale where dividing them gives the same double back, else as bits. */
    void writeDouble(double value) {
        for (int decimals = 0; decimals <= MAX_DECIMALS; decimals++) {
            double scaled = Math.rint(value * POWERS[decimals]);
            if (Math.abs(scaled) < LARGEST && same(scaled / POWERS[decimals], value)) {
                writeSigned((long) scaled << 3 | decimals);
                return;
            }
        }
        writeSigned(RAW);
        writeSigned(Double.doubleToLongBits(value));
    }

    double readDouble() {
        long coded = readSigned();
        int decimals = (int) (coded & 7);
        return decimals == RAW
                ? Double.longBitsToDouble(readSigned())
                : (coded >> 3) / POWERS[decimals];
    }

    private static boolean same(double a, double b) {
        return Double.doubleToLongBits(a) == Double.doubleToLongBits(b);
    }

    private void writeUnsigned(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            writeByte((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        writeByte((int) rest);
    }

    private long readUnsigned() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            int next = readByte();
            value |= (long) (next & 0x7f) << shift;
            if (next < 0x80) {
                return value;
            }
        }
    }
}
