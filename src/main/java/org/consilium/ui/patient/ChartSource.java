package org.consilium.ui.patient;

import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.EventKind;

/** Which line of a chart an event is on. */
final class ChartSource {
    private ChartSource() {}

    static boolean isOf(Object line, ClinicalEvent event) {
        return switch (line) {
            case Chart.Problem problem ->
                    event.kind() == EventKind.CONDITION
                            && problem.concept().equals(event.concept());
            case Medication medication ->
                    event.kind() == EventKind.MEDICATION
                            && medication.products().contains(event.concept());
            case Result result ->
                    event.kind() == EventKind.OBSERVATION
                            && result.concept().equals(event.concept());
            case Allergy allergy ->
                    event.kind() == EventKind.ALLERGY && allergy.concept().equals(event.concept());
            default -> false;
        };
    }

    static boolean isVisitOf(Object line, ClinicalEvent event) {
        return line instanceof Visits.Visit visit
                && (event.encounterId() == null
                        ? visit.encounter()
                                .start()
                                .toLocalDate()
                                .equals(event.start().toLocalDate())
                        : visit.encounter().id().equals(event.encounterId()));
    }
}
