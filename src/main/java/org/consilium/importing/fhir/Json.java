package org.consilium.importing.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Elements of a tree; one that is missing or of another form reads as nothing. */
final class Json {
    private Json() {}

    /** The text at a path, without blanks around it; null when there is none. */
    static @Nullable String text(JsonNode node, String... path) {
        JsonNode at = node;
        for (String name : path) {
            at = at.path(name);
        }
        if (!at.isValueNode() || at.isNull()) {
            return null;
        }
        String text = at.asText().strip();
        return text.isEmpty() ? null : text;
    }

    /** The number at a path; null when there is none. */
    static @Nullable Double number(JsonNode node, String... path) {
        JsonNode at = node;
        for (String name : path) {
            at = at.path(name);
        }
        return at.isNumber() ? at.asDouble() : null;
    }
}
