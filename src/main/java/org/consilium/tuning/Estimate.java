package org.consilium.tuning;

/**
 * A mean over visits with its 95% interval from a bootstrap over patients (visits of one patient
 * are not independent).
 */
public record Estimate(double mean, double low, double high) {}
