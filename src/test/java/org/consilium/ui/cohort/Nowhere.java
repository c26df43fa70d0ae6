package org.consilium.ui.cohort;

import org.consilium.clinical.Cohort;
import org.consilium.clinical.PatientSummary;
import org.consilium.ui.common.Navigator;
import org.consilium.ui.common.PatientSelection;

/** For screens that are not left. */
public final class Nowhere implements Navigator {
    @Override
    public void cohorts() {}

    @Override
    public void worklist(Cohort cohort) {}

    @Override
    public void worklist(Cohort cohort, PatientSelection selection) {}

    @Override
    public void patient(Cohort cohort, PatientSummary patient) {}

    @Override
    public void tuning(Cohort cohort) {}

    @Override
    public void quality(Cohort cohort) {}
}
