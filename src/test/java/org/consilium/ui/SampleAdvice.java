package org.consilium.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.consilium.clinical.AlertUse;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Decision;
import org.consilium.clinical.ItemKind;
import org.consilium.clinical.Timeline;
import org.consilium.job.Progress;
import org.consilium.meaning.ClinicalTables;
import org.consilium.meaning.ShippedTables;
import org.consilium.plan.DecisionService;
import org.consilium.recommend.Attribution;
import org.consilium.recommend.Calibration;
import org.consilium.recommend.Change;
import org.consilium.recommend.CohortEvidence;
import org.consilium.recommend.ConceptMapping;
import org.consilium.recommend.EvidenceModel;
import org.consilium.recommend.Fact;
import org.consilium.recommend.FactExtractor;
import org.consilium.recommend.FactOccurrence;
import org.consilium.recommend.Item;
import org.consilium.recommend.Measurable;
import org.consilium.recommend.Place;
import org.consilium.recommend.RecommendationList;
import org.consilium.recommend.RecommendationRequest;
import org.consilium.recommend.Recommender;
import org.consilium.recommend.RoutineItems;
import org.consilium.recommend.SafetyLane;
import org.consilium.recommend.Supposed;
import org.consilium.recommend.Visit;
import org.consilium.recommend.Vocabulary;
import org.consilium.recommend.safety.SafetyCheck;
import org.consilium.ui.recommendation.Advice;
import org.jspecify.annotations.Nullable;

/**
 * The real recommender with a small invented model over {@link SamplePatient}; decisions are kept
 * in memory, and refused when a test says so.
 */
public final class SampleAdvice implements Advice {
    private static final Map<Item, Double> ITEMS =
            Map.ofEntries(
                    item(ItemKind.MEDICATION, "617312", "atorvastatin 20 MG Oral Tablet", -1.2),
                    item(ItemKind.MEDICATION, "1545653", "empagliflozin 10 MG Oral Tablet", -1.9),
                    item(ItemKind.MEDICATION, "308136", "amlodipine 2.5 MG Oral Tablet", -2.6),
                    item(
                            ItemKind.MEDICATION,
                            "106892",
                            "insulin isophane, human 70 UNT/ML / insulin, regular, human 30 UNT/ML Injectable Suspension [Humulin]",
                            -3.5),
                    item(ItemKind.MEDICATION, "308192", "Amoxicillin 500 MG Oral Tablet", -2.2),
                    item(ItemKind.MEDICATION, "310965", "Ibuprofen 200 MG Oral Tablet", -14.0),
                    item(
                            ItemKind.PROCEDURE,
                            "252779009",
                            "Single bright white flash electroretinography (procedure)",
                            -6.6),
                    item(ItemKind.PROCEDURE, "134287002", "Cataract surgery (procedure)", -6.8),
                    item(ItemKind.PROCEDURE, "314971001", "Camera fundoscopy (procedure)", -1.4),
                    item(ItemKind.PROCEDURE, "73761001", "Colonoscopy (procedure)", -2.8),
                    item(
                            ItemKind.CARE_PLAN,
                            "443402002",
                            "Lifestyle education regarding hypertension (procedure)",
                            -2.0),
                    item(
                            ItemKind.CARE_PLAN,
                            "736285004",
                            "Hyperlipidemia clinical management plan (record artifact)",
                            -2.4),
                    item(ItemKind.IMMUNIZATION, "133", "Pneumococcal conjugate PCV 13", -2.3),
                    item(ItemKind.IMMUNIZATION, "121", "zoster vaccine, live", -3.2));

    private final Timeline timeline = SamplePatient.timeline();
    private final EvidenceModel model = model(timeline);
    private final Recommender recommender;
    private final SafetyLane lane;
    private final List<Decision> decisions = new ArrayList<>();
    private @Nullable String refusal;
    private @Nullable RuntimeException failure;
    private @Nullable DecisionService kept;

