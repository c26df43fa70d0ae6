package org.consilium.importing.fhir;

import org.consilium.importing.ImportIssue;
import org.jspecify.annotations.Nullable;

/**
 * Where a resource came from and what it refers to.
 *
 * @param identity hash of what tells it from all others, 0 where nothing does
 * @param version of it, see {@link Version}
 * @param contained whether it stood inside another resource
 * @param medication reference to the Medication that its events are of
 * @param reason reference to the condition that it was done for
 */
record Origin(
        String file,
        String type,
        long line,
        long identity,
        int version,
        boolean contained,
        @Nullable String subject,
        @Nullable String encounter,
        @Nullable String medication,
        @Nullable String reason) {

    ImportIssue issue(@Nullable String field, String words) {
        return new ImportIssue(file, line, type, field, words);
    }
}
