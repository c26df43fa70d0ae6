package org.consilium.importing.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much a packed file may still unpack to. What is read again (a look at the beginning, a
 * preview, the import) counts once. Thread-safe; its streams are not.
 */
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

    /** A part of what is packed, which may be opened more than once. Thread-safe. */
    final class Share {
        private final AtomicLong furthest = new AtomicLong();

        /** The same bytes, until there are too many of them; damaged, it says so in words. */
        InputStream guard(InputStream content) {
            return new Guarded(content, this);
        }

        private void reached(long position) throws RefusedInputException {
            long before = furthest.getAndAccumulate(position, Math::max);
            if (position > before) {
                spend(position - before);
            }
        }
    }

    /** The refusal of what can't be unpacked. */
    RefusedInputException damaged() {
        return new RefusedInputException(name + " is damaged: it can't be unpacked to its end.");
    }

    private void spend(long bytes) throws RefusedInputException {
        if (unpacked.addAndGet(bytes) > most) {
            throw new RefusedInputException(
                    "%s unpacks to far more than its size allows for records (over %,d MB): it is not read."
                            .formatted(name, most >> 20));
        }
    }

    private final class Guarded extends FilterInputStream {
        private final Share share;
        private long position;

        Guarded(InputStream content, Share share) {
            super(content);
            this.share = share;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int count;
            try {
                count = super.read(into, from, length);
            } catch (RefusedInputException e) {
                throw e;
            } catch (IOException e) {
                throw damaged();
            }
            if (count > 0) {
                position += count;
                share.reached(position);
            }
            return count;
        }
    }
}
