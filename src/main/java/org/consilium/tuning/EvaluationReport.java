package org.consilium.tuning;

import java.util.List;

/**
 * Several models on the same test patients.
 *
 * @param split how the test patients were chosen, in words
 * @param notes what the reader must know: too few patients, items without targets ...
 */
public record EvaluationReport(
        String cohort, String split, List<MetricRow> rows, List<String> notes) {
    public EvaluationReport {
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }
}
