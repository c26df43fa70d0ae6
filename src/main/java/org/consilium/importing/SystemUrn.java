package org.consilium.importing;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.consilium.clinical.CodeSystem;
import org.jspecify.annotations.Nullable;

/**
 * Names that sources give their own code systems ("local"), as the absolute URI that FHIR wants:
 * {@code urn:consilium:system:} and the name, percent-encoded. Our own exports are read back by it.
 */
public final class SystemUrn {
    private static final String PREFIX = "urn:consilium:system:";

    private SystemUrn() {}

    /** The URI of a system that has none. */
    public static String of(CodeSystem system) {
        return PREFIX + URLEncoder.encode(system.uri(), StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The name in such a URI; null where it is none. */
    static @Nullable String name(String uri) {
        if (!uri.startsWith(PREFIX)) {
            return null;
        }
        try {
            return URLDecoder.decode(
                    uri.substring(PREFIX.length()).replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null; // percent signs that encode nothing: somebody else's URI
        }
    }
}
