package org.consilium.ui.common;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/**
 * How far a view model is with what it shows.
 *
 * @param <T> what it shows once loaded
 */
public sealed interface ViewState<T> {
    /** Nothing was asked for yet, or the person cancelled. */
    record Idle<T>() implements ViewState<T> {}

    /** At work. */
    record Running<T>() implements ViewState<T> {}

    /** Done. */
    record Loaded<T>(T value) implements ViewState<T> {}

    /**
     * Could not be done.
     *
     * @param sentence what happened and what to do, for a person
     */
    record Failed<T>(String sentence) implements ViewState<T> {}

    /** The state after a job has failed: idle where it was the person who cancelled it. */
    static <T> ViewState<T> after(Throwable failure) {
        Throwable cause = cause(failure);
        return cause instanceof CancellationException
                ? new Idle<>()
                : new Failed<>(sentence(cause));
    }

    /**
     * One sentence for a person; what is not meant for one (our own messages are) is not repeated.
     */
    static String sentence(Throwable failure) {
        Throwable cause = cause(failure);
        String message = cause.getMessage();
        boolean forPeople =
                cause.getClass().getName().startsWith("org.consilium.")
                        || cause instanceof IllegalArgumentException
                        || cause instanceof UncheckedIOException
                        || cause instanceof IOException;
        return forPeople && message != null && !message.isBlank()
                ? message
                : "This did not work (%s). Try again; if it happens again, see the log."
                        .formatted(cause.getClass().getSimpleName());
    }

    private static Throwable cause(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }
}
