package org.consilium.recommend;

/** Somebody has stopped recommendations; the message says who and why, for a person. */
public final class ServingStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ServingStoppedException(String sentence) {
        super(sentence);
    }
}
