package org.consilium.cohort;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.consilium.clinical.Cohort;
import org.consilium.clinical.Concept;
import org.consilium.clinical.NotFoundException;
import org.consilium.clinical.PatientSummary;
import org.consilium.clinical.Timeline;
import org.consilium.job.Progress;
import org.consilium.store.CohortRepository;

/** Reading what was imported. Thread-safe; reads never wait for a write. */
public final class CohortService {
    private final CohortRepository repository;

    public CohortService(CohortRepository repository) {
        this.repository = repository;
    }

    /** By name. */
    public List<Cohort> list() {
        return repository.list();
    }

    /**
     * @throws NotFoundException when there is no cohort of that name
     */
    public Cohort byName(String name) {
        return repository
                .byName(name)
                .orElseThrow(
                        () -> new NotFoundException("There is no cohort called \"" + name + "\"."));
    }

    /** Every patient of the cohort, by name, without opening timelines. */
    public List<PatientSummary> patients(long cohortId) {
        return repository.patients(cohortId);
    }

    /**
     * @throws NotFoundException when the cohort has no such patient
     */
    public Timeline timeline(long cohortId, String patientId) {
        return repository
                .timeline(cohortId, patientId)
                .orElseThrow(() -> new NotFoundException("The cohort has no such patient."));
    }

    /** Streams every timeline of the cohort in order of patient id, one in memory at a time. */
    public void forEachTimeline(long cohortId, Progress progress, Consumer<Timeline> action) {
        long total = repository.byId(cohortId).map(Cohort::patients).orElse(0);
        AtomicLong done = new AtomicLong();
        repository.forEach(
                cohortId,
                timeline -> {
                    progress.checkCancelled();
                    action.accept(timeline);
                    progress.report(done.incrementAndGet(), total, "Reading patients");
                });
    }

    /** What else the sources of any cohort coded a concept as, by system and code. */
    public List<Concept> alsoCoded(Concept concept) {
        return repository.alsoCoded(concept);
    }

    /** Removes a cohort, its patients and the decisions taken on them. */
    public void delete(long cohortId) {
        repository.delete(cohortId);
    }

    /**
     * Enters into the audit trail that patients of a cohort were written to files.
     *
     * @param what format and number; never who
     */
    public void recordExport(long cohortId, String what) {
        repository.recordExport(cohortId, what);
    }
}
