package org.consilium.tuning;

/** What a run depends on is not what it was. */
final class InputChangedException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    InputChangedException(String sentence) {
        super(sentence);
    }
}
