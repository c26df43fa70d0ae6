package org.consilium.tuning.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.consilium.tuning.Estimate;
import org.consilium.tuning.Metric;

/**
 * How much one ranker is above another on the same visits. Its interval is that of the mean
 * difference, far narrower than those of the two means, since easy and hard visits are so for both.
 *
 * @param differences first less second; an interval without 0 is a difference that the test
 *     patients show
 */
public record PairedDifference(
        String first, String second, int visits, int patients, Map<Metric, Estimate> differences) {
    public PairedDifference {
        differences = Map.copyOf(differences);
    }

    /**
     * @throws IllegalArgumentException when they are not of the same visits, or of none
     */
    public static PairedDifference of(
            VisitMetrics first, VisitMetrics second, EvaluationOptions options) {
        if (first.size() == 0
                || !Arrays.equals(first.visits(), second.visits())
                || !Arrays.equals(first.patients(), second.patients())) {
            throw new IllegalArgumentException("rankers are compared on the same visits only");
        }
        PatientSums differences = PatientSums.of(first).minus(PatientSums.of(second));
        return new PairedDifference(
                first.ranker(),
                second.ranker(),
                first.size(),
                first.patientCount(),
                new Evaluator(options).metrics(List.of(List.of(differences))));
    }
}
