/**
 * How good a ranker is: metrics, their intervals, calibration, coverage, and how data are split.
 */
@NullMarked
package org.consilium.tuning.evaluation;

import org.jspecify.annotations.NullMarked;
