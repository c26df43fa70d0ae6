package org.consilium.tuning;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.consilium.job.Progress;
import org.consilium.tuning.evaluation.EvaluationOptions;
import org.consilium.tuning.evaluation.Evaluator;
import org.consilium.tuning.evaluation.ItemFilter;
import org.consilium.tuning.evaluation.Split;
import org.consilium.tuning.evaluation.Splits;
import org.consilium.tuning.evaluation.VisitMetrics;
import org.consilium.tuning.factor.FactorTrainer;
import org.consilium.tuning.factor.Factors;
import org.consilium.tuning.factor.Terms;
import org.consilium.tuning.factor.TrainingOptions;
import org.jspecify.annotations.Nullable;

/**
 * Decides how much of a base model is transferred. The match of the codes has the first word; with
 * enough training patients each way is tried on some of them left out in turn, by its closed-form
 * part alone, and overrules the match where it is better by more than its interval. The test
 * patients are never looked at.
 */
final class TransferChooser {
    /** Below this many training patients the match decides alone: folds would be noise. */
    static final int FEWEST_PATIENTS = 20;

    private static final int FOLDS = 5;

    private final LocalVisits.Material material;
    private final DomainMatch match;
    private final long seed;
    private final Progress progress;

    TransferChooser(
            LocalVisits.Material material, DomainMatch match, long seed, Progress progress) {
        this.material = material;
        this.match = match;
        this.seed = seed;
        this.progress = progress;
    }

    /**
     * @param wanted what a person chose; null to decide
     */
    TransferChoice choose(@Nullable Transfer wanted) {
        if (wanted != null) {
            return new TransferChoice(wanted, match, Map.of(), "Chosen by a person.");
        }
        int patients = material.train().patientCount();
        if (patients < FEWEST_PATIENTS) {
            return new TransferChoice(match.transfer(), match, Map.of(), match.reason());
        }
        Map<Transfer, VisitMetrics> measured = measure();
        Evaluator evaluator = new Evaluator(EvaluationOptions.withSeed(seed));
        Map<Transfer, Estimate> estimates = new EnumMap<>(Transfer.class);
        Transfer best = match.transfer();
        VisitMetrics prior = Objects.requireNonNull(measured.get(best));
        if (prior.size() == 0) {
            return new TransferChoice(best, match, Map.of(), match.reason());
        }
        double gain = 0;
        for (Map.Entry<Transfer, VisitMetrics> each : measured.entrySet()) {
            estimates.put(each.getKey(), ndcg(evaluator.metrics(each.getValue())));
            Estimate difference = ndcg(evaluator.difference(each.getValue(), prior).differences());
            if (difference.low() > 0 && difference.mean() > gain) {
                best = each.getKey();
                gain = difference.mean();
            }
        }
        return new TransferChoice(best, match, estimates, reason(best, gain));
    }

    private static Estimate ndcg(Map<Metric, Estimate> metrics) {
        return Objects.requireNonNull(metrics.get(Metric.NDCG_10));
    }

    private String reason(Transfer best, double gain) {
        return best == match.transfer()
                ? match.reason() + " No other way was clearly better on training patients left out."
                : String.format(
                        Locale.ROOT,
                        "On training patients left out, transfer \"%s\" was better than \"%s\" by %.3f NDCG@10, more than its interval.",
                        best.words(),
                        match.transfer().words(),
                        gain);
    }

    private Map<Transfer, VisitMetrics> measure() {
        Map<Transfer, VisitMetrics> measured = new EnumMap<>(Transfer.class);
        List<Split> folds = Splits.folds(material.train(), FOLDS, seed);
        for (Transfer transfer : Transfer.values()) {
            LearnedModel start = material.start(transfer);
            List<VisitMetrics> parts = new ArrayList<>();
            for (Split fold : folds) {
                progress.checkCancelled();
                parts.add(measure(start, transfer, fold));
            }
            measured.put(transfer, VisitMetrics.joined(parts));
        }
        return measured;
    }

    private VisitMetrics measure(LearnedModel start, Transfer transfer, Split fold) {
        Learner.Lesson lesson =
                new Learner.Lesson(
                        transfer.words(),
                        "",
                        fold.train(),
                        TrainingOptions.fineTuning(fold.train().patientCount(), seed),
                        start.provenance());
        LearnedModel model =
                new Learner(new Untrained())
                        .tuned(lesson, start, transfer, progress, FactorTrainer.AfterEpoch.NOTHING);
        return VisitMetrics.measure(
                new LearnedRanker(transfer.words(), model),
                fold.test(),
                ItemFilter.all(start.terms().items()),
                seed);
    }

    /** Leaves the factors as they are: trying every way must take seconds. */
    private static final class Untrained implements FactorTrainer {
        @Override
        public Factors train(
                Terms terms,
                EncodedVisits visits,
                Factors start,
                TrainingOptions options,
                Progress progress,
                AfterEpoch afterEpoch) {
            return start;
        }

        @Override
        public String engine() {
            return "none";
        }
    }
}
