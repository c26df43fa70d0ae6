package org.consilium.importing.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * All members of a gzip file (RFC 1952, section 2.2) one after another. The JDK takes a damaged
 * member after the first for the end; here that is an error, since rows would be missing without a
 * word.
 */
final class Gunzip extends GZIPInputStream {
    private static final int BUFFER = 1 << 16;
    private static final int TRAILER = 8;

    private Gunzip(InputStream packed) throws IOException {
        super(packed, BUFFER);
    }

    /** Unpacked within a share of a budget; damaged, reading throws the budget's refusal. */
    static InputStream open(InputStream packed, UnpackBudget budget, UnpackBudget.Share share)
            throws IOException {
        try {
            return share.guard(new Gunzip(new Peeking(packed)));
        } catch (RefusedInputException e) {
            packed.close();
            throw e;
        } catch (IOException e) {
            packed.close();
            throw budget.damaged();
        }
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int count = super.read(into, from, length);
        if (count < 0 && (inf.getRemaining() > TRAILER || in.read() >= 0)) {
            throw new ZipException("something follows the last member");
        }
        return count;
    }

    /** Says truly whether more comes, which is how the JDK decides to look for another member. */
    private static final class Peeking extends PushbackInputStream {
        Peeking(InputStream packed) {
            super(packed, 1);
        }

        @Override
        public int available() throws IOException {
            int next = read();
            if (next < 0) {
                return 0;
            }
            unread(next);
            return Math.max(1, super.available());
        }
    }
}
