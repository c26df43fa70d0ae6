package org.consilium.importing.fhir;

/** A file of which nothing can be taken: where, and why in one sentence without its content. */
final class MalformedBundleException extends Exception {
    private static final long serialVersionUID = 1L;

    private final long line;

    MalformedBundleException(long line, String reason) {
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
