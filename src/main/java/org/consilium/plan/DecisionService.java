package org.consilium.plan;

import java.util.List;
import org.consilium.clinical.Decision;

/** Decisions on recommendations. Thread-safe. */
public interface DecisionService {
    /** Returns when the decision is on disk, not before. */
    void record(Decision decision);

    /** Every decision ever taken for the patient, the latest first. */
    List<Decision> forPatient(long cohortId, String patientId);
}
