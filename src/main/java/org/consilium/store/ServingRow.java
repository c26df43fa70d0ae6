package org.consilium.store;

import java.time.Instant;

/** That recommendations were stopped, or given again. */
public record ServingRow(boolean stopped, String who, String reason, Instant at) {}
