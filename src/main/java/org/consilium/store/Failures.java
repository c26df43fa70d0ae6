package org.consilium.store;

import java.sql.SQLException;
import java.util.Locale;
import org.consilium.store.StoreException.Kind;
import org.h2.api.ErrorCode;
import org.jspecify.annotations.Nullable;

/** From what H2 says to what a person reads. */
final class Failures {
    private Failures() {}

    static StoreException translate(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StoreException known) {
                return known;
            }
            if (cause instanceof SQLException sql) {
                StoreException told = told(sql, failure);
                if (told != null) {
                    return told;
                }
            }
        }
        return isDiskFull(failure)
                ? diskFull(failure)
                : new StoreException(
                        Kind.FAILED, "The store could not be read or written.", failure);
    }

    private static @Nullable StoreException told(SQLException sql, Throwable failure) {
        return switch (sql.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
                    new StoreException(
                            Kind.IN_USE,
                            "Consilium is already running with this store: close it first.",
                            failure);
            case ErrorCode.FILE_ENCRYPTION_ERROR_1, ErrorCode.WRONG_USER_OR_PASSWORD ->
                    new StoreException(
                            Kind.WRONG_KEY,
                            "The key does not open this store: its key file belongs to another one.",
                            failure);
            case ErrorCode.FILE_CORRUPTED_1 ->
                    new StoreException(
                            Kind.DAMAGED,
                            "The store is damaged: restore the latest backup.",
                            failure);
            default -> isDiskFull(failure) ? diskFull(failure) : null;
        };
    }

    private static StoreException diskFull(Throwable failure) {
        return new StoreException(
                Kind.DISK_FULL,
                "The disk is full: make room and try again; nothing was half written.",
                failure);
    }

    private static boolean isDiskFull(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (message.contains("no space left") || message.contains("not enough space")) {
                return true;
            }
        }
        return false;
    }
}
