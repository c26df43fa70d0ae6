package org.consilium.store;

import java.time.Instant;

/**
 * Who did what when.
 *
 * @param number from 1, without gaps
 * @param what verb and object, for a person; holds no names, identifiers or values of patients
 * @param subject what it was done to, by its number in the store
 */
public record AuditEntry(long number, Instant at, String who, String what, String subject) {}
