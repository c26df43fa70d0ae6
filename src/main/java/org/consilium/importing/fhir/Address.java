package org.consilium.importing.fhir;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What references can lead to a resource by.
 *
 * @param fullUrl of its entry
 * @param identifiers of it, each as {@link References#byIdentifier} has them
 */
record Address(
        String type, @Nullable String fullUrl, @Nullable String id, List<String> identifiers) {}
