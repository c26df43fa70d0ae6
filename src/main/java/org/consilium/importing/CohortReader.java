package org.consilium.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.consilium.importing.source.Inputs;
import org.consilium.job.Progress;

/**
 * One input format. Stateless and thread-safe; a new format is a new implementation and a line in
 * the list of them.
 */
public interface CohortReader {
    /** Short name, as on the command line. */
    String name();

    /**
     * Whether these files look like this format; looks at names and the first few kilobytes only.
     */
    boolean accepts(Inputs inputs) throws IOException;

    /**
     * Streams every patient into the sink, and every row that could not be taken. A bad row is
     * data, not an exception. Of a sample ({@link Inputs#isSample}) only the beginnings are there:
     * what refers to the rest is left out without a word.
     *
     * @throws ImportException when the input as a whole can't be read
     * @throws org.consilium.importing.source.RefusedInputException when it is over a limit
     */
    void read(Inputs inputs, PatientSink sink, Progress progress)
            throws ImportException, IOException;

    /** Whether the input itself says that nobody in it is real. */
    default boolean marksSynthetic(Inputs inputs) throws ImportException, IOException {
        return false;
    }

    /** The same, for files and folders that nobody has opened yet. */
    default void read(List<Path> paths, PatientSink sink, Progress progress)
            throws ImportException, IOException {
        try (Inputs inputs = Inputs.open(paths)) {
            read(inputs, sink, progress);
            inputs.requireUnchanged();
        }
    }
}
