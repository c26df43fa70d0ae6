package org.consilium.importing.fhir;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/**
 * Builds the elements of one resource, and stops when they become too large. Used for one resource.
 */
final class ResourceTree {
    private static final int ELEMENT = 16;
    private static final int LONG_DIGITS = 18;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonParser parser;
    private final JsonLimits limits;
    private int left;

    ResourceTree(JsonParser parser, JsonLimits limits) {
        this.parser = parser;
        this.limits = limits;
        left = limits.resourceSize();
    }

    /** The value at which the parser stands; afterwards it stands at its end. */
    JsonNode read() throws IOException, MalformedBundleException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> {
                String text = parser.getText();
                spend(text.length());
                yield NODES.textNode(Words.readable(text));
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            default -> NODES.nullNode();
        };
    }

    private JsonNode object() throws IOException, MalformedBundleException {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            spend(name.length());
            parser.nextToken();
            object.set(name, read());
        }
        return object;
    }

    private JsonNode array() throws IOException, MalformedBundleException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            spend(0);
            array.add(read());
        }
        return array;
    }

    private JsonNode number() throws IOException, MalformedBundleException {
        String text = parser.getText();
        int sign = Math.max(text.indexOf('e'), text.indexOf('E'));
        if (sign >= 0 && Math.abs(exponent(text.substring(sign + 1))) > limits.exponent()) {
            throw new MalformedBundleException(
                    parser.currentTokenLocation().getLineNr(),
                    "A number is too large or too small for a measurement.");
        }
        boolean whole = parser.currentToken() == JsonToken.VALUE_NUMBER_INT;
        return whole && text.length() <= LONG_DIGITS
                ? NODES.numberNode(Long.parseLong(text))
                : NODES.numberNode(Double.parseDouble(text));
    }

    private static int exponent(String digits) {
        // more than any limit, and too long to be an int
        return digits.length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    private void spend(int characters) throws MalformedBundleException {
        left -= ELEMENT + characters;
        if (left < 0) {
            throw new MalformedBundleException(
                    parser.currentTokenLocation().getLineNr(),
                    "A resource is too large for the record of one event.");
        }
    }
}
