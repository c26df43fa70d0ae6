package org.consilium.tuning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import org.consilium.job.Progress;
import org.consilium.tuning.baseline.TextRidgeOptions;
import org.consilium.tuning.evaluation.ItemFilter;
import org.consilium.tuning.evaluation.Split;
import org.consilium.tuning.evaluation.Splits;
import org.consilium.tuning.evaluation.VisitMetrics;
import org.consilium.tuning.factor.FactorTrainer;
import org.consilium.tuning.factor.Terms;

/**
 * Finds out what a base model of a cohort is best made of, by patients who are left out in turn:
 * whole places of care at a time where there are enough of them, since a base model is for others
 * than it learned from. The test patients are not looked at.
 */
final class RecipeChooser {
    private static final List<TextRidgeOptions> RIDGES =
            List.of(
                    new TextRidgeOptions(30, 0, 3, 0),
                    new TextRidgeOptions(100, 0, 3, 0),
                    new TextRidgeOptions(300, 0, 3, 0),
                    new TextRidgeOptions(100, .3, 3, 0),
                    new TextRidgeOptions(300, .3, 3, 0),
                    new TextRidgeOptions(1000, .3, 3, 0));

    private static final int FOLDS = 5;

    /** From here on one part left out says enough, and five take too long. */
    private static final int MANY_VISITS = 20_000;

    private final Learner learner;
    private final Terms terms;
    private final BaseModelOptions options;
    private final Progress progress;

    /** A way to learn a model from visits. */
    interface Plan {
        /** In words, for the provenance. */
        String words();

        LearnedModel learn(EncodedVisits visits, Provenance provenance);
    }

    RecipeChooser(FactorTrainer trainer, Terms terms, BaseModelOptions options, Progress progress) {
        this.learner = new Learner(trainer);
        this.terms = terms;
        this.options = options;
        this.progress = progress;
    }

    /**
     * @param visits without the test patients
     * @param site of a patient
     */
    Plan choose(EncodedVisits visits, IntFunction<String> site, Provenance provenance) {
        if (options.recipe() == BaseModelOptions.Recipe.FACTORS) {
            return factors();
        }
        Map<String, Integer> sites = sites(visits, site);
        List<Split> folds = folds(visits, sites, site);
        List<Plan> plans = new ArrayList<>();
        RIDGES.forEach(each -> plans.add(ridge(each, sites.size())));
        plans.add(factors());
        Plan best = plans.getFirst();
        double most = Double.NEGATIVE_INFINITY;
        for (Plan plan : plans) {
            List<VisitMetrics> parts = new ArrayList<>();
            progress.report(
                    plans.indexOf(plan),
                    plans.size(),
                    "Trying recipe %d of %d on patients left out"
                            .formatted(plans.indexOf(plan) + 1, plans.size()));
            for (Split fold : folds) {
                progress.checkCancelled();
                parts.add(measure(plan, fold, provenance));
            }
            double ndcg = VisitMetrics.joined(parts).mean(Metric.NDCG_10);
            if (ndcg > most) {
                best = plan;
                most = ndcg;
            }
        }
        return best;
    }

    private static Map<String, Integer> sites(EncodedVisits visits, IntFunction<String> site) {
        Map<String, Integer> sites = new HashMap<>();
        for (int patient : visits.patients()) {
            sites.putIfAbsent(site.apply(patient), sites.size());
        }
        return sites;
    }

    private List<Split> folds(
            EncodedVisits visits, Map<String, Integer> sites, IntFunction<String> site) {
        long seed = options.splitSeed();
        List<Split> folds =
                sites.size() < RidgePart.MANY_SITES
                        ? Splits.folds(visits, FOLDS, seed)
                        : Splits.folds(
                                visits,
                                patient -> Objects.requireNonNull(sites.get(site.apply(patient))),
                                FOLDS,
                                seed);
        return visits.size() < MANY_VISITS ? folds : folds.subList(0, 1);
    }

    private VisitMetrics measure(Plan plan, Split fold, Provenance provenance) {
        LearnedModel model = plan.learn(fold.train(), provenance);
        return VisitMetrics.measure(
                new LearnedRanker(plan.words(), model),
                fold.test(),
                ItemFilter.all(terms.items()),
                options.splitSeed());
    }

    private Plan factors() {
        return new Plan() {
            @Override
            public String words() {
                return "factors, " + options.training() + ", ridgeWeight " + Learner.RIDGE_WEIGHT;
            }

            @Override
            public LearnedModel learn(EncodedVisits visits, Provenance provenance) {
                return learner.fresh(
                        lesson(visits, provenance),
                        terms,
                        progress,
                        FactorTrainer.AfterEpoch.NOTHING);
            }
        };
    }

    private Plan ridge(TextRidgeOptions ridge, int sites) {
        return new Plan() {
            @Override
            public String words() {
                return ridge.toString();
            }

            @Override
            public LearnedModel learn(EncodedVisits visits, Provenance provenance) {
                return learner.closedForm(
                        lesson(visits, provenance), terms, ridge, sites, progress);
            }
        };
    }

    private Learner.Lesson lesson(EncodedVisits visits, Provenance provenance) {
        return new Learner.Lesson(
                options.name(), options.population(), visits, options.training(), provenance);
    }
}
