package org.consilium.importing.fhir;

/** A resource that can't be taken: which element, and why, without the value. */
final class ResourceException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String field;

    ResourceException(String field, String reason) {
        super(reason, null, false, false);
        this.field = field;
    }

    String field() {
        return field;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
