package org.consilium.ui.tuning;

/**
 * Who works here, and what lies beyond this place.
 *
 * @param servingChanged told when recommendations were stopped or are given again
 */
record Desk(String user, Runnable back, Runnable servingChanged) {}
