package org.consilium.importing.fhir;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import org.consilium.clinical.EventKind;
import org.jspecify.annotations.Nullable;

/** Drugs handed over: they last for the days supplied, where that is said. */
final class DispenseMapper implements ResourceMapper {
    private static final Set<String> NO_FACT =
            Set.of(
                    "entered-in-error",
                    "cancelled",
                    "declined",
                    "stopped",
                    "on-hold",
                    "preparation");
    private static final int LONGEST_SUPPLY = 3660;

    @Override
    public @Nullable String notUsed(Resource resource) {
        return NO_FACT.contains(resource.status()) ? resource.status() : null;
    }

    @Override
    public String startField() {
        return "whenHandedOver";
    }

    @Override
    public List<Draft> map(Resource resource) throws ResourceException {
        Times times = resource.times();
        LocalDateTime given = times.time(resource.node(), "whenHandedOver");
        given = given == null ? times.time(resource.node(), "whenPrepared") : given;
        Double days = resource.node().path("daysSupply").path("value").number();
        boolean known = given != null && days != null && days > 0 && days < LONGEST_SUPPLY;
        LocalDateTime end =
                known && given != null && days != null ? given.plusDays(days.longValue()) : null;
        return List.of(
                Draft.of(
                                EventKind.MEDICATION,
                                MedicationMapper.concept(resource),
                                new Times.Moment(given, null))
                        .until(new Times.Moment(end, null), Draft.Ending.OVER));
    }

    @Override
    public @Nullable String medication(Resource resource) {
        return MedicationMapper.reference(resource);
    }
}
