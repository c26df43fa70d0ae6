package org.consilium.importing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.consilium.clinical.Timeline;

/**
 * Where parts of records wait, encrypted, that there is no room for in memory until their patient
 * is handed over. For one thread.
 */
public interface Spill {
    /** Nowhere: everything is held in memory. For previews and other small things. */
    Spill NONE =
            new Spill() {
                @Override
                public long budget() {
                    return Long.MAX_VALUE;
                }

                @Override
                public void keep(List<Timeline> parts) {
                    throw new IllegalStateException("there is no end to the memory");
                }

                @Override
                public Map<String, List<Timeline>> kept(Collection<String> patients) {
                    return Map.of();
                }
            };

    /** Bytes of memory that may be used before something is to be kept here. */
    long budget();

    /** Parts of the records of several patients, of whom only the id is kept. */
    void keep(List<Timeline> parts);

    /** What was kept of these patients, by id, each in the order kept. */
    Map<String, List<Timeline>> kept(Collection<String> patients);
}
