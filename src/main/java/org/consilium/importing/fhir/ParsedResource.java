package org.consilium.importing.fhir;

import org.jspecify.annotations.Nullable;

/**
 * A resource as it was parsed: of its elements those that somebody here looks at.
 *
 * @param fullUrl of its entry
 * @param line at which it begins
 * @param size characters, and 16 for every element
 * @param modified whether an element of it has a modifierExtension
 */
record ParsedResource(
        String type,
        @Nullable String fullUrl,
        Element node,
        long line,
        int size,
        boolean modified) {

    ParsedResource at(@Nullable String url) {
        return new ParsedResource(type, url, node, line, size, modified);
    }
}
