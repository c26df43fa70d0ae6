package org.consilium.plan;

import java.util.List;
import org.consilium.clinical.Decision;
import org.consilium.store.DecisionRepository;

/** Decisions on recommendations. Thread-safe. */
public final class DecisionService {
    private final DecisionRepository repository;

    public DecisionService(DecisionRepository repository) {
        this.repository = repository;
    }

    /** Returns when the decision is on disk, not before. */
    public void record(Decision decision) {
        repository.add(decision);
    }

    /** Every decision ever taken for the patient, the latest first. */
    public List<Decision> forPatient(long cohortId, String patientId) {
        return repository.ofPatient(cohortId, patientId);
    }
}
