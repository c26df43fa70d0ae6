package org.consilium.ui.recommendation;

import java.util.List;
import org.consilium.clinical.Decision;
import org.consilium.plan.DecisionService;
import org.consilium.recommend.RecommendationList;
import org.consilium.recommend.RecommendationRequest;
import org.consilium.recommend.RecommendationService;

/** What these screens ask of the services. Called off the UI thread only. */
public interface Advice {
    RecommendationList recommend(RecommendationRequest request);

    List<Decision> decisions(long cohortId, String patientId);

    /** Returns when the decision is on disk, not before. */
    void record(Decision decision);

    static Advice of(RecommendationService recommendations, DecisionService decisions) {
        return new Advice() {
            @Override
            public RecommendationList recommend(RecommendationRequest request) {
                return recommendations.recommend(request);
            }

            @Override
            public List<Decision> decisions(long cohortId, String patientId) {
                return decisions.forPatient(cohortId, patientId);
            }

            @Override
            public void record(Decision decision) {
                decisions.record(decision);
            }
        };
    }
}
