package org.consilium.importing.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.consilium.job.Progress;

/**
 * Progress in bytes and patients: reading takes the bytes there are, handing the patients over
 * counts as another quarter of them (measured with the store). Thread-safe; its streams are not.
 */
public final class ByteProgress {
    private static final long STEP = 1 << 20;

    /** No more is said than can be seen. */
    private static final int STEPS = 400;

    /** From here on sizes are said in words. */
    private static final long LARGE = 4 << 20;

    private final Progress progress;
    private final long toRead;
    private final MemoryGuard memory = new MemoryGuard();
    private long done;
    private long reported;
    private long checked;
    private int patients;

    /**
     * @param toRead size of all the files in bytes
     */
    public ByteProgress(Progress progress, long toRead) {
        this.progress = progress;
        this.toRead = toRead;
    }

    /** Progress that nobody watches and nobody cancels. */
    public static ByteProgress none() {
        return new ByteProgress(Progress.NONE, 0);
    }

    /** The same bytes, counted as they are read; cancelled, reading throws. */
    public InputStream counting(InputStream bytes, String message) {
        return new FilterInputStream(bytes) {
            @Override
            public int read() throws IOException {
                int next = super.read();
                advance(next < 0 ? 0 : 1, message);
                return next;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                int count = super.read(into, from, length);
                advance(Math.max(0, count), message);
                return count;
            }
        };
    }

    /** Another patient was met. */
    public synchronized void found() {
        patients++;
    }

    public synchronized void handedOver(int patients, int of) {
        progress.checkCancelled();
        progress.report(
                toRead + toRead / 4 * patients / of,
                toRead + toRead / 4,
                "Keeping patient %,d of %,d".formatted(patients, of));
    }

    private synchronized void advance(long bytes, String message) throws RefusedInputException {
        done += bytes;
        progress.checkCancelled();
        if (done - checked >= STEP) {
            checked = done;
            memory.check(done);
        }
        if (done - reported >= Math.max(STEP, toRead / STEPS) || bytes == 0) {
            reported = done;
            long read = Math.min(done, toRead);
            String sizes = "%s, %,d of %,d MB".formatted(message, read >> 20, toRead >> 20);
            String words = toRead < LARGE ? message : sizes;
            progress.report(
                    read,
                    toRead + toRead / 4,
                    patients == 0 ? words : "%s, %,d patients".formatted(words, patients));
        }
    }
}
