package org.consilium.ui.recommendation;

import java.util.List;
import java.util.Optional;
import org.consilium.clinical.AlertUse;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Decision;
import org.consilium.job.Progress;
import org.consilium.plan.DecisionService;
import org.consilium.recommend.Attribution;
import org.consilium.recommend.Change;
import org.consilium.recommend.CohortEvidence;
import org.consilium.recommend.Item;
import org.consilium.recommend.Measurable;
import org.consilium.recommend.Place;
import org.consilium.recommend.RecommendationList;
import org.consilium.recommend.RecommendationRequest;
import org.consilium.recommend.RecommendationService;

/** Advice of the served model, over the open store. */
record ServedAdvice(RecommendationService recommendations, DecisionService decided)
        implements Advice {

    @Override
    public RecommendationList recommend(RecommendationRequest request) {
        return recommendations.recommend(request);
    }

    @Override
    public List<Decision> decisions(long cohortId, String patientId) {
        return decided.forPatient(cohortId, patientId);
    }

    @Override
    public void record(Decision decision) {
        decided.record(decision);
    }

    @Override
    public Optional<Place> place(RecommendationRequest request, Item item) {
        return recommendations.place(request, item);
    }

    @Override
    public Optional<CohortEvidence> cohortEvidence(
            RecommendationRequest request, Item item, Progress progress) {
        return recommendations.cohortEvidence(request, item, progress);
    }

    @Override
    public List<Item> items(String words, int most) {
        return recommendations.items(words, null, most);
    }

    @Override
    public List<Change.With> supposable(String words, int most) {
        return recommendations.supposable(words, null, most);
    }

    @Override
    public List<Measurable> measurable(String words, int most) {
        return recommendations.measurable(words, null, most);
    }

    @Override
    public Optional<ClinicalEvent> source(RecommendationRequest request, Attribution fact) {
        return recommendations.source(request, fact);
    }

    @Override
    public List<AlertUse> alertUse() {
        return decided.alertUse();
    }

    @Override
    public String rule(String id) {
        return recommendations.rule(id);
    }
}
