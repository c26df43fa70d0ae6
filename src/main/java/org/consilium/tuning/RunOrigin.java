package org.consilium.tuning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a run was asked for and what it depended on, so that it can be done again.
 *
 * @param begun decisions of later didn't count
 * @param input hash of the visits, the base model and the program
 * @param snapshot hash of the records that were learned from ({@link
 *     org.consilium.tuning.task.SnapshotHash}); null in runs of before that was kept
 */
public record RunOrigin(
        TuneRequest request, Instant begun, String input, @Nullable String snapshot) {}
