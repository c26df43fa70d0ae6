package org.consilium.tuning;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.consilium.job.Progress;
import org.consilium.recommend.EvidenceModel;
import org.consilium.recommend.Item;
import org.consilium.recommend.Role;
import org.consilium.recommend.RoutineItems;
import org.consilium.recommend.Vocabulary;
import org.consilium.tuning.baseline.ItemKnn;
import org.consilium.tuning.baseline.Popularity;
import org.consilium.tuning.baseline.PopularityGivenConditions;
import org.consilium.tuning.baseline.RidgeWeights;
import org.consilium.tuning.evaluation.EvaluationOptions;
import org.consilium.tuning.evaluation.Evaluator;
import org.consilium.tuning.evaluation.ItemFilter;
import org.consilium.tuning.evaluation.Split;
import org.consilium.tuning.evaluation.Splits;
import org.consilium.tuning.factor.FactorTrainer;
import org.consilium.tuning.factor.Terms;
import org.consilium.tuning.factor.TextEncoder;

/**
 * Makes a base model of a source population and measures it on patients that it never saw. For the
 * compute thread.
 */
public final class BaseModelMaker {
    private final FactorTrainer trainer;
    private final TextEncoder encoder;
    private final RoutineItems routine;
    private final Clock clock;

    public BaseModelMaker(
            FactorTrainer trainer, TextEncoder encoder, RoutineItems routine, Clock clock) {
        this.trainer = trainer;
        this.encoder = encoder;
        this.routine = routine;
        this.clock = clock;
    }

    /** The model as its file holds it, and how it did. */
    public record Made(LearnedModel model, EvaluationReport report) {}

    /**
     * @param source every patient's visits
     */
    public Made make(VisitCollector source, BaseModelOptions options, Progress progress)
            throws IOException {
        Split split = split(source, options);
        EncodedVisits train = split.train();
        Terms terms = Terms.of(train.factVocabulary(), train.itemVocabulary(), encoder);
        LearnedModel model =
                new Learner(trainer)
                        .fresh(
                                new Learner.Lesson(
                                        options.name(),
                                        options.population(),
                                        train,
                                        options.training(),
                                        provenance(train, options)),
                                terms,
                                progress,
                                FactorTrainer.AfterEpoch.NOTHING);
        ModelFile file = new ModelFile();
        LearnedModel kept = file.rounded(model);
        EvidenceModel evidence = kept.evidence();
        kept =
                kept.withCalibration(
                        PlattScaling.fit(
                                new EvidenceRanker(options.name(), evidence), split.validation()));
        return new Made(kept, report(kept, split, options));
    }

    private static Split split(VisitCollector source, BaseModelOptions options) {
        // the vocabulary must not know the test patients, so it is counted on the training part of
        // a first, empty split
        EncodedVisits unnamed =
                source.encode(new Vocabulary<>(List.of()), new Vocabulary<>(List.of()));
        Split draft =
                Splits.byPatient(
                        unnamed, options.validation(), options.test(), options.splitSeed());
        BitSet training = new BitSet();
        Arrays.stream(draft.train().patients()).forEach(training::set);
        EncodedVisits visits =
                source.encode(training::get, options.leastCount(), options.leastCount());
        return Splits.byPatient(visits, options.validation(), options.test(), options.splitSeed());
    }

    private EvaluationReport report(LearnedModel model, Split split, BaseModelOptions options) {
        EncodedVisits train = split.train();
        Vocabulary<Item> items = train.itemVocabulary();
        List<ItemFilter> filters =
                List.of(
                        ItemFilter.all(items),
                        ItemFilter.clinicalOnly(items, item -> !routine.contains(item)));
        Evaluator evaluator = new Evaluator(EvaluationOptions.withSeed(options.splitSeed()));
        Ranker ranker = new EvidenceRanker(model.name(), model.evidence());
        List<Ranker> rankers =
                List.of(
                        ranker,
                        RidgeWeights.ranker("ridge", model.ridge()),
                        ItemKnn.fit(train, ItemKnn.Options.DEFAULT),
                        PopularityGivenConditions.fit(
                                train, PopularityGivenConditions.Options.DEFAULT),
                        Popularity.fit(train));
        List<MetricRow> rows = new ArrayList<>();
        int patients = train.patientCount();
        for (Ranker each : rankers) {
            rows.addAll(evaluator.evaluate(each, split.test(), filters, patients));
        }
        EncodedVisits hidden = split.test().without(Role.CONDITION_NOW);
        Ranker blind =
                new EvidenceRanker(model.name() + " (visit's diagnoses hidden)", model.evidence());
        rows.addAll(evaluator.evaluate(blind, hidden, filters, patients));
        String words =
                "by patient, %d train, %d validation, %d test, seed %d"
                        .formatted(
                                patients,
                                split.validation().patientCount(),
                                split.test().patientCount(),
                                options.splitSeed());
        return new EvaluationReport(
                options.population(),
                words,
                rows,
                List.of(
                        "Up to %d visits a patient, drawn at random."
                                .formatted(options.mostVisits())));
    }

    private Provenance provenance(EncodedVisits train, BaseModelOptions options) {
        Map<String, String> chosen = new TreeMap<>();
        chosen.put("population", options.population());
        chosen.put("mostVisits", String.valueOf(options.mostVisits()));
        chosen.put("leastCount", String.valueOf(options.leastCount()));
        chosen.put("training", options.training().toString());
        chosen.put("ridgeWeight", String.valueOf(Learner.RIDGE_WEIGHT));
        return new Provenance(
                VisitHash.of(train),
                train.patientCount(),
                train.size(),
                options.training().seed(),
                chosen,
                Versions.current(),
                clock.instant());
    }
}
