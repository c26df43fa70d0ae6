package org.consilium.ui.shell;

import org.consilium.clinical.Cohort;
import org.consilium.clinical.PatientSummary;

/** Where in the window a person is. */
sealed interface Place {
    /** All cohorts. */
    record Cohorts() implements Place {}

    /** The patients of a cohort. */
    record Worklist(Cohort cohort) implements Place {}

    /** One patient. */
    record Chart(Cohort cohort, PatientSummary patient) implements Place {}

    /** How good a cohort's records are. */
    record Quality(Cohort cohort) implements Place {}

    /** Fine-tuning on a cohort. */
    record Tuning(Cohort cohort) implements Place {}
}
