package org.consilium.cli;

import java.util.function.LongSupplier;

/**
 * How long work will still take, if the rest goes as fast as what is done. It starts again with
 * each new total. Not thread-safe.
 */
final class TimeLeft {
    private static final double LEAST_SECONDS = 2;
    private static final double LEAST_FRACTION = .02;

    private final LongSupplier nanoTime;
    private long begun;
    private long lastTotal = -1;
    private long lastDone;
    private long firstDone;

    TimeLeft(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** ", about 20 s left"; empty while nothing can be said. */
    String words(long done, long total) {
        if (total != lastTotal || done < lastDone) {
            begun = nanoTime.getAsLong();
            lastTotal = total;
            firstDone = done;
        }
        lastDone = done;
        double seconds = (nanoTime.getAsLong() - begun) / 1e9;
        double progress = (double) (done - firstDone) / total;
        if (seconds < LEAST_SECONDS || progress < LEAST_FRACTION || done >= total) {
            return "";
        }
        double left = seconds * (total - done) / (done - firstDone);
        return left < 90
                ? ", about %d s left".formatted(Math.max(1, Math.round(left)))
                : ", about %d min left".formatted(Math.round(left / 60));
    }
}
