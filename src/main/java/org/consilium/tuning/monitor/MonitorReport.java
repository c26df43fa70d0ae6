package org.consilium.tuning.monitor;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.consilium.tuning.PatientGroup;
import org.jspecify.annotations.Nullable;

/**
 * How the served model does on a cohort as time goes by; holds no patients.
 *
 * @param format of this record as JSON: 1
 * @param acceptance by quarter, the latest last
 * @param declined how often for which reason
 * @param overrides how often an alert was overridden for which reason
 * @param drift of what is known at the visits of the latest period, beside what the model learned
 *     from; none where that was not kept
 * @param periods by calendar year, the latest last
 * @param proposals why a new tuning is proposed, a sentence each; none while all is well
 */
public record MonitorReport(
        int format,
        String cohort,
        String model,
        List<Acceptance> acceptance,
        Map<String, Integer> declined,
        Map<String, Integer> overrides,
        @Nullable LocalDate since,
        List<Drift> drift,
        List<Period> periods,
        List<String> proposals) {
    /** Of the JSON. */
    public static final int FORMAT = 1;

    public MonitorReport {
        acceptance = List.copyOf(acceptance);
        declined = Map.copyOf(declined);
        overrides = Map.copyOf(overrides);
        drift = List.copyOf(drift);
        periods = List.copyOf(periods);
        proposals = List.copyOf(proposals);
    }

    /**
     * @param quarter such as 2026-Q1
     * @param decided accepted or declined
     */
    public record Acceptance(String quarter, int accepted, int decided) {}

    /**
     * @param index population stability index
     */
    public record Drift(FactFamily family, double index) {
        public boolean isChanged() {
            return index >= StabilityIndex.CHANGED;
        }
    }

    /**
     * Visits of one year.
     *
     * @param ratio started items for each expected one; 1 is calibrated
     * @param ndcg over clinical items; null without a visit with a target
     * @param worst the group that is furthest behind the others in NDCG@10; null where none has 20
     *     patients
     * @param behind by how much
     */
    public record Period(
            int year,
            int visits,
            double ratio,
            @Nullable Double ndcg,
            @Nullable PatientGroup worst,
            double behind) {}
}
