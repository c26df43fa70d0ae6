package org.consilium.export.fhir;

import java.net.URI;
import java.net.URISyntaxException;
import org.consilium.clinical.CodeSystem;
import org.consilium.importing.CodeSystems;

/**
 * Code systems as FHIR has them: an absolute URI. A name of the source's own ("local", "HICL") goes
 * into a URN from which {@link CodeSystems#named} reads it back.
 */
final class SystemUris {
    private SystemUris() {}

    static String uri(CodeSystem system) {
        return isAbsolute(system.uri()) ? system.uri() : CodeSystems.urn(system);
    }

    private static boolean isAbsolute(String uri) {
        try {
            return new URI(uri).isAbsolute();
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
