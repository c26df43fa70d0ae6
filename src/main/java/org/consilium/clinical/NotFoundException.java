package org.consilium.clinical;

/**
 * Something was asked for by a name that is not there. The message is one sentence for a person.
 */
public class NotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotFoundException(String message) {
        super(message);
    }
}
