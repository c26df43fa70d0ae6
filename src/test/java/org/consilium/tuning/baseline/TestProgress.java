package org.consilium.tuning.baseline;

import java.util.concurrent.CancellationException;
import org.consilium.job.Progress;

/** Progress of a job that is no longer wanted. */
final class TestProgress {
    static final Progress CANCELLED =
            new Progress() {
                @Override
                public void report(long done, long total, String message) {}

                @Override
                public void checkCancelled() {
                    throw new CancellationException();
                }
            };

    private TestProgress() {}
}
