package org.consilium.clinical;

/**
 * A coded idea. Two concepts are equal when system and code are: the display text is how one source
 * happened to spell it.
 *
 * @param display text for people, never empty (the code where the source gave no text)
 */
public record Concept(CodeSystem system, String code, String display) {

    public Concept {
        if (code.isBlank()) {
            throw new IllegalArgumentException("a concept needs a code");
        }
        if (display.isBlank()) {
            display = code;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Concept that
                && code.equals(that.code)
                && system.equals(that.system);
    }

    @Override
    public int hashCode() {
        return 31 * system.hashCode() + code.hashCode();
    }
}
