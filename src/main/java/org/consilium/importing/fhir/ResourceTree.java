package org.consilium.importing.fhir;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Builds the elements of one resource, and stops when they become too large: then it has a fault.
 * Characters that no text may hold (controls, halves of a surrogate pair) become U+FFFD. Used for
 * one resource.
 */
final class ResourceTree {
    private static final int ELEMENT = 16;
    private static final int LONG_DIGITS = 18;

    private final JsonParser parser;
    private final JsonLimits limits;
    private final long linesBefore;
    private int left;
    private boolean modified;
    private @Nullable String fault;

    ResourceTree(JsonParser parser, JsonLimits limits, long linesBefore) {
        this.parser = parser;
        this.limits = limits;
        this.linesBefore = linesBefore;
        left = limits.resourceSize();
    }

    /** Characters so far, and 16 for every element. */
    int size() {
        return limits.resourceSize() - left;
    }

    /** Whether a modifierExtension was met. */
    boolean isModified() {
        return modified;
    }

    /** Why it is not to be used, in a sentence; null when it is. */
    @Nullable String fault() {
        return fault;
    }

    /** The value at which the parser stands; afterwards it stands at its end. */
    Element read() throws IOException, MalformedJsonException {
        if (fault != null) {
            parser.skipChildren();
            return Element.NULL;
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> {
                String text = Characters.valid(parser.getText());
                spend(text.length());
                yield Element.of(text);
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            case VALUE_TRUE -> Element.TRUE;
            case VALUE_FALSE -> Element.FALSE;
            default -> Element.NULL;
        };
    }

    private Element object() throws IOException, MalformedJsonException {
        Element object = Element.object();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            spend(name.length());
            modified |= name.equals("modifierExtension");
            parser.nextToken();
            Element part = read();
            if (object.has(name)) {
                throw malformed("An element occurs twice in one object.");
            }
            object.add(name, part);
        }
        return object;
    }

    private Element array() throws IOException, MalformedJsonException {
        Element array = Element.array();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            spend(0);
            array.add(read());
        }
        return array;
    }

    private Element number() throws IOException {
        String text = parser.getText();
        spend(text.length());
        if (text.length() > limits.numberLength()) {
            fault = "A number has too many digits for a measurement.";
            return Element.NULL;
        }
        int sign = Math.max(text.indexOf('e'), text.indexOf('E'));
        if (sign >= 0 && Math.abs(exponent(text.substring(sign + 1))) > limits.exponent()) {
            fault = "A number is too large or too small for a measurement.";
            return Element.NULL;
        }
        boolean whole = parser.currentToken() == JsonToken.VALUE_NUMBER_INT;
        return whole && text.length() <= LONG_DIGITS
                ? Element.of(Long.parseLong(text))
                : Element.of(Double.parseDouble(text));
    }

    private static int exponent(String digits) {
        // more than any limit, and too long to be an int
        return digits.length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    private void spend(int characters) {
        left -= ELEMENT + characters;
        if (left < 0) {
            fault = "A resource is too large for the record of one event.";
        }
    }

    private MalformedJsonException malformed(String reason) {
        return new MalformedJsonException(
                linesBefore + parser.currentTokenLocation().getLineNr(), reason);
    }
}
