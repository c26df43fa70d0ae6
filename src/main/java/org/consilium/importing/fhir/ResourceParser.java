package org.consilium.importing.fhir;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads resources one by one, those of a Bundle and those that stand alone. Resources of a type
 * that is not used are skipped, in UTF-8 byte by byte ({@link SkippingParser}). Stateless and
 * thread-safe.
 */
final class ResourceParser {
    private static final String NO_TEXT = "It is not text in UTF-8.";

    private final JsonLimits limits = JsonLimits.DEFAULT;
    private final JsonFactory factory = limits.factory();

    /** What takes the resources. */
    interface Handler {
        /** Whether resources of that type are used. */
        boolean uses(String type);

        /**
         * Whether an element of that name, at the top of a resource, is looked at.
         *
         * @param type null where it is not known yet
         */
        boolean wants(@Nullable String type, String element);

        void resource(ParsedResource resource);

        /**
         * A resource that is fine but not used.
         *
         * @param type its type, and where that is not why, the reason
         */
        void unused(String type);

        /**
         * A resource that can't be taken.
         *
         * @param type null where it has none
         */
        void unreadable(@Nullable String type, long line, String field, String reason);
    }

    /**
     * Reads a file that is one Bundle or one resource.
     *
     * @throws MalformedJsonException when it is not a whole one; what was handed over then is not
     *     to be used
     */
    void readDocument(InputStream bytes, Handler handler)
            throws MalformedJsonException, IOException {
        if (!read(bytes, 0, handler)) {
            throw new MalformedJsonException(1, "The file is empty.");
        }
    }

    /**
     * Reads a line that is one resource or Bundle; an empty line is none.
     *
     * @param line its number
     * @throws MalformedJsonException as {@link #readDocument}
     */
    void readLine(InputStream bytes, long line, Handler handler)
            throws MalformedJsonException, IOException {
        read(bytes, line - 1, handler);
    }

    private boolean read(InputStream bytes, long linesBefore, Handler handler)
            throws MalformedJsonException, IOException {
        JsonParser parser;
        try {
            parser = factory.createParser(bytes);
        } catch (CharConversionException e) {
            throw new MalformedJsonException(linesBefore + 1, NO_TEXT);
        }
        try (parser) {
            return new ResourceWalk(parser, limits, handler, linesBefore).root();
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
            throw new MalformedJsonException(linesBefore + at.getLineNr(), reason(e));
        } catch (CharConversionException e) {
            throw new MalformedJsonException(
                    linesBefore + parser.currentLocation().getLineNr(), NO_TEXT);
        }
    }

    /** Our own words: the library's repeat what stands in the file. */
    private static String reason(JsonProcessingException e) {
        if (e instanceof JsonEOFException) {
            return "It ends in the middle; nothing of it was taken.";
        }
        if (e instanceof StreamConstraintsException) {
            return "It is nested too deeply, or a text or number is too long.";
        }
        return e.getOriginalMessage().startsWith("Invalid UTF-8")
                ? NO_TEXT
                : "It is not well-formed JSON.";
    }
}
