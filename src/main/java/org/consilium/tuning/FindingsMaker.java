package org.consilium.tuning;

import java.util.Map;
import org.consilium.job.Progress;
import org.consilium.recommend.EvidenceModel;
import org.consilium.tuning.evaluation.EvaluationOptions;
import org.consilium.tuning.evaluation.Evaluator;
import org.consilium.tuning.evaluation.ItemFilter;
import org.consilium.tuning.evaluation.VisitMetrics;

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

    RunFindings of(LearnedModel tuned) {
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
                MovedWeight.most(base.model(), after.model(), material.train(), clinical));
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
