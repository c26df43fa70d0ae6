package org.consilium.security;

/**
 * Nobody may come in: wrong passphrase, store in use, key file damaged. One sentence for a person.
 */
public class AccessException extends Exception {
    private static final long serialVersionUID = 1L;

    public AccessException(String message) {
        super(message);
    }

    public AccessException(String message, Throwable cause) {
        super(message, cause);
    }
}
