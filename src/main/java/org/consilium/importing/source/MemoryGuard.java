package org.consilium.importing.source;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Ends an import before the memory is used up: a file can be made to hold more different patients,
 * names or texts than any memory, and an {@link OutOfMemoryError} would take the whole program
 * along. What counts is what was alive after the last collection. Not thread-safe.
 */
final class MemoryGuard {
    private static final double MOST_ALIVE = .75;
    private static final double MOST_USED = .85;

    /** Bytes read between collections that are asked for, so that they cost little. */
    private static final long PAUSE = 32 << 20;

    private @Nullable List<MemoryPoolMXBean> old;
    private long collectedAt;
    private boolean collected;

    /** Looked for when it is first needed: most files are too small for that. */
    private List<MemoryPoolMXBean> old() {
        List<MemoryPoolMXBean> found = old;
        if (found == null) {
            found =
                    ManagementFactory.getMemoryPoolMXBeans().stream()
                            .filter(pool -> pool.getType() == MemoryType.HEAP)
                            .filter(MemoryPoolMXBean::isCollectionUsageThresholdSupported)
                            .filter(pool -> pool.getName().matches(".*(Old|Tenured).*"))
                            .toList();
            old = found;
        }
        return found;
    }

    /**
     * @param read bytes read so far
     * @throws RefusedInputException when what is kept of them has nearly filled the memory
     */
    void check(long read) throws RefusedInputException {
        Runtime runtime = Runtime.getRuntime();
        double used = runtime.totalMemory() - runtime.freeMemory();
        if (used > MOST_USED * runtime.maxMemory() && read - collectedAt >= PAUSE) {
            // the old generation may be full of garbage, or of what is kept: only this tells
            collect(read);
        }
        if (isFull() && (!collected || read - collectedAt >= PAUSE)) {
            // the last collection may have been while an earlier import held the memory
            collect(read);
        }
        if (isFull()) {
            throw new RefusedInputException(
                    "These files hold more at once than fits into the memory of the program"
                            + " (%,d MB): bring them in several parts."
                                    .formatted(runtime.maxMemory() >> 20));
        }
    }

    private void collect(long read) {
        collected = true;
        collectedAt = read;
        System.gc();
    }

    private boolean isFull() {
        for (MemoryPoolMXBean pool : old()) {
            MemoryUsage alive = pool.getCollectionUsage();
            if (alive != null
                    && alive.getMax() > 0
                    && alive.getUsed() > MOST_ALIVE * alive.getMax()) {
                return true;
            }
        }
        return false;
    }
}
