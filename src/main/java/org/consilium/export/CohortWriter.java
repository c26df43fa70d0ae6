package org.consilium.export;

import java.io.Closeable;
import java.io.IOException;
import org.consilium.clinical.Timeline;

/** Writes one cohort patient by patient. Not thread-safe. */
public interface CohortWriter extends Closeable {
    void write(Timeline timeline) throws IOException;

    /** Ends the files; what is in them is on the disk afterwards. */
    @Override
    void close() throws IOException;
}
