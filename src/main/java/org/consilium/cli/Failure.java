package org.consilium.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.consilium.clinical.NotFoundException;
import org.consilium.export.ExportException;
import org.consilium.importing.ImportException;
import org.consilium.security.AccessException;

/** What went wrong as one sentence and an exit code. */
record Failure(int exit, String sentence) {
    private static final String OURS = "org.consilium.";

    static Failure of(Throwable failure) {
        return switch (failure) {
            case AccessException e -> new Failure(Exit.ACCESS, told(e));
            case ImportException e -> new Failure(Exit.BAD_INPUT, told(e));
            case ExportException e -> new Failure(Exit.BAD_INPUT, told(e));
            case NotFoundException e -> new Failure(Exit.BAD_INPUT, told(e));
            case IllegalArgumentException e -> new Failure(Exit.BAD_INPUT, told(e));
            case CancellationException e ->
                    new Failure(Exit.CANCELLED, "Cancelled; nothing was changed.");
            case NoSuchFileException e ->
                    new Failure(Exit.BAD_INPUT, "There is no file or folder " + e.getFile() + ".");
            case FileSystemException e ->
                    new Failure(
                            Exit.FAILED,
                            "%s can't be read or written: %s."
                                    .formatted(
                                            e.getFile(),
                                            Objects.requireNonNullElse(
                                                    e.getReason(), "no permission")));
            case UncheckedIOException e -> new Failure(Exit.FAILED, told(e));
            case IOException e -> new Failure(Exit.FAILED, told(e));
            case OutOfMemoryError e ->
                    new Failure(
                            Exit.FAILED,
                            "There is not enough memory: give more with CONSILIUM_OPTS=-Xmx4g.");
            default -> unforeseen(failure);
        };
    }

    /** Our own sentences are meant for people; what a library says might hold a patient's data. */
    private static Failure unforeseen(Throwable failure) {
        return new Failure(
                Exit.FAILED,
                failure.getClass().getName().startsWith(OURS)
                        ? told(failure)
                        : "Something went wrong (%s): try again with --verbose to see what."
                                .formatted(failure.getClass().getSimpleName()));
    }

    private static String told(Throwable failure) {
        return Objects.requireNonNullElse(
                failure.getMessage(),
                "Something went wrong: " + failure.getClass().getSimpleName() + ".");
    }
}
