package org.consilium.ui.patient;

import java.util.List;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Timeline;
import org.consilium.cohort.CohortService;

/** Where a patient's record is read. Called off the UI thread. */
@FunctionalInterface
interface RecordSource {
    Timeline timeline() throws Exception;

    /** What else the sources of the records coded a concept as. */
    default List<Concept> alsoCoded(Concept concept) {
        return List.of();
    }

    /** A patient of a cohort in the store. */
    static RecordSource stored(CohortService cohorts, long cohort, String patient) {
        return new RecordSource() {
            @Override
            public Timeline timeline() {
                return cohorts.timeline(cohort, patient);
            }

            @Override
            public List<Concept> alsoCoded(Concept concept) {
                return cohorts.alsoCoded(concept);
            }
        };
    }
}
