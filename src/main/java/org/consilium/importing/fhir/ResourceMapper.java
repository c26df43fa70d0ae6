package org.consilium.importing.fhir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** From resources of one type to events. Stateless and thread-safe. */
interface ResourceMapper {
    /** Why such a resource records nothing that happened; null when it does. */
    @Nullable String notUsed(Resource resource);

    /** The element with the start of its events, as a person knows it. */
    String startField();

    /**
     * The events that it records; none where it has no value.
     *
     * @throws ResourceException when an element that is needed is missing or can't be read
     */
    List<Draft> map(Resource resource) throws ResourceException;

    /**
     * The Medication that its events are of.
     *
     * @return a reference that leads out of the resource; null when there is none
     */
    default @Nullable String medication(Resource resource) {
        return null;
    }
}
