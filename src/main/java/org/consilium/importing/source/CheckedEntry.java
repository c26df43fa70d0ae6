package org.consilium.importing.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipException;

/**
 * The content of an archive's entry, compared at its end with the checksum that the archive has of
 * it (APPNOTE.TXT, section 4.4.7), which the library does not do.
 */
final class CheckedEntry extends CheckedInputStream {
    private final long expected;

    /**
     * @param expected CRC-32; negative where the archive has none
     */
    CheckedEntry(InputStream content, long expected) {
        super(content, new CRC32());
        this.expected = expected;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        checkAtEnd(next);
        return next;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int count = super.read(into, from, length);
        checkAtEnd(count);
        return count;
    }

    private void checkAtEnd(int read) throws ZipException {
        if (read < 0 && expected >= 0 && getChecksum().getValue() != expected) {
            throw new ZipException("not what was packed");
        }
    }
}
