package org.consilium.cli;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * Ctrl-C: the command is told at its next step and has time to take back what it began and to close
 * the store. It is a flag, not an interrupt, since an interrupt in the middle of a read would close
 * the store's file. Thread-safe.
 */
final class Cancellation {
    private static final long PATIENCE_SECONDS = 30;

    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile boolean requested;
    private volatile Runnable also = () -> {};

    /** Runs a command; the process does not end on Ctrl-C before it has. */
    int guard(IntSupplier command) {
        Thread hook = new Thread(this::cancelAndWait, "cancel");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            int code = command.getAsInt();
            return requested ? Exit.CANCELLED : code;
        } finally {
            finished.countDown();
            forget(hook);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // it is running, and ends now that the command has
        }
    }

    /** What else ends the command, besides its looking at {@link #check}. */
    void onCancel(Runnable action) {
        also = action;
    }

    void cancel() {
        requested = true;
        also.run();
    }

    void check() {
        if (requested) {
            throw new CancellationException("cancelled");
        }
    }

    private void cancelAndWait() {
        cancel();
        try {
            if (!finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
