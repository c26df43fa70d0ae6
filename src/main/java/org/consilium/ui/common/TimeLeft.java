package org.consilium.ui.common;

import java.util.function.LongSupplier;

/**
 * How long a job will still take, guessed from how long its part took that is done. Not
 * thread-safe.
 */
public final class TimeLeft {
    /** Guesses from less than this are not worth showing. */
    private static final double LEAST_SECONDS = 2;

    private static final double LEAST_FRACTION = 0.01;

    private final LongSupplier nanoTime;
    private final long begun;

    /**
     * @param nanoTime a clock that only runs forward, in nanoseconds
     */
    public TimeLeft(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.begun = nanoTime.getAsLong();
    }

    /**
     * @param fraction done, from 0 to 1; negative where it is not known
     * @return words for a person; empty while nothing can be said
     */
    public String words(double fraction) {
        double seconds = (nanoTime.getAsLong() - begun) / 1e9;
        if (seconds < LEAST_SECONDS || fraction < LEAST_FRACTION || fraction >= 1) {
            return "";
        }
        double left = seconds * (1 - fraction) / fraction;
        if (left < 10) {
            return "a few seconds left";
        }
        if (left < 90) {
            return "about %d seconds left".formatted(Math.round(left / 10) * 10);
        }
        long minutes = Math.round(left / 60);
        return minutes < 100
                ? "about %s left".formatted(Counted.of(minutes, "minute"))
                : "about %s left".formatted(Counted.of(Math.round(left / 3600), "hour"));
    }
}
