package org.consilium.tuning.task;

import org.jspecify.annotations.Nullable;

/**
 * The task that a run is of, as it was defined when the run was asked for.
 *
 * @param name of the task; null where none was kept
 * @param snapshot hash of the data that were prepared, which the run must find again; null where
 *     nothing was
 */
public record TaskUse(@Nullable String name, TaskScope scope, @Nullable String snapshot) {
    /** Every visit and every item of a cohort, not prepared. */
    public static final TaskUse USUAL = new TaskUse(null, TaskScope.ALL, null);
}
