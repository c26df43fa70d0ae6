package org.consilium.ui.common;

import org.consilium.clinical.Cohort;
import org.consilium.clinical.PatientSummary;

/** Where a person can go from a screen; implemented by the window. For the UI thread only. */
public interface Navigator {
    void cohorts();

    void worklist(Cohort cohort);

    /** The worklist, of some patients only. */
    void worklist(Cohort cohort, PatientSelection selection);

    void patient(Cohort cohort, PatientSummary patient);

    void tuning(Cohort cohort);

    void quality(Cohort cohort);

    /** Recommendations were stopped, or are given again. */
    default void servingChanged() {}
}
