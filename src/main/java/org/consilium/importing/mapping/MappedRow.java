package org.consilium.importing.mapping;

import java.util.List;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.Patient;
import org.consilium.importing.ImportIssue;
import org.jspecify.annotations.Nullable;

/**
 * A row of a table beside what a mapping makes of it.
 *
 * @param file name of the file
 * @param line of the file at which the row ends
 * @param columns names of the columns, as many as there are cells or more
 * @param cells as they stand in the file
 * @param patient who it is about; null where it is rejected
 * @param visit null where it is not known, or made of what was recorded at it
 * @param events none where the row is only about the patient
 * @param rejected why it can't be taken; null where it can
 */
public record MappedRow(
        String file,
        long line,
        List<String> columns,
        List<String> cells,
        @Nullable Patient patient,
        @Nullable Encounter visit,
        List<ClinicalEvent> events,
        @Nullable ImportIssue rejected) {
    public MappedRow {
        columns = List.copyOf(columns);
        cells = List.copyOf(cells);
        events = List.copyOf(events);
    }
}
