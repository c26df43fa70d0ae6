package org.consilium.store;

import java.time.Instant;

/** What a person wrote on a model's card. */
public record CardEntryRow(String attribute, String words, String who, Instant at) {}
