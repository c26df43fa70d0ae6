package org.consilium.importing.fhir;

import java.util.regex.Pattern;
import org.consilium.importing.source.TextEncoding;

/** What stands in a file, made fit to be kept or shown. */
final class Words {
    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z]{2,39}");

    private Words() {}

    /** A type of resource as a report may show it: anything else there could be a patient's. */
    static String type(String written) {
        return TYPE.matcher(written).matches() ? written : "of no known type";
    }

    /**
     * The text with U+FFFD for what is no text: control characters, which FHIR R4 does not allow in
     * a string, and halves of surrogate pairs, which JSON allows (RFC 8259, section 8.2) but no
     * encoding can write down.
     */
    static String readable(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isUnreadable(text, i)) {
                StringBuilder readable = new StringBuilder(text);
                for (int at = i; at < text.length(); at++) {
                    if (isUnreadable(text, at)) {
                        readable.setCharAt(at, TextEncoding.UNREADABLE);
                    }
                }
                return readable.toString();
            }
        }
        return text;
    }

    private static boolean isUnreadable(String text, int at) {
        char c = text.charAt(at);
        if (c < ' ') {
            return c != '\t' && c != '\n' && c != '\r';
        }
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c)
                && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}
