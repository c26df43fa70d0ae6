package org.consilium.importing.source;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipException;

/** How much a packed file may still unpack to. Thread-safe; its streams are not. */
final class UnpackBudget {
    private final String name;
    private final long most;
    private final AtomicLong unpacked = new AtomicLong();

    /**
     * @param name of the packed file, for messages
     * @param most bytes
     */
    UnpackBudget(String name, long most) {
        this.name = name;
        this.most = most;
    }

    /** The same bytes, until there are too many of them. */
    InputStream guard(InputStream content) {
        return new FilterInputStream(content) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                try {
                    int count = super.read(into, from, length);
                    spend(Math.max(0, count));
                    return count;
                } catch (ZipException | EOFException e) {
                    throw new RefusedInputException(
                            name + " is damaged: it can't be unpacked to its end.");
                }
            }
        };
    }

    private void spend(int bytes) throws RefusedInputException {
        if (unpacked.addAndGet(bytes) > most) {
            throw new RefusedInputException(
                    "%s unpacks to far more than its size allows for records (over %,d MB): it is not read."
                            .formatted(name, most >> 20));
        }
    }
}
