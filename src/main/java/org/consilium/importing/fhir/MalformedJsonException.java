package org.consilium.importing.fhir;

/** Text of which nothing can be taken: where, and why in one sentence without its content. */
final class MalformedJsonException extends Exception {
    private static final long serialVersionUID = 1L;

    private final long line;

    MalformedJsonException(long line, String reason) {
        super(reason, null, false, false);
        this.line = line;
    }

    /** From 1. */
    long line() {
        return line;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
