package org.consilium.job;

import java.util.concurrent.CancellationException;

/**
 * How a {@link Job} tells how far it is and learns that it is no longer wanted. Implementations are
 * thread-safe.
 */
public interface Progress {

    /** Progress that nobody watches and nobody cancels. */
    Progress NONE =
            new Progress() {
                @Override
                public void report(long done, long total, String message) {}

                @Override
                public void checkCancelled() {}
            };

    /**
     * @param done units finished so far
     * @param total units in all, or -1 where that is not known
     * @param message what is being done, for a person; never a patient's data
     */
    void report(long done, long total, String message);

    /**
     * @throws CancellationException when the work is no longer wanted
     */
    void checkCancelled();
}
