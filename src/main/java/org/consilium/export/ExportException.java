package org.consilium.export;

/** What was asked for can't be exported, or not to that place. One sentence for a person. */
public class ExportException extends Exception {
    private static final long serialVersionUID = 1L;

    public ExportException(String message) {
        super(message);
    }
}
