package org.consilium.importing.fhir;

import java.io.IOException;
import java.io.InputStream;

/**
 * The lines of a stream, one after the other, each as a stream that ends where the line does: so a
 * line of any length needs no memory, and what is left of a bad one is passed over. Not
 * thread-safe.
 */
final class LineStream extends InputStream {
    private static final int BUFFER = 1 << 16;

    private final InputStream bytes;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;
    private boolean ended = true;
    private long line;

    LineStream(InputStream bytes) {
        this.bytes = bytes;
    }

    /** Goes to the next line, whatever is left of this one; false where there is none. */
    boolean next() throws IOException {
        while (!ended) {
            if (at == end && !fill()) {
                break;
            }
            skipInBuffer();
        }
        if (at == end && !fill()) {
            return false;
        }
        ended = false;
        line++;
        return true;
    }

    /** The number of this line, from 1. */
    long line() {
        return line;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (ended || at == end && !fill()) {
            ended = true;
            return -1;
        }
        int most = Math.min(length, end - at);
        int count = 0;
        while (count < most && buffer[at + count] != '\n') {
            count++;
        }
        System.arraycopy(buffer, at, into, from, count);
        at += count;
        if (count < most) {
            at++;
            ended = true;
        }
        return count == 0 && most > 0 ? -1 : count;
    }

    private void skipInBuffer() {
        while (at < end && !ended) {
            ended = buffer[at++] == '\n';
        }
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, bytes.read(buffer, 0, BUFFER));
        return end > 0;
    }
}
