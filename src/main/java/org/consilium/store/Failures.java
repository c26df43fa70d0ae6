package org.consilium.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.stream.Stream;
import org.consilium.store.StoreException.Kind;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * From what H2 says to what a person reads. H2 and Jdbi put statements with their values into their
 * messages, so of a cause only its class, code and stack are kept.
 */
final class Failures {
    private static final int DEEPEST = 8;

    private Failures() {}

    /** The failure as a person reads it; what is not of the store comes back as it is. */
    static RuntimeException translate(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StoreException known) {
                return known;
            }
        }
        if (isOfTheStore(failure)) {
            return told(failure);
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException plain
                ? plain
                : new StoreException(Kind.FAILED, FAILED, bare(failure, 0));
    }

    private static final String FAILED =
            "The store could not be read or written: close Consilium and start it again; nothing was half written.";

    private static boolean isOfTheStore(Throwable failure) {
        return causes(failure)
                .anyMatch(cause ->
                        cause instanceof SQLException
                                || cause instanceof JdbiException
                                || cause instanceof FlywayException
                                || cause instanceof IOException);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(DEEPEST);
    }

    private static StoreException told(Throwable failure) {
        if (isDiskFull(failure)) {
            return new StoreException(
                    Kind.DISK_FULL,
                    "The disk is full: make room and start Consilium again; nothing was half written.",
                    bare(failure, 0));
        }
        int code =
                causes(failure)
                        .filter(SQLException.class::isInstance)
                        .mapToInt(cause -> ((SQLException) cause).getErrorCode())
                        .filter(each -> each != 0)
                        .findFirst()
                        .orElse(0);
        if (failure instanceof FileSystemException) {
            return notWritable(failure);
        }
        return switch (code) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 -> inUse(failure);
            case ErrorCode.FILE_ENCRYPTION_ERROR_1, ErrorCode.WRONG_USER_OR_PASSWORD ->
                    new StoreException(
                            Kind.WRONG_KEY,
                            "The store does not open under this key: it is damaged (put back a backup of consilium.mv.db), or key.json belongs to another store.",
                            bare(failure, 0));
            case ErrorCode.FILE_CORRUPTED_1 ->
                    new StoreException(
                            Kind.DAMAGED,
                            "The store is damaged: put a backup of consilium.mv.db in its place.",
                            bare(failure, 0));
            case ErrorCode.DATABASE_IS_CLOSED -> closed(failure);
            case ErrorCode.DATABASE_IS_READ_ONLY -> notWritable(failure);
            default -> new StoreException(Kind.FAILED, FAILED, bare(failure, 0));
        };
    }

    static StoreException inUse(@Nullable Throwable cause) {
        return new StoreException(
                Kind.IN_USE,
                "Consilium is already running with this store: close it first.",
                cause == null ? null : bare(cause, 0));
    }

    private static StoreException notWritable(Throwable cause) {
        return new StoreException(
                Kind.FAILED,
                "The folder of the store can't be written: change its permissions or choose another folder.",
                bare(cause, 0));
    }

    static StoreException closed(Throwable cause) {
        return new StoreException(
                Kind.FAILED,
                "The store is closed: start Consilium again; everything that was confirmed is kept.",
                bare(cause, 0));
    }

    /** Its class, code and stack, without its words. */
    private static Throwable bare(Throwable failure, int depth) {
        String code = failure instanceof SQLException sql ? " " + sql.getErrorCode() : "";
        Throwable cause = failure.getCause();
        Throwable bare =
                new IllegalStateException(
                        failure.getClass().getName() + code,
                        cause == null || depth == DEEPEST ? null : bare(cause, depth + 1));
        bare.setStackTrace(failure.getStackTrace());
        return bare;
    }

    private static boolean isDiskFull(Throwable failure) {
        return causes(failure)
                .map(cause -> String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT))
                .anyMatch(message ->
                        Stream.of(
                                        "no space left",
                                        "not enough space",
                                        "disk quota exceeded",
                                        "file too large")
                                .anyMatch(message::contains));
    }
}