    public SampleAdvice() {
        try {
            ClinicalTables tables = ShippedTables.read();
            recommender = new Recommender(RoutineItems.shipped(), tables.ingredients());
            lane = new SafetyLane(SafetyCheck.shipped(tables));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map.Entry<Item, Double> item(
            ItemKind kind, String code, String display, double bias) {
        CodeSystem system =
                switch (kind) {
                    case MEDICATION -> CodeSystem.RXNORM;
                    case IMMUNIZATION -> CodeSystem.CVX;
                    case PROCEDURE, CARE_PLAN -> CodeSystem.SNOMED_CT;
                };
        return Map.entry(new Item(kind, new Concept(system, code, display)), bias);
    }

    private static EvidenceModel model(Timeline timeline) {
        Visit visit = new FactExtractor().visitAt(timeline, SamplePatient.LATEST);
        List<Fact> facts = visit.facts().stream().map(FactOccurrence::fact).toList();
        List<Item> items =
                ITEMS.keySet().stream()
                        .sorted((a, b) -> a.concept().code().compareTo(b.concept().code()))
                        .toList();
        float[] bias = new float[items.size()];
        for (int i = 0; i < bias.length; i++) {
            bias[i] = ITEMS.getOrDefault(items.get(i), 0.0).floatValue();
        }
        Random random = new Random(4);
        float[] factors = new float[facts.size() * items.size()];
        float[] ridge = new float[factors.length];
        for (int k = 0; k < factors.length; k++) {
            double heavy = Math.pow(random.nextDouble(), 6) * 2.2;
            ridge[k] = (float) (random.nextInt(5) < 2 ? -heavy : heavy);
            factors[k] = (float) (random.nextGaussian() * .25);
        }
        return new EvidenceModel(
                "synthea-base-1",
                new Vocabulary<>(facts),
                new Vocabulary<>(items),
                bias,
                factors,
                ridge,
                new Calibration(.9, .1));
    }

    public EvidenceModel model() {
        return model;
    }

    /** From now on nothing can be recorded; null: it can again. */
    public void refuse(@Nullable String sentence) {
        refusal = sentence;
    }

    /** From now on nothing is recommended. */
    public void fail(RuntimeException why) {
        failure = why;
    }

    /** From now on decisions are kept in a store. */
    public void keepIn(DecisionService service) {
        kept = service;
    }

    public List<Decision> recorded() {
        return List.copyOf(decisions);
    }

    private Timeline timeline(RecommendationRequest request) {
        return new Supposed(ConceptMapping.none()).of(timeline, request.changes(), at(request));
    }

    private static LocalDateTime at(RecommendationRequest request) {
        return request.at() == null ? SamplePatient.LATEST : request.at();
    }

    private Visit visit(RecommendationRequest request) {
        return new FactExtractor().visitAt(timeline(request), at(request));
    }

    @Override
    public RecommendationList recommend(RecommendationRequest request) {
        if (failure != null) {
            throw failure;
        }
        Visit visit = visit(request);
        return lane.list(
                timeline(request),
                visit.at(),
                model.name(),
                recommender.recommend(model, visit, request.top(), request.kinds()),
                request.top());
    }

    @Override
    public Optional<Place> place(RecommendationRequest request, Item item) {
        return recommender.place(model, visit(request), item);
    }

    @Override
    public List<Item> items(String words, int most) {
        return model.items().entries().stream()
                .filter(item ->
                        item.concept()
                                .display()
                                .toLowerCase(Locale.ROOT)
                                .contains(words.toLowerCase(Locale.ROOT)))
                .limit(most)
                .toList();
    }

    @Override
    public List<Change.With> supposable(String words, int most) {
        return List.of();
    }

    @Override
    public List<Measurable> measurable(String words, int most) {
        return "hemoglobin a1c".contains(words.toLowerCase(Locale.ROOT))
                ? List.of(
                        new Measurable(
                                new Concept(
                                        CodeSystem.LOINC,
                                        "4548-4",
                                        "Hemoglobin A1c/Hemoglobin.total in Blood"),
                                "%"))
                : List.of();
    }

    @Override
    public Optional<ClinicalEvent> source(RecommendationRequest request, Attribution fact) {
        return timeline.events().stream()
                .filter(event ->
                        event.start().equals(fact.when()) && event.concept().equals(fact.concept()))
                .findFirst();
    }

    @Override
    public Optional<CohortEvidence> cohortEvidence(
            RecommendationRequest request, Item item, Progress progress) {
        progress.report(1, 2, "Reading patients");
        progress.checkCancelled();
        return Optional.of(
                new CohortEvidence(
                        240,
                        60,
                        new CohortEvidence.Received(item, CohortEvidence.Told.EXACT, 24, 12),
                        List.of(
                                new CohortEvidence.Received(
                                        model.items().get(0), CohortEvidence.Told.EXACT, 17, 0)),
                        new CohortEvidence.Steadiness(50, 1, 1, 3)));
    }

    @Override
    public List<AlertUse> alertUse() {
        return List.of(
                new AlertUse("al-penicillins", 60, 12), new AlertUse("al-same-ingredient", 52, 50));
    }

    @Override
    public String rule(String id) {
        return "What " + id + " says.";
    }

    @Override
    public List<Decision> decisions(long cohortId, String patientId) {
        return decisions.reversed();
    }

    @Override
    public void record(Decision decision) {
        if (refusal != null) {
            throw new IllegalArgumentException(refusal);
        }
        if (kept != null) {
            kept.record(decision);
        }
        decisions.add(decision);
    }
}
