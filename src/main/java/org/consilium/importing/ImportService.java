package org.consilium.importing;

import java.nio.file.Path;
import java.util.List;
import org.consilium.job.Job;

/** Brings files into the store. Thread-safe. */
public interface ImportService {
    /** Names of the readers, in the order in which they are tried. */
    List<String> formats();

    /**
     * The reader that would take these files.
     *
     * @throws ImportException when they are missing, empty, or of no known format
     */
    String detect(List<Path> paths) throws ImportException;

    /**
     * An import as a job. Until it ends nothing of it can be seen; cancelled, failed or killed it
     * leaves the cohort as it was.
     */
    Job<ImportReport> importing(ImportRequest request);
}
