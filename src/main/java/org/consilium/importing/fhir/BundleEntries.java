package org.consilium.importing.fhir;

import org.consilium.importing.LongSet;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a Bundle are in force. In a history the newest version of a resource comes
 * first, or the entry that says that it was deleted (HL7 FHIR R4, RESTful API, "history"); of other
 * Bundles all are. Not thread-safe.
 */
final class BundleEntries {
    private final boolean history;
    private final LongSet met = new LongSet();

    BundleEntries(boolean history) {
        this.history = history;
    }

    /** A resource was deleted: what comes of it are older versions. */
    void deleted(@Nullable String address) {
        if (history && address != null) {
            met.add(LongSet.hash(References.relative(References.absolute(address, null))));
        }
    }

    boolean isOld(ParsedResource resource) {
        String id = resource.node().text("id");
        return history && id != null && !met.add(LongSet.hash(resource.type() + "/" + id));
    }
}
