package org.consilium.importing.fhir;

import org.jspecify.annotations.Nullable;

/**
 * What references can lead to a resource by.
 *
 * @param fullUrl of its entry
 */
record Address(String type, @Nullable String fullUrl, @Nullable String id) {}
