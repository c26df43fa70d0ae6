package org.consilium.export.fhir;

import java.net.URI;
import java.net.URISyntaxException;
import org.consilium.clinical.CodeSystem;
import org.consilium.importing.SystemUrn;

/**
 * Code systems as FHIR has them: an absolute URI. A name of the source's own ("local", "HICL") goes
 * into a {@link SystemUrn}, from which it is read back.
 */
final class SystemUris {
    private SystemUris() {}

    static String uri(CodeSystem system) {
        return isAbsolute(system.uri()) ? system.uri() : SystemUrn.of(system);
    }

    private static boolean isAbsolute(String uri) {
        try {
            return new URI(uri).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
