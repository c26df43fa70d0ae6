package org.consilium.recommend;

import java.time.LocalDateTime;
import java.util.List;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.NotFoundException;
import org.consilium.clinical.Timeline;
import org.consilium.cohort.CohortService;
import org.consilium.meaning.ClinicalTables;
import org.consilium.recommend.safety.SafetyCheck;
import org.jspecify.annotations.Nullable;

/**
 * Recommendations with their reasons and what speaks against them. Thread-safe; a call sees one
 * model from beginning to end.
 */
public final class RecommendationService {
    private final CohortService cohorts;
    private final ModelSource models;
    private final Recommender recommender;
    private final SafetyLane safety;
    private final FactExtractor extractor;
    private final ConceptMapping toIngredients;

    /** Of the model that was asked for last: the served one, nearly always. */
    private volatile @Nullable Reading reading;

    private record Reading(EvidenceModel model, ConceptMapping mapping) {}

    public RecommendationService(
            CohortService cohorts,
            ModelSource models,
            RoutineItems routine,
            ClinicalTables tables,
            SafetyCheck check) {
        this.cohorts = cohorts;
        this.models = models;
        this.recommender = new Recommender(routine, tables.ingredients());
        this.safety = new SafetyLane(check);
        this.extractor = new FactExtractor(tables.levels());
        this.toIngredients = ConceptMapping.toIngredients(tables.ingredients());
    }

    /**
     * @throws NotFoundException when there is no such cohort, patient or model, or the patient has
     *     no visit to start from
     */
    public RecommendationList recommend(RecommendationRequest request) {
        String name = request.model();
        EvidenceModel model = name == null ? models.served() : models.named(name);
        Timeline timeline = cohorts.timeline(request.cohortId(), request.patientId());
        Visit visit =
                extractor.visitAt(
                        mapping(model).of(timeline).timeline(),
                        indexTime(request, timeline.encounters()));
        int most = (int) Math.min(Integer.MAX_VALUE, (long) request.top() + SafetyLane.SPARE);
        List<Recommendation> ranked = recommender.recommend(model, visit, most, request.kinds());
        return safety.list(timeline, visit.at(), model.name(), ranked, request.top());
    }

    private ConceptMapping mapping(EvidenceModel model) {
        Reading last = reading;
        if (last == null || last.model() != model) {
            last = new Reading(model, toIngredients.towards(model.facts(), model.items()));
            reading = last;
        }
        return last.mapping();
    }

    private static LocalDateTime indexTime(RecommendationRequest request, List<Encounter> visits) {
        LocalDateTime at = request.at();
        if (at != null) {
            return at;
        }
        if (visits.isEmpty()) {
            throw new NotFoundException(
                    "This patient has no visit on record: choose a date to recommend for.");
        }
        return visits.getLast().start();
    }
}
