package org.consilium.importing.fhir;

import org.consilium.importing.source.InputFile;

/**
 * A file that may hold FHIR, as its name and beginning tell.
 *
 * @param rank when it is read: what others refer to comes first
 * @param syntheas whether Synthea says in it that it made the patients
 */
record FhirFile(InputFile file, Form form, int rank, boolean syntheas) {

    /** How resources stand in a file. */
    enum Form {
        /** One Bundle or one resource. */
        DOCUMENT,
        /** A resource (or Bundle) in every line: NDJSON, as of the FHIR Bulk Data Access guide. */
        LINES
    }

    FhirFile madeBySynthea() {
        return new FhirFile(file, form, rank, true);
    }
}
