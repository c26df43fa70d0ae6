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

/** What these screens ask of the services. Called off the UI thread only. */
public interface Advice {
    RecommendationList recommend(RecommendationRequest request);

    /** All on the patient, the latest first. */
    List<Decision> decisions(long cohortId, String patientId);

    /** Returns when the decision is on disk, not before. */
    void record(Decision decision);

    /** Where one item stands for the patient; empty where the model does not know it. */
    Optional<Place> place(RecommendationRequest request, Item item);

    /** What the patient's cohort says of an item; as long as it takes to read the cohort. */
    Optional<CohortEvidence> cohortEvidence(
            RecommendationRequest request, Item item, Progress progress);

    /** What the model could recommend, by words of the name. */
    List<Item> items(String words, int most);

    /** Problems and medications that can be supposed, by words of the name. */
    List<Change.With> supposable(String words, int most);

    /** Results that can be supposed, by words of the name. */
    List<Measurable> measurable(String words, int most);

    /** The recorded event behind a fact; empty where there is none. */
    Optional<ClinicalEvent> source(RecommendationRequest request, Attribution fact);

    /** How often each safety rule was shown with a decision and overridden, over all cohorts. */
    List<AlertUse> alertUse();

    /** What a safety rule says, by its id. */
    String rule(String id);

    static Advice of(RecommendationService recommendations, DecisionService decisions) {
        return new ServedAdvice(recommendations, decisions);
    }
}
