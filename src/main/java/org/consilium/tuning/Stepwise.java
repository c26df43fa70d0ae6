package org.consilium.tuning;

import org.consilium.job.Progress;

/**
 * Progress of work in equal steps, each of which reports its own: what is watched sees one total
 * from beginning to end, so that the time left can be told. Not thread-safe.
 */
final class Stepwise implements Progress {
    private static final long UNITS = 1_000;

    private final Progress watched;
    private final int steps;
    private int done;
    private String doing = "";

    Stepwise(Progress watched, int steps) {
        this.watched = watched;
        this.steps = steps;
    }

    /** Begins a step. */
    void begin(String what) {
        checkCancelled();
        doing = what;
        report(0, 1, "");
    }

    /** Ends the step that was begun last. */
    void end() {
        done++;
    }

    /** How far the step is; its message gives way to the step's own. */
    @Override
    public void report(long part, long total, String message) {
        long units = total > 0 ? Math.clamp(UNITS * part / total, 0, UNITS) : 0;
        watched.report(done * UNITS + units, steps * UNITS, doing);
    }

    @Override
    public void checkCancelled() {
        watched.checkCancelled();
    }
}
