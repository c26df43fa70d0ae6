package org.consilium.importing.fhir;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The way through one document or line, object by object. Used once. */
final class ResourceWalk {
    private static final String BUNDLE = "Bundle";
    private static final String HISTORY = "history";
    private static final String TWICE = "An element occurs twice in one object.";
    private static final int LONGEST_TYPE = 64;

    /** Bundle types of R4, all of them (HL7 FHIR R4, value set bundle-type). */
    private static final Set<String> TYPES =
            Set.of(
                    "collection",
                    "transaction",
                    "transaction-response",
                    "batch",
                    "batch-response",
                    "searchset",
                    "document",
                    "message",
                    HISTORY);

    private final JsonParser parser;
    private final JsonLimits limits;
    private final ResourceParser.Handler handler;
    private final long linesBefore;

    ResourceWalk(
            JsonParser parser,
            JsonLimits limits,
            ResourceParser.Handler handler,
            long linesBefore) {
        this.parser = parser;
        this.limits = limits;
        this.handler = handler;
        this.linesBefore = linesBefore;
    }

    /** Everything there is; false when there is nothing. */
    boolean root() throws IOException, MalformedJsonException {
        JsonToken first = parser.nextToken();
        if (first == null) {
            return false;
        }
        check(
                first != JsonToken.START_ARRAY,
                "It is a list: FHIR has Bundles, or one resource a line.");
        check(first == JsonToken.START_OBJECT, "It is no FHIR resource.");
        ParsedResource found = resource();
        if (found != null) {
            handler.resource(found);
        }
        check(
                parser.nextToken() == null,
                "Something follows the end of the first resource. Files with many are named"
                        + " .ndjson and have one a line.");
        return true;
    }

    /** A resource that is used; null when it is not, or was a Bundle. */
    private @Nullable ParsedResource resource() throws IOException, MalformedJsonException {
        long line = line();
        ResourceTree tree = new ResourceTree(parser, limits, linesBefore);
        Element node = Element.object();
        String type = null;
        String bundleType = null;
        boolean entries = false;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            boolean mayBeBundle = type == null || type.equals(BUNDLE);
            if (name.equals("resourceType") && value == JsonToken.VALUE_STRING) {
                check(type == null, TWICE);
                type = parser.getText();
                if (!type.equals(BUNDLE) && !handler.uses(type)) {
                    skipRest();
                    unused(type, line);
                    return null;
                }
            } else if (mayBeBundle && name.equals("entry") && value == JsonToken.START_ARRAY) {
                check(!entries, TWICE);
                entries = true;
                entries(HISTORY.equals(bundleType));
            } else if (mayBeBundle && name.equals("type") && value == JsonToken.VALUE_STRING) {
                check(bundleType == null, TWICE);
                bundleType = bundleType(entries);
            } else if (!BUNDLE.equals(type) && handler.wants(type, name)) {
                check(!node.has(name), TWICE);
                node.add(name, tree.read());
            } else {
                parser.skipChildren();
            }
        }
        if (type == null) {
            handler.unreadable(
                    null, line, "resourceType", "It is not there: this is no FHIR resource.");
        } else if (tree.fault() != null) {
            handler.unreadable(type, line, "resource", tree.fault());
        } else if (!type.equals(BUNDLE)) {
            return new ParsedResource(type, null, node, line, tree.size(), tree.isModified());
        }
        return null;
    }

    private void unused(String type, long line) {
        if (type.length() <= LONGEST_TYPE
                && !type.isEmpty()
                && type.chars().allMatch(c -> c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z')) {
            handler.unused(type);
        } else {
            handler.unreadable(null, line, "resourceType", "It is no type of FHIR.");
        }
    }

    private String bundleType(boolean afterEntries) throws IOException, MalformedJsonException {
        String type = parser.getText();
        check(TYPES.contains(type), "It is no Bundle of a type of FHIR R4.");
        check(
                !afterEntries || !type.equals(HISTORY),
                "It is a history that says so after its entries: it can't be read in one go.");
        return type;
    }

    private void entries(boolean history) throws IOException, MalformedJsonException {
        BundleEntries entries = new BundleEntries(history);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            check(parser.currentToken() == JsonToken.START_OBJECT, "An entry is no object.");
            entry(entries);
        }
    }

    private void entry(BundleEntries entries) throws IOException, MalformedJsonException {
        String fullUrl = null;
        String method = null;
        String url = null;
        boolean filled = false;
        boolean modified = false;
        ParsedResource found = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("fullUrl") && value == JsonToken.VALUE_STRING) {
                check(fullUrl == null, TWICE);
                fullUrl = parser.getText();
            } else if (name.equals("resource") && value == JsonToken.START_OBJECT) {
                check(!filled, TWICE);
                filled = true;
                found = resource();
            } else if (name.equals("request") && value == JsonToken.START_OBJECT) {
                var request = new ResourceTree(parser, limits, linesBefore).read();
                method = request.text("method");
                url = request.text("url");
            } else {
                modified |= name.equals("modifierExtension") && value == JsonToken.START_ARRAY;
                parser.skipChildren();
            }
        }
        if ("DELETE".equals(method)) {
            entries.deleted(url == null ? fullUrl : url);
        }
        if (found == null) {
            return;
        }
        if (modified) {
            handler.unreadable(
                    found.type(), found.line(), "modifierExtension", FileContent.MODIFIED);
        } else if (entries.isOld(found)) {
            handler.unused(found.type() + " (older version)");
        } else {
            handler.resource(found.at(fullUrl));
        }
    }

    private void skipRest() throws IOException {
        if (parser instanceof SkippingParser skipping) {
            skipping.skipRest();
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            parser.nextToken();
            parser.skipChildren();
        }
    }

    private long line() {
        return linesBefore + parser.currentTokenLocation().getLineNr();
    }

    private void check(boolean held, String reason) throws MalformedJsonException {
        if (!held) {
            throw new MalformedJsonException(line(), reason);
        }
    }
}
