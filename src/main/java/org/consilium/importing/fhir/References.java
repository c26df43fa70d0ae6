package org.consilium.importing.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** References between resources (HL7 FHIR R4, "Resolving references in Bundles"). */
final class References {
    private static final Pattern REST = Pattern.compile("(https?://.*/)([A-Za-z]+/[^/]+)");
    private static final String VERSION = "/_history/";

    private static final String BY_IDENTIFIER = "identifier:";

    /** Of one resource; more are no help in telling it from others. */
    private static final int MOST_IDENTIFIERS = 16;

    private References() {}

    /**
     * A logical reference (HL7 FHIR R4, Reference.identifier) in the form of the others; null where
     * the identifier lacks its system, without which many have it, or its value.
     */
    static @Nullable String byIdentifier(Element identifier) {
        String system = identifier.text("system");
        String value = identifier.text("value");
        return system == null || value == null ? null : BY_IDENTIFIER + system + "|" + value;
    }

    static boolean isByIdentifier(@Nullable String reference) {
        return reference != null && reference.startsWith(BY_IDENTIFIER);
    }

    /** What logical references to a resource with these identifiers are. */
    static List<String> identifiers(Element identifiers) {
        List<String> found = new ArrayList<>();
        for (Element each : identifiers) {
            String reference = byIdentifier(each);
            if (reference != null && found.size() < MOST_IDENTIFIERS) {
                found.add(reference);
            }
        }
        return found;
    }

    /**
     * A reference as it stands for a whole import: without its version, and in full when it is
     * relative and the entry has the address of a server.
     */
    static String absolute(String reference, @Nullable String fullUrl) {
        int version = reference.indexOf(VERSION);
        String plain = version < 0 ? reference : reference.substring(0, version);
        if (fullUrl == null || plain.startsWith("#") || plain.contains(":")) {
            return plain;
        }
        Matcher rest = REST.matcher(fullUrl);
        return rest.matches() ? rest.group(1) + plain : plain;
    }

    static boolean isOnServer(String reference) {
        return reference.startsWith("http");
    }

    /** The Type/id of an address; the reference itself when it is none. */
    static String relative(String reference) {
        if (!isOnServer(reference)) {
            return reference;
        }
        Matcher rest = REST.matcher(reference);
        return rest.matches() ? rest.group(2) : reference;
    }

    /** The type of resource that it names; null when it names none, as a URN. */
    static @Nullable String type(String reference) {
        String relative = relative(reference);
        int slash = relative.indexOf('/');
        return slash <= 0 || relative.contains(":") ? null : relative.substring(0, slash);
    }

    /** The server of an address; empty when it names none. */
    static String server(@Nullable String fullUrl) {
        Matcher rest = REST.matcher(fullUrl == null ? "" : fullUrl);
        return rest.matches() ? rest.group(1) : "";
    }

    /** What comes last in an address, a URN or a Type/id. */
    static String id(String reference) {
        int from = Math.max(reference.lastIndexOf('/'), reference.lastIndexOf(':'));
        return reference.substring(from + 1);
    }
}
