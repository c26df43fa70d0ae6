package org.consilium.quality;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.consilium.clinical.Cohort;
import org.consilium.cohort.CohortService;
import org.consilium.job.Job;
import org.consilium.job.Progress;
import org.consilium.store.QualityRepository;
import org.consilium.store.QualityRow;
import org.consilium.tuning.ModelKnowledge;

/** Quality reports: made in one pass over a cohort, the latest kept. Thread-safe. */
public final class QualityService {
    private final CohortService cohorts;
    private final Supplier<List<ModelKnowledge>> models;
    private final UnitComparison units;
    private final QualityRepository repository;
    private final Clock clock;

    /**
     * @param models what the installed base models know; asked at each report
     */
    public QualityService(
            CohortService cohorts,
            Supplier<List<ModelKnowledge>> models,
            UnitComparison units,
            QualityRepository repository,
            Clock clock) {
        this.cohorts = cohorts;
        this.models = models;
        this.units = units;
        this.repository = repository;
        this.clock = clock;
    }

    /**
     * Makes a report and keeps it in the place of the cohort's last one; cancelled, that one stays.
     *
     * @param cohort name
     */
    public Job<QualityReport> assessing(String cohort) {
        return progress -> assess(cohorts.byName(cohort), progress);
    }

    private QualityReport assess(Cohort cohort, Progress progress) {
        progress.report(0, cohort.patients(), "Reading what the base models know");
        Assessment assessment = new Assessment(cohort, units, models.get());
        progress.checkCancelled();
        cohorts.forEachTimeline(cohort.id(), progress, assessment::take);
        progress.checkCancelled();
        QualityReport report = assessment.report(clock.instant());
        repository.save(
                new QualityRow(
                        cohort.id(), report.computed(), report.imported(), report.score().points()),
                QualityJson.compact(report));
        return report;
    }

    /** The report made last, also when something was imported since. */
    public Optional<QualityReport> latest(Cohort cohort) {
        return repository.report(cohort.id()).flatMap(QualityJson::read);
    }

    /** By the cohort's id; cohorts without a report are not in it. */
    public Map<Long, QualityMark> marks() {
        Map<Long, QualityMark> marks = new LinkedHashMap<>();
        for (QualityRow row : repository.rows()) {
            marks.put(row.cohort(), new QualityMark(row.points(), row.computed(), row.imported()));
        }
        return marks;
    }
}
