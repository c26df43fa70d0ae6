package org.consilium.importing.csv;

/** A row that can't be taken: which column, and why, without the value. */
public final class RowException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String column;

    public RowException(String column, String reason) {
        super(reason, null, false, false);
        this.column = column;
    }

    public String column() {
        return column;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
