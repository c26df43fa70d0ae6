package org.consilium.plan;

import java.util.List;
import org.consilium.clinical.AlertUse;
import org.consilium.clinical.Decision;
import org.consilium.clinical.NotFoundException;
import org.consilium.store.DecisionRepository;

/** Decisions on recommendations. Thread-safe. */
public final class DecisionService {
    private final DecisionRepository repository;

    public DecisionService(DecisionRepository repository) {
        this.repository = repository;
    }

    /**
     * Returns when the decision is on disk, not before.
     *
     * @throws NotFoundException when the cohort has no such patient
     */
    public void record(Decision decision) {
        if (!repository.add(decision)) {
            throw new NotFoundException("The cohort has no such patient.");
        }
    }

    /** Every decision ever taken for the patient, the latest first. */
    public List<Decision> forPatient(long cohortId, String patientId) {
        return repository.ofPatient(cohortId, patientId);
    }

    /** How often each safety rule was shown with a decision and overridden, by rule. */
    public List<AlertUse> alertUse() {
        return repository.alertUse();
    }
}
