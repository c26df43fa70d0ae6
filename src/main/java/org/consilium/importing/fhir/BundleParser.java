package org.consilium.importing.fhir;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a bundle entry by entry. Resources of a type that is not used are skipped without
 * building anything; of the others one at a time is held. Stateless and thread-safe.
 */
final class BundleParser {
    private static final Set<String> TYPES =
            Set.of("collection", "transaction", "batch", "searchset");

    private static final String NO_TEXT = "It is not text in UTF-8.";

    private final JsonLimits limits = JsonLimits.DEFAULT;
    private final JsonFactory factory = limits.factory();

    /** What takes the resources. */
    interface Handler {
        /** Whether resources of that type are used. */
        boolean uses(String type);

        /** Whether an element of that name, at the top of a resource, is looked at. */
        boolean wants(String element);

        /**
         * @param line at which the resource begins
         */
        void resource(String type, @Nullable String fullUrl, ObjectNode resource, long line);

        void unused(String type);

        void untyped(long line);
    }

    /**
     * @throws MalformedBundleException when the file is no whole bundle; what was handed over then
     *     is not to be used
     */
    void read(InputStream bytes, Handler handler) throws MalformedBundleException, IOException {
        JsonParser parser;
        try {
            parser = factory.createParser(bytes);
        } catch (CharConversionException e) {
            throw new MalformedBundleException(1, NO_TEXT);
        }
        try (parser) {
            bundle(parser, handler);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
            throw new MalformedBundleException(at.getLineNr(), reason(e));
        } catch (CharConversionException e) {
            throw new MalformedBundleException(parser.currentLocation().getLineNr(), NO_TEXT);
        }
    }

    /** Our own words: the library's repeat what stands in the file. */
    private static String reason(JsonProcessingException e) {
        if (e instanceof JsonEOFException) {
            return "The file ends in the middle of the bundle; nothing of it was taken.";
        }
        if (e instanceof StreamConstraintsException) {
            return "It is nested too deeply, or a text or number is too long.";
        }
        if (e.getOriginalMessage().startsWith("Invalid UTF-8")) {
            return NO_TEXT;
        }
        if (e.getOriginalMessage().startsWith("Duplicate field")) {
            return "An element occurs twice in one object.";
        }
        return "It is not well-formed JSON.";
    }

    private void bundle(JsonParser parser, Handler handler)
            throws IOException, MalformedBundleException {
        if (parser.nextToken() == null) {
            throw malformed(parser, "The file is empty.");
        }
        check(parser, parser.currentToken() == JsonToken.START_OBJECT, "It is no FHIR Bundle.");
        boolean isBundle = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            switch (name) {
                case "resourceType" -> {
                    isBundle = "Bundle".equals(parser.getText());
                    check(parser, isBundle, "It is no FHIR Bundle.");
                }
                case "type" ->
                        check(
                                parser,
                                TYPES.contains(parser.getText()),
                                "Bundles of this type are not read (only collection, transaction,"
                                        + " batch and searchset).");
                case "entry" -> {
                    check(parser, value == JsonToken.START_ARRAY, "Its entry is no list.");
                    entries(parser, handler);
                }
                default -> parser.skipChildren();
            }
        }
        check(parser, isBundle, "It is no FHIR Bundle.");
        check(parser, parser.nextToken() == null, "Something follows the end of the bundle.");
    }

    private void entries(JsonParser parser, Handler handler)
            throws IOException, MalformedBundleException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            check(
                    parser,
                    parser.currentToken() == JsonToken.START_OBJECT,
                    "An entry is no object.");
            entry(parser, handler);
        }
    }

    private void entry(JsonParser parser, Handler handler)
            throws IOException, MalformedBundleException {
        String fullUrl = null;
        Typed found = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("fullUrl") && value == JsonToken.VALUE_STRING) {
                fullUrl = Words.readable(parser.getText());
            } else if (name.equals("resource") && value == JsonToken.START_OBJECT) {
                found = resource(parser, handler);
            } else {
                parser.skipChildren();
            }
        }
        if (found != null) {
            handler.resource(found.type, fullUrl, found.resource, found.line);
        }
    }

    /** A resource that is used; null when it is not. */
    private @Nullable Typed resource(JsonParser parser, Handler handler)
            throws IOException, MalformedBundleException {
        long line = parser.currentTokenLocation().getLineNr();
        ResourceTree tree = new ResourceTree(parser, limits);
        ObjectNode resource = JsonNodeFactory.instance.objectNode();
        String type = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("resourceType") && value == JsonToken.VALUE_STRING) {
                type = parser.getText();
                if (!handler.uses(type)) {
                    skipRest(parser);
                    handler.unused(Words.type(type));
                    return null;
                }
            } else if (handler.wants(name)) {
                resource.set(name, tree.read());
            } else {
                parser.skipChildren();
            }
        }
        if (type == null) {
            handler.untyped(line);
            return null;
        }
        return new Typed(type, resource, line);
    }

    private static void skipRest(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            parser.nextToken();
            parser.skipChildren();
        }
    }

    private static void check(JsonParser parser, boolean held, String reason)
            throws MalformedBundleException {
        if (!held) {
            throw malformed(parser, reason);
        }
    }

    private static MalformedBundleException malformed(JsonParser parser, String reason) {
        return new MalformedBundleException(parser.currentTokenLocation().getLineNr(), reason);
    }

    private record Typed(String type, ObjectNode resource, long line) {}
}
