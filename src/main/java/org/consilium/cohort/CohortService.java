package org.consilium.cohort;

import java.util.List;
import java.util.function.Consumer;
import org.consilium.clinical.Cohort;
import org.consilium.clinical.PatientSummary;
import org.consilium.clinical.Timeline;
import org.consilium.job.Progress;

/** Reading what was imported. Thread-safe; reads never wait for a write. */
public interface CohortService {
    List<Cohort> list();

    /**
     * @throws org.consilium.clinical.NotFoundException when there is no cohort of that name
     */
    Cohort byName(String name);

    /** Every patient of the cohort, by name, without opening timelines. */
    List<PatientSummary> patients(long cohortId);

    /**
     * @throws org.consilium.clinical.NotFoundException when the cohort has no such patient
     */
    Timeline timeline(long cohortId, String patientId);

    /** Streams every timeline of the cohort in order of patient id, one in memory at a time. */
    void forEachTimeline(long cohortId, Progress progress, Consumer<Timeline> action);

    /** Removes a cohort, its patients and the decisions taken on them. */
    void delete(long cohortId);
}
