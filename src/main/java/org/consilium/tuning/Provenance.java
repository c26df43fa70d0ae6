package org.consilium.tuning;

import java.time.Instant;
import java.util.Map;

/**
 * Where a model came from, enough to make it again.
 *
 * @param dataHash SHA-256 over the training visits in the order used
 * @param patients patients trained on
 * @param options every option by name
 * @param versions versions of Consilium, Java, DJL, PyTorch and of the base model
 */
public record Provenance(
        String dataHash,
        int patients,
        int visits,
        long seed,
        Map<String, String> options,
        Map<String, String> versions,
        Instant made) {
    public Provenance {
        options = Map.copyOf(options);
        versions = Map.copyOf(versions);
    }
}
