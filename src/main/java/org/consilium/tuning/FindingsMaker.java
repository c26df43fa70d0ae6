package org.consilium.tuning;

import java.util.List;
import java.util.Map;
import org.consilium.job.Progress;
import org.consilium.recommend.EvidenceModel;
import org.consilium.tuning.evaluation.EvaluationOptions;
import org.consilium.tuning.evaluation.Evaluator;
import org.consilium.tuning.evaluation.ItemFilter;
import org.consilium.tuning.evaluation.Reliability;
import org.consilium.tuning.evaluation.VisitMetrics;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a tuned model changes for whom.
 *
 * @param clinical items that are neither routine nor administrative
 * @param served what recommendations come from now
 */
record FindingsMaker(
        LocalVisits visits,
        LocalVisits.Material material,
        ItemFilter clinical,
        EvidenceModel served,
        long seed,
        Progress progress) {

    private static final int BINS = 10;

    /**
     * @param learning how the model would have done with fewer patients
     */
    RunFindings of(LearnedModel tuned, List<LearningPoint> learning) {
        progress.report(0, -1, "Measuring who is helped and who is harmed");
        EncodedVisits test = material.test();
        EvidenceRanker base = new EvidenceRanker("before", material.base().evidence());
        EvidenceRanker after = new EvidenceRanker("after", tuned.evidence());
        boolean startsFromServed = served.name().equals(material.base().name());
        ProbableRanker reference = startsFromServed ? base : new TranslatedRanker(served, test);
        return new RunFindings(
                served.name(),
                change(after, reference),
                new Fairness(test, visits.groups(test), clinical, seed)
                        .report(reference, after, progress),
                MembershipTest.of(material.train(), test, after, base, seed),
                GroupShare.of(material.train(), visits.groups(material.train())),
                MovedWeight.most(base.model(), after.model(), material.train(), clinical),
                List.of(reliability(base), reliability(after)),
                learning);
    }

    private ReliabilityCurve reliability(EvidenceRanker ranker) {
        Reliability measured =
                Reliability.measure(
                                ranker,
                                material.test(),
                                clinical,
                                List.of(ranker.calibration()::probability),
                                BINS)
                        .getFirst();
        List<@Nullable Estimate> errors =
                measured.patients().length < 2
                        ? List.of()
                        : new Evaluator(EvaluationOptions.withSeed(seed))
                                .estimates(List.of(List.of(measured)));
        return new ReliabilityCurve(
                ranker.name(),
                Reliability.together(List.of(measured)),
                errors.isEmpty() ? null : errors.getFirst(),
                errors.size() < 2 ? null : errors.get(1));
    }

    private Map<Metric, Estimate> change(Ranker after, Ranker reference) {
        VisitMetrics second = VisitMetrics.measure(after, material.test(), clinical, seed);
        if (second.size() == 0) {
            return Map.of();
        }
        return new Evaluator(EvaluationOptions.withSeed(seed))
                .difference(
                        second, VisitMetrics.measure(reference, material.test(), clinical, seed))
                .differences();
    }
}
