package org.consilium.tuning;

import java.util.ArrayList;
import java.util.List;
import org.consilium.job.Progress;
import org.consilium.tuning.baseline.TextRidgeOptions;
import org.consilium.tuning.evaluation.ItemFilter;
import org.consilium.tuning.evaluation.Split;
import org.consilium.tuning.evaluation.VisitMetrics;
import org.consilium.tuning.factor.FactorTrainer;
import org.consilium.tuning.factor.Terms;

/**
 * Finds out what a base model of a cohort is best made of: every recipe learns from the training
 * patients and is measured on the validation patients; the test patients are not looked at.
 */
final class RecipeChooser {
    private static final List<TextRidgeOptions> RIDGES =
            List.of(
                    new TextRidgeOptions(100, 0, 3, 0),
                    new TextRidgeOptions(100, .3, 3, 0),
                    new TextRidgeOptions(300, .3, 3, 0),
                    new TextRidgeOptions(1000, .3, 3, 0));

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

    Plan choose(Split split, Provenance provenance) {
        if (options.recipe() == BaseModelOptions.Recipe.FACTORS) {
            return factors();
        }
        List<Plan> plans = new ArrayList<>();
        RIDGES.forEach(each -> plans.add(ridge(each)));
        plans.add(factors());
        Plan best = plans.getFirst();
        double most = Double.NEGATIVE_INFINITY;
        for (Plan plan : plans) {
            progress.checkCancelled();
            Ranker ranker =
                    new EvidenceRanker(
                            plan.words(), plan.learn(split.train(), provenance).evidence());
            double ndcg =
                    VisitMetrics.measure(
                                    ranker,
                                    split.validation(),
                                    ItemFilter.all(terms.items()),
                                    options.splitSeed())
                            .mean(Metric.NDCG_10);
            if (ndcg > most) {
                best = plan;
                most = ndcg;
            }
        }
        return best;
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

    private Plan ridge(TextRidgeOptions ridge) {
        return new Plan() {
            @Override
            public String words() {
                return ridge.toString();
            }

            @Override
            public LearnedModel learn(EncodedVisits visits, Provenance provenance) {
                return learner.closedForm(lesson(visits, provenance), terms, ridge, progress);
            }
        };
    }

    private Learner.Lesson lesson(EncodedVisits visits, Provenance provenance) {
        return new Learner.Lesson(
                options.name(), options.population(), visits, options.training(), provenance);
    }
}
