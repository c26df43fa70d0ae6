package org.consilium.quality;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.consilium.clinical.Cohort;
import org.consilium.clinical.Timeline;
import org.consilium.tuning.ModelKnowledge;

/**
 * Takes in a cohort, one patient after the other, and says what was found. Holds counts, the
 * concepts that occur, and bounded lists of identifiers; never a timeline. Used once, by one
 * thread.
 */
final class Assessment {
    private final Cohort cohort;
    private final Findings findings = new Findings();
    private final CompletenessTally completeness = new CompletenessTally(findings);
    private final DuplicateTally duplicates = new DuplicateTally(findings);
    private final DateTally dates;
    private final UnitTally units;
    private final CodeTally codes;
    private int patients;
    private long visits;
    private long events;

    Assessment(Cohort cohort, UnitComparison comparison, List<ModelKnowledge> models) {
        this.cohort = cohort;
        dates = new DateTally(findings, LocalDate.ofInstant(cohort.importedAt(), ZoneOffset.UTC));
        units = new UnitTally(findings, comparison);
        codes = new CodeTally(findings, models);
    }

    void take(Timeline timeline) {
        patients++;
        visits += timeline.encounters().size();
        events += timeline.events().size();
        completeness.take(timeline);
        dates.take(timeline);
        units.take(timeline);
        duplicates.take(timeline);
        codes.take(timeline);
    }

    QualityReport report(Instant computed) {
        List<UnitUse> uses = units.uses();
        List<Finding> all =
                Arrays.stream(QualityCheck.values())
                        .map(check -> findings.of(check, lookedAt(check.subject())))
                        .toList();
        return new QualityReport(
                QualityReport.FORMAT,
                cohort.name(),
                cohort.synthetic(),
                cohort.importedAt(),
                computed,
                patients,
                visits,
                events,
                QualityScore.of(Arrays.stream(ScoreItem.values()).map(this::part).toList()),
                all,
                units.tests(),
                uses,
                codes.uses(),
                codes.unmapped(),
                codes.models());
    }

    private long lookedAt(Subject subject) {
        return switch (subject) {
            case PATIENTS -> patients;
            case EVENTS -> events;
            case RECORDS -> visits + events;
            case OBSERVATIONS -> units.results();
            case NUMBERS -> units.numbers();
        };
    }

    private QualityScore.Part part(ScoreItem item) {
        return switch (item) {
            case DEMOGRAPHICS -> new QualityScore.Part(item, completeness.essentials(), patients);
            case VISITS -> without(item, QualityCheck.NO_VISITS);
            case PLACED -> without(item, QualityCheck.EVENT_WITHOUT_VISIT);
            case PLAUSIBLE_DATES ->
                    new QualityScore.Part(
                            item, visits + events - dates.implausible(), visits + events);
            case VALUES -> without(item, QualityCheck.RESULT_WITHOUT_VALUE);
            case UNITS -> without(item, QualityCheck.UNUSUAL_UNIT);
            case UNIQUE -> without(item, QualityCheck.REPEATED_EVENT);
            case CODED -> new QualityScore.Part(item, codes.shared(), codes.judged());
        };
    }

    private QualityScore.Part without(ScoreItem item, QualityCheck check) {
        Finding finding = findings.of(check, lookedAt(check.subject()));
        return new QualityScore.Part(item, finding.of() - finding.found(), finding.of());
    }
}
