package org.consilium.job;

/**
 * A piece of long work. It reports through {@link Progress}, checks for cancellation often, and
 * leaves nothing half done when it is cancelled or fails.
 *
 * @param <T> what it makes
 */
@FunctionalInterface
public interface Job<T> {
    T run(Progress progress) throws Exception;
}
