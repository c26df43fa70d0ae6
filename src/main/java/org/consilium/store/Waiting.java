package org.consilium.store;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * Waits for the store's own threads. An interrupt of the caller never reaches them, because Java
 * closes a file under an interrupted thread, and H2 with it; it is kept for the caller.
 */
final class Waiting {
    private Waiting() {}

    static <T> T uninterruptibly(Future<T> future) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw Failures.translate(e.getCause() == null ? e : e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
