package org.consilium.tuning;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.consilium.recommend.Calibration;
import org.consilium.recommend.Item;
import org.consilium.recommend.RoutineItems;
import org.consilium.recommend.Vocabulary;
import org.consilium.tuning.evaluation.Catalogue;
import org.consilium.tuning.evaluation.CatalogueFigures;
import org.consilium.tuning.evaluation.IsotonicRegression;
import org.consilium.tuning.evaluation.ItemFilter;
import org.consilium.tuning.evaluation.PatientSums;
import org.consilium.tuning.evaluation.Reliability;
import org.consilium.tuning.evaluation.ScoredCases;
import org.consilium.tuning.evaluation.Split;
import org.consilium.tuning.evaluation.Splits;
import org.consilium.tuning.evaluation.TopLists;
import org.consilium.tuning.evaluation.VisitMetrics;

/** Everything that is measured of one ranker on one fold. Immutable. */
record Measurement(
        int trainPatients,
        Fold fold,
        List<ItemFilter> filters,
        List<PatientSums> sums,
        PatientSums cold,
        Map<PatientGroup, PatientSums> groups,
        CatalogueFigures figures,
        Map<Recalibration, Reliability> reliability) {
    /** Length of the lists whose coverage, novelty and exposure are measured. */
    static final int SHOWN = 10;

    private static final int BINS = 10;

    /** Part of the training patients that a recalibration is fitted on. */
    private static final double HELD_BACK = .2;

    /** With fewer training patients than this there is no recalibration. */
    static final int FEWEST_TO_RECALIBRATE = 10;

    /**
     * Measures rankers on one fold.
     *
     * @param recalibrated whether Platt scaling and isotonic regression are fitted, too
     */
    record Maker(
            Fold fold,
            FoldMaterial material,
            RoutineItems routine,
            int coldVisits,
            boolean recalibrated) {

        /**
         * @param trained whether the ranker learned from the training visits
         * @param training makes the same ranker of other training visits
         */
        Measurement of(Ranker ranker, boolean trained, Function<EncodedVisits, Ranker> training) {
            EncodedVisits train = material.visits().train();
            EncodedVisits test = material.visits().test();
            Vocabulary<Item> items = test.itemVocabulary();
            ItemFilter clinical = ItemFilter.clinicalOnly(items, item -> !routine.contains(item));
            Catalogue catalogue =
                    Catalogue.of(
                            train,
                            clinical,
                            item -> material.inUse().indexOf(items.get(item)).isPresent(),
                            coldVisits);
            List<ItemFilter> filters =
                    Stream.concat(
                                    clinical.withKinds(items).stream(),
                                    ItemFilter.all(items).withKinds(items).stream())
                            .toList();
            List<VisitMetrics> measured =
                    VisitMetrics.measure(
                            ranker,
                            test,
                            Stream.concat(filters.stream(), Stream.of(catalogue.cold())).toList(),
                            fold.seed());
            return new Measurement(
                    trained ? train.patientCount() : 0,
                    fold,
                    filters,
                    measured.stream().limit(filters.size()).map(PatientSums::of).toList(),
                    PatientSums.of(measured.getLast()),
                    groups(measured.getFirst()),
                    CatalogueFigures.of(
                            TopLists.of(ranker, test, clinical, SHOWN, fold.seed()), catalogue),
                    reliability(ranker, clinical, trained, training));
        }

        private Map<PatientGroup, PatientSums> groups(VisitMetrics measured) {
            Set<PatientGroup> all = new HashSet<>();
            Arrays.stream(measured.visits())
                    .forEach(visit -> all.addAll(material.groups().get(visit)));
            Map<PatientGroup, PatientSums> groups = new HashMap<>();
            for (PatientGroup group : all) {
                groups.put(
                        group,
                        PatientSums.of(
                                measured, visit -> material.groups().get(visit).contains(group)));
            }
            return groups;
        }

        private Map<Recalibration, Reliability> reliability(
                Ranker ranker,
                ItemFilter clinical,
                boolean trained,
                Function<EncodedVisits, Ranker> training) {
            Map<Recalibration, DoubleUnaryOperator> ways = new EnumMap<>(Recalibration.class);
            if (ranker instanceof ProbableRanker probable) {
                ways.put(Recalibration.AS_IS, probable.calibration()::probability);
            }
            EncodedVisits train = material.visits().train();
            if (recalibrated && train.patientCount() >= FEWEST_TO_RECALIBRATE) {
                Split split = Splits.byPatient(train, 0, HELD_BACK, fold.seed());
                ScoredCases cases =
                        trained
                                ? ScoredCases.of(
                                        training.apply(split.train()), split.test(), clinical)
                                : ScoredCases.of(ranker, train, clinical);
                Calibration platt = PlattScaling.fit(cases);
                ways.put(Recalibration.PLATT, platt::probability);
                ways.put(Recalibration.ISOTONIC, IsotonicRegression.fit(cases)::probability);
            }
            List<Recalibration> order = List.copyOf(ways.keySet());
            List<Reliability> measured =
                    Reliability.measure(
                            ranker,
                            material.visits().test(),
                            clinical,
                            order.stream().map(ways::get).toList(),
                            BINS);
            Map<Recalibration, Reliability> reliability = new EnumMap<>(Recalibration.class);
            for (int way = 0; way < order.size(); way++) {
                reliability.put(order.get(way), measured.get(way));
            }
            return reliability;
        }
    }
}
