package org.consilium.export;

import java.io.IOException;
import org.consilium.clinical.Cohort;

/**
 * One output format. Stateless and thread-safe; a new format is a new implementation and a line in
 * the list of them.
 */
public interface ExportFormat {
    /** Short name, as on the command line. */
    String name();

    /** Name for a person. */
    String label();

    /** Raised when files of the earlier version would be read differently. */
    int version();

    /** Begins a cohort; the files are made in the folder. */
    CohortWriter writer(Cohort cohort, ExportFolder folder, Losses losses) throws IOException;
}
