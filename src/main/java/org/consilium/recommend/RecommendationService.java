package org.consilium.recommend;

/** Recommendations with their reasons. Thread-safe; a call sees one model from beginning to end. */
public interface RecommendationService {
    /**
     * @throws org.consilium.clinical.NotFoundException when there is no such cohort, patient or
     *     model
     */
    RecommendationList recommend(RecommendationRequest request);
}
