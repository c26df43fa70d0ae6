package org.consilium.importing.fhir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** From resources of one type to events. Stateless and thread-safe. */
interface ResourceMapper {
    /** Why such a resource records nothing that happened; null when it does. */
    @Nullable String notUsed(Resource resource);

    /**
     * The events that it records.
     *
     * @throws ResourceException when an element that is needed is missing or can't be read
     */
    List<Draft> map(Resource resource) throws ResourceException;
}
