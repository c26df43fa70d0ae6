package org.consilium.recommend.safety;

/**
 * Who says so.
 *
 * @param document its title
 * @param section or table
 * @param date of the document, or its version
 * @param link address or DOI
 * @param confirmed how the fact was compared with the document: read there, read in a text that
 *     quotes it, or taken from memory of it
 */
public record SafetySource(
        String document, String section, String date, String link, String confirmed) {

    /** In one line, for a person. */
    public String words() {
        return "%s, %s, %s (%s)".formatted(document, section, date, link);
    }
}
