package org.consilium.importing.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Orders of drugs. They end with the period of their dosage; one that is no longer active, else,
 * with the time for which it could be dispensed.
 */
final class MedicationRequestMapper implements ResourceMapper {
    private static final Set<String> NO_FACT = Set.of("entered-in-error", "cancelled", "draft");

    @Override
    public @Nullable String notUsed(Resource resource) {
        return Requests.notUsed(resource, NO_FACT);
    }

    @Override
    public List<Draft> map(Resource resource) throws ResourceException {
        LocalDateTime authored = resource.times().time(resource.node(), "authoredOn");
        Draft.Ending ending =
                switch (resource.status()) {
                    case "stopped" -> Draft.Ending.STOPPED;
                    case "completed" -> Draft.Ending.OVER;
                    default -> Draft.Ending.NONE;
                };
        Times.Moment start = new Times.Moment(authored, null);
        return List.of(
                MedicationMapper.draft(resource, "authoredOn", start)
                        .until(new Times.Moment(end(resource, ending), null), ending)
                        .because(resource.reason()));
    }

    private static @Nullable LocalDateTime end(Resource resource, Draft.Ending ending)
            throws ResourceException {
        JsonNode dosage = resource.node().path("dosageInstruction").path(0);
        LocalDateTime end =
                resource.times().time(dosage, "timing", "repeat", "boundsPeriod", "end");
        return end != null || ending == Draft.Ending.NONE
                ? end
                : resource.times()
                        .time(resource.node(), "dispenseRequest", "validityPeriod", "end");
    }
}
