package org.consilium.importing.synthea;

/** A row that can't be taken: which column, and why, without the value. */
final class RowException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String column;

    RowException(String column, String reason) {
        super(reason, null, false, false);
        this.column = column;
    }

    String column() {
        return column;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
