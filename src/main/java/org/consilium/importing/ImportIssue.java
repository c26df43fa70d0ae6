package org.consilium.importing;

import org.jspecify.annotations.Nullable;

/**
 * A row or resource that was rejected, or a part of one that was not understood. Never holds a
 * cell's value.
 *
 * @param file name of the file, without its folder; empty where it is about none
 * @param line from 1; null where the format has none
 * @param resource type of the resource (FHIR) or table (CSV)
 * @param field column or element
 * @param reason one sentence
 */
public record ImportIssue(
        String file,
        @Nullable Long line,
        @Nullable String resource,
        @Nullable String field,
        String reason) {

    /** For a person: file, line, field and reason in one line. */
    public String sentence() {
        if (file.isEmpty()) {
            return reason;
        }
        StringBuilder words = new StringBuilder(file);
        if (line != null) {
            words.append(", line ").append(line);
        }
        if (field != null) {
            words.append(", ").append(field);
        }
        return words.append(": ").append(reason).toString();
    }
}
