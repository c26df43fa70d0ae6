package org.consilium.importing.fhir;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.consilium.clinical.EventKind;
import org.jspecify.annotations.Nullable;

/**
 * Orders of drugs. They end with the period of their dosage; one that is no longer active, else,
 * with the time for which it could be dispensed.
 */
final class MedicationRequestMapper implements ResourceMapper {
    private static final Set<String> NO_FACT = Set.of("entered-in-error", "cancelled", "draft");

    @Override
    public @Nullable String notUsed(Resource resource) {
        String why = Requests.notUsed(resource, NO_FACT);
        return why == null && MedicationMapper.noneOf(resource) ? Negations.REASON : why;
    }

    @Override
    public String startField() {
        return "authoredOn";
    }

    @Override
    public List<Draft> map(Resource resource) throws ResourceException {
        Draft.Ending ending =
                switch (resource.status()) {
                    case "stopped" -> Draft.Ending.STOPPED;
                    case "completed" -> Draft.Ending.OVER;
                    default -> Draft.Ending.NONE;
                };
        return List.of(
                Draft.of(
                                EventKind.MEDICATION,
                                MedicationMapper.concept(resource),
                                new Times.Moment(start(resource), null))
                        .until(new Times.Moment(end(resource, ending), null), ending)
                        .because(resource.reason()));
    }

    @Override
    public @Nullable String medication(Resource resource) {
        return MedicationMapper.reference(resource);
    }

    private static @Nullable LocalDateTime start(Resource resource) throws ResourceException {
        LocalDateTime authored = resource.times().time(resource.node(), "authoredOn");
        return authored == null
                ? resource.times().time(repeat(resource), "boundsPeriod", "start")
                : authored;
    }

    private static @Nullable LocalDateTime end(Resource resource, Draft.Ending ending)
            throws ResourceException {
        LocalDateTime end = resource.times().time(repeat(resource), "boundsPeriod", "end");
        return end != null || ending == Draft.Ending.NONE
                ? end
                : resource.times()
                        .time(resource.node(), "dispenseRequest", "validityPeriod", "end");
    }

    private static Element repeat(Resource resource) {
        Element dosage = resource.node().path("dosageInstruction").first();
        return dosage.path("timing").path("repeat");
    }
}
