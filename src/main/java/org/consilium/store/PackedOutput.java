package org.consilium.store;

import java.io.ByteArrayOutputStream;

/**
 * Small numbers in few bytes: LEB128, signed ones in zigzag order first. A decimal number of up to
 * six places is kept as mantissa and places, any other number as its 64 bits (IEEE 754). Not
 * thread-safe.
 */
final class PackedOutput {
    /** Written in place of mantissa and places, before the 64 bits. */
    static final int RAW = 0;

    static final int PLACES_BITS = 3;
    static final double[] POWERS = {1, 10, 100, 1e3, 1e4, 1e5, 1e6};
    private static final double LARGEST = 1L << 53;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);

    void number(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }

    void signed(long value) {
        number(zigzag(value));
    }

    private static long zigzag(long value) {
        return (value << 1) ^ (value >> 63);
    }

    void amount(double amount) {
        for (int places = 0; places < POWERS.length; places++) {
            double mantissa = Math.rint(amount * POWERS[places]);
            if (Math.abs(mantissa) < LARGEST && same(mantissa / POWERS[places], amount)) {
                number(zigzag((long) mantissa) << PLACES_BITS | (places + 1));
                return;
            }
        }
        number(RAW);
        fixed(Double.doubleToRawLongBits(amount));
    }

    /** Told apart by their bits: -0.0 is another amount than 0.0, which a mantissa can't tell. */
    private static boolean same(double decimal, double amount) {
        return Double.doubleToLongBits(decimal + 0.0) == Double.doubleToLongBits(amount);
    }

    void fixed(long bits) {
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            bytes.write((int) (bits >>> shift));
        }
    }

    void bytes(byte[] more) {
        bytes.writeBytes(more);
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }
}
