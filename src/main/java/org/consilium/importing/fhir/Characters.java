package org.consilium.importing.fhir;

/** Characters that may stand in a text (HL7 FHIR R4, string: no controls but tab, CR and LF). */
final class Characters {
    private static final char REPLACEMENT = '\uFFFD';

    private Characters() {}

    /** The text with U+FFFD for what is none: JSON can spell out halves of a character. */
    static String valid(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || Character.isSurrogate(c)) {
                return cleaned(text);
            }
        }
        return text;
    }

    private static String cleaned(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> {
                    boolean control = c < ' ' && c != '\t' && c != '\n' && c != '\r';
                    boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
                    clean.appendCodePoint(control || half ? REPLACEMENT : c);
                });
        return clean.toString();
    }
}
