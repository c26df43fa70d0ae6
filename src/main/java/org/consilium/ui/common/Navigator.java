package org.consilium.ui.common;

import org.consilium.clinical.Cohort;
import org.consilium.clinical.PatientSummary;

/** Where a person can go from a screen; implemented by the window. For the UI thread only. */
public interface Navigator {
    void cohorts();

    void worklist(Cohort cohort);

    void patient(Cohort cohort, PatientSummary patient);

    void tuning(Cohort cohort);
}
