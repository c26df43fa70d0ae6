package org.consilium.job;

import java.util.function.LongSupplier;

/**
 * How long work will still take, if the rest goes as fast as what is done. It starts again with
 * each new total. Not thread-safe.
 */
public final class TimeLeft {
    /** Guesses from less than this are not worth showing. */
    private static final double LEAST_SECONDS = 2;

    private static final double LEAST_FRACTION = .01;

    private final LongSupplier nanoTime;
    private long begun;
    private long lastTotal = -1;
    private long lastDone;
    private long firstDone;

    /**
     * @param nanoTime a clock that only runs forward, in nanoseconds
     */
    public TimeLeft(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** "about 20 seconds left"; empty while nothing can be said. */
    public String words(long done, long total) {
        if (total != lastTotal || done < lastDone) {
            begun = nanoTime.getAsLong();
            lastTotal = total;
            firstDone = done;
        }
        lastDone = done;
        double seconds = (nanoTime.getAsLong() - begun) / 1e9;
        double fraction = (double) (done - firstDone) / total;
        if (total <= 0 || seconds < LEAST_SECONDS || fraction < LEAST_FRACTION || done >= total) {
            return "";
        }
        return rounded(seconds * (total - done) / (done - firstDone));
    }

    private static String rounded(double seconds) {
        if (seconds < 10) {
            return "a few seconds left";
        }
        if (seconds < 90) {
            return "about %d seconds left".formatted(Math.round(seconds / 10) * 10);
        }
        long minutes = Math.round(seconds / 60);
        return minutes < 100
                ? "about %d minutes left".formatted(minutes)
                : "about %d hours left".formatted(Math.round(seconds / 3600));
    }
}
