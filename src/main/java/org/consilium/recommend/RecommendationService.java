package org.consilium.recommend;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.NotFoundException;
import org.consilium.clinical.Timeline;
import org.consilium.cohort.CohortService;
import org.consilium.job.Progress;
import org.consilium.meaning.ClinicalTables;
import org.consilium.meaning.ReferenceLevels;
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
    private final CohortEvidenceService cohortEvidence;
    private final ReferenceLevels levels;

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
        this.levels = tables.levels();
        this.extractor = new FactExtractor(levels);
        this.cohortEvidence = new CohortEvidenceService(cohorts, extractor);
        this.toIngredients = ConceptMapping.toIngredients(tables.ingredients());
    }

    /**
     * @throws NotFoundException when there is no such cohort, patient or model, or the patient has
     *     no visit to start from
     */
    public RecommendationList recommend(RecommendationRequest request) {
        Prepared prepared = prepare(request);
        int most = (int) Math.min(Integer.MAX_VALUE, (long) request.top() + SafetyLane.SPARE);
        List<Recommendation> ranked =
                recommender.recommend(prepared.model, prepared.visit, most, request.kinds());
        return safety.list(
                prepared.timeline,
                prepared.visit.at(),
                prepared.model.name(),
                ranked,
                request.top());
    }

    /**
     * @param timeline as recorded, or as it is supposed to be
     * @param visit with the model's concepts
     */
    private record Prepared(EvidenceModel model, Timeline timeline, Visit visit) {}

    private Prepared prepare(RecommendationRequest request) {
        EvidenceModel model = model(request.model());
        ConceptMapping mapping = mapping(model);
        Timeline recorded = cohorts.timeline(request.cohortId(), request.patientId());
        LocalDateTime at = indexTime(request, recorded.encounters());
        Timeline timeline = new Supposed(mapping).of(recorded, request.changes(), at);
        return new Prepared(
                model, timeline, extractor.visitAt(mapping.of(timeline).timeline(), at));
    }

    private EvidenceModel model(@Nullable String name) {
        return name == null ? models.served() : models.named(name);
    }

    /**
     * Where one item stands for the patient, and what speaks for and against it, whether or not it
     * is recommended.
     *
     * @return empty where the model does not know it
     * @throws NotFoundException as {@link #recommend}
     */
    public Optional<Place> place(RecommendationRequest request, Item item) {
        Prepared prepared = prepare(request);
        return recommender
                .place(prepared.model, prepared.visit, item)
                .map(place ->
                        place.checked(
                                safety.checked(
                                        prepared.timeline, prepared.visit.at(), place.item())));
    }

    /**
     * What the patient's cohort says of one item; as long as it takes to read the cohort.
     *
     * @return empty where the model does not know the item
     */
    public Optional<CohortEvidence> cohortEvidence(
            RecommendationRequest request, Item item, Progress progress) {
        Prepared prepared = prepare(request);
        OptionalInt index = prepared.model.items().indexOf(item);
        if (index.isEmpty()) {
            return Optional.empty();
        }
        Scoring scoring = new Scoring(prepared.model, prepared.visit);
        return Optional.of(
                cohortEvidence.look(
                        request.cohortId(),
                        request.patientId(),
                        mapping(prepared.model),
                        scoring,
                        recommender.best(scoring, prepared.visit, Set.of(), Integer.MAX_VALUE),
                        index.getAsInt(),
                        progress));
    }

    /** What a safety rule says, by its id. */
    public String rule(String id) {
        return safety.sentence(id);
    }

    /**
     * What the model could recommend, by name.
     *
     * @param words all of them stand in the name
     * @param modelName null for the one being served
     */
    public List<Item> items(String words, @Nullable String modelName, int most) {
        return NameSearch.items(model(modelName), words, most);
    }

    /** Problems and medications that the model reasons from, by name. */
    public List<Change.With> supposable(String words, @Nullable String modelName, int most) {
        return NameSearch.supposable(model(modelName), words, most);
    }

    /** Results that can be supposed, by name. */
    public List<Measurable> measurable(String words, @Nullable String modelName, int most) {
        return NameSearch.measurable(model(modelName), levels, words, most);
    }

    /**
     * The event behind a fact.
     *
     * @return empty where there is none: age and sex, the visit itself
     */
    public Optional<ClinicalEvent> source(RecommendationRequest request, Attribution fact) {
        ConceptMapping mapping = mapping(model(request.model()));
        return cohorts.timeline(request.cohortId(), request.patientId()).events().stream()
                .filter(event ->
                        event.start().equals(fact.when())
                                && Roles.family(event.kind()) == Roles.family(fact.role())
                                && mapping.of(event.kind(), event.concept()).equals(fact.concept()))
                .findFirst();
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
