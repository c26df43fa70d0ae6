package org.consilium.recommend;

/** Where models come from; implemented by the registry. Thread-safe. */
public interface ModelSource {
    /** The model that is served now. */
    EvidenceModel served();

    /**
     * @throws org.consilium.clinical.NotFoundException when there is no model of that name
     */
    EvidenceModel named(String name);
}
