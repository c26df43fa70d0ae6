package org.consilium.importing;

/**
 * The input as a whole can't be read (missing, empty, of no known format). One sentence for a
 * person.
 */
public class ImportException extends Exception {
    private static final long serialVersionUID = 1L;

    public ImportException(String message) {
        super(message);
    }

    public ImportException(String message, Throwable cause) {
        super(message, cause);
    }
}
