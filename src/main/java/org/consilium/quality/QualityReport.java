package org.consilium.quality;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What was found in the records of a cohort. Its JSON form is {@link QualityJson}.
 *
 * @param format version of the form: {@value #FORMAT}
 * @param imported when the cohort was last imported; dates are judged as of then
 * @param computed when the report was made
 * @param findings one for each check, in the order of {@link QualityCheck}
 * @param tests how many different tests have numeric results
 * @param units tests of which some numbers lack a unit or are in an unusual one, the worst first;
 *     {@value #MOST_UNITS} at most
 * @param codes by kind, then by use
 * @param unmapped the most used; {@value #MOST_UNMAPPED} at most
 * @param models installed base models by name
 */
public record QualityReport(
        int format,
        String cohort,
        boolean synthetic,
        Instant imported,
        Instant computed,
        int patients,
        long visits,
        long events,
        QualityScore score,
        List<Finding> findings,
        int tests,
        List<UnitUse> units,
        List<CodeUse> codes,
        List<UnmappedConcept> unmapped,
        List<ModelCoverage> models) {
    public static final int FORMAT = 1;
    static final int MOST_UNITS = 100;
    static final int MOST_UNMAPPED = 20;

    public QualityReport {
        findings = List.copyOf(findings);
        units = List.copyOf(units);
        codes = List.copyOf(codes);
        unmapped = List.copyOf(unmapped);
        models = List.copyOf(models);
    }

    public List<Finding> in(QualitySection section) {
        return findings.stream().filter(each -> each.check().section() == section).toList();
    }

    public Finding finding(QualityCheck check) {
        return findings.stream().filter(each -> each.check() == check).findFirst().orElseThrow();
    }

    /** Everybody of whom one of these checks found something. */
    public PatientList patients(List<QualityCheck> checks) {
        Set<String> ids = new LinkedHashSet<>();
        int most = 0;
        for (QualityCheck check : checks) {
            PatientList some = finding(check).patients();
            ids.addAll(some.ids());
            most = Math.max(most, some.count());
        }
        // where a list is cut, its count says more than the identifiers do
        return new PatientList(
                Math.max(most, ids.size()), ids.stream().limit(PatientList.MOST).toList());
    }

    /** The same without anybody's identifier: counts only. */
    public QualityReport anonymous() {
        return new QualityReport(
                format,
                cohort,
                synthetic,
                imported,
                computed,
                patients,
                visits,
                events,
                score,
                findings.stream().map(Finding::anonymous).toList(),
                tests,
                units.stream().map(UnitUse::anonymous).toList(),
                codes.stream().map(CodeUse::anonymous).toList(),
                unmapped.stream().map(UnmappedConcept::anonymous).toList(),
                models.stream().map(ModelCoverage::anonymous).toList());
    }
}
