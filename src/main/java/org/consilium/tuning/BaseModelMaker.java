package org.consilium.tuning;

import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.consilium.job.Progress;
import org.consilium.recommend.Calibration;
import org.consilium.recommend.RoutineItems;
import org.consilium.recommend.Vocabulary;
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
        if (train.size() == 0 || train.itemVocabulary().size() == 0) {
            throw new IllegalArgumentException(
                    "There is too little to learn from: %d training visits, at which no item was started %d times."
                            .formatted(train.size(), options.leastItems()));
        }
        Terms terms = Terms.of(train.factVocabulary(), train.itemVocabulary(), encoder);
        RecipeChooser.Plan plan =
                new RecipeChooser(trainer, terms, options, progress)
                        .choose(
                                train,
                                patient -> source.traits(patient).siteName(),
                                provenance(train, options, ""));
        ModelFile file = new ModelFile();
        LearnedModel measured =
                file.rounded(plan.learn(train, provenance(train, options, plan.words())));
        Calibration calibration =
                PlattScaling.fit(
                        new LearnedRanker(options.name(), measured),
                        split.validation(),
                        ItemFilter.clinicalOnly(terms.items(), item -> !routine.contains(item)));
        EvaluationReport report =
                new BaseModelEvaluation(routine, options, unknownTargets(source, split, options))
                        .report(measured.withCalibration(calibration), split, progress);
        LearnedModel kept = measured;
        if (options.recipe() == BaseModelOptions.Recipe.BEST) {
            EncodedVisits all = source.encode(terms.facts(), terms.items());
            kept = file.rounded(plan.learn(all, provenance(all, options, plan.words())));
        }
        return new Made(kept.withCalibration(calibration), report);
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
                source.encode(training::get, options.leastFacts(), options.leastItems());
        return Splits.byPatient(visits, options.validation(), options.test(), options.splitSeed());
    }

    /** Which part of the test visits' targets is too rare in training to be known. */
    private static double unknownTargets(
            VisitCollector source, Split split, BaseModelOptions options) {
        EncodedVisits all = source.encode(new Vocabulary<>(List.of()), source.everyItem());
        long every =
                targets(
                        Splits.byPatient(
                                        all,
                                        options.validation(),
                                        options.test(),
                                        options.splitSeed())
                                .test());
        return every == 0 ? 0 : 1 - (double) targets(split.test()) / every;
    }

    private static long targets(EncodedVisits visits) {
        return Arrays.stream(visits.targets()).mapToLong(each -> each.length).sum();
    }

    private Provenance provenance(EncodedVisits train, BaseModelOptions options, String recipe) {
        Map<String, String> chosen = new TreeMap<>();
        chosen.put("population", options.population());
        chosen.put("mostVisits", String.valueOf(options.mostVisits()));
        chosen.put("leastFacts", String.valueOf(options.leastFacts()));
        chosen.put("leastItems", String.valueOf(options.leastItems()));
        chosen.put("recipe", recipe);
        for (int i = 0; i < options.sources().size(); i++) {
            chosen.put("source " + (i + 1), options.sources().get(i));
        }
        return new Provenance(
                VisitHash.of(train),
                train.patientCount(),
                train.size(),
                options.training().seed(),
                chosen,
                Versions.current(trainer.engine()),
                clock.instant());
    }
}
