package org.consilium.tuning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consilium.job.Progress;
import org.consilium.tuning.evaluation.EvaluationOptions;
import org.consilium.tuning.evaluation.Evaluator;
import org.consilium.tuning.evaluation.GroupGaps;
import org.consilium.tuning.evaluation.ItemFilter;
import org.consilium.tuning.evaluation.VisitOffers;
import org.jspecify.annotations.Nullable;

/**
 * Measures how groups of held-out patients are served before and after.
 *
 * @param groups by test visit the groups its patient is in, one in each respect
 */
record Fairness(EncodedVisits test, List<List<PatientGroup>> groups, ItemFilter filter, long seed) {
    private static final Comparator<List<PatientGroup>> ORDER =
            Comparator.<List<PatientGroup>>comparingInt(List::size)
                    .thenComparing(each -> each.getFirst().dimension())
                    .thenComparing(each -> each.getLast().dimension())
                    .thenComparing(each -> each.getFirst().value())
                    .thenComparing(each -> each.getLast().value());

    FairnessReport report(ProbableRanker before, ProbableRanker after, Progress progress) {
        VisitOffers first = offers(before);
        VisitOffers second = offers(after);
        Evaluator evaluator = new Evaluator(EvaluationOptions.withSeed(seed));
        List<FairnessReport.Group> reported = new ArrayList<>();
        int suppressed = 0;
        Map<List<PatientGroup>, BitSet> members = members();
        for (List<PatientGroup> group : members.keySet().stream().sorted(ORDER).toList()) {
            progress.checkCancelled();
            BitSet visits = members.getOrDefault(group, new BitSet());
            BitSet others = (BitSet) visits.clone();
            others.flip(0, test.size());
            if (others.isEmpty()) {
                continue;
            }
            if (isSmall(visits) || isSmall(others)) {
                suppressed++;
                continue;
            }
            reported.add(
                    new FairnessReport.Group(
                            group,
                            visits.cardinality(),
                            patients(visits),
                            gaps(
                                    evaluator.estimates(
                                            List.of(
                                                    List.of(
                                                            GroupGaps.of(
                                                                    first, second, visits)))))));
        }
        return new FairnessReport(reported, suppressed);
    }

    private VisitOffers offers(ProbableRanker ranker) {
        return VisitOffers.of(ranker, ranker.calibration()::probability, test, filter, seed);
    }

    /** Groups of one respect, and of two where both are recorded, with their visits. */
    private Map<List<PatientGroup>, BitSet> members() {
        Map<List<PatientGroup>, BitSet> members = new LinkedHashMap<>();
        for (int visit = 0; visit < groups.size(); visit++) {
            List<PatientGroup> own = groups.get(visit);
            for (int i = 0; i < own.size(); i++) {
                add(members, List.of(own.get(i)), visit);
                for (int j = i + 1; j < own.size(); j++) {
                    if (isRecorded(own.get(i)) && isRecorded(own.get(j))) {
                        add(members, List.of(own.get(i), own.get(j)), visit);
                    }
                }
            }
        }
        return members;
    }

    private static boolean isRecorded(PatientGroup group) {
        return !group.value().equals(PatientGroup.NOT_RECORDED);
    }

    private static void add(
            Map<List<PatientGroup>, BitSet> members, List<PatientGroup> group, int visit) {
        members.computeIfAbsent(group, absent -> new BitSet()).set(visit);
    }

    private boolean isSmall(BitSet visits) {
        return patients(visits) < PatientGroup.FEWEST_PATIENTS;
    }

    private int patients(BitSet visits) {
        Set<Integer> patients = new HashSet<>();
        visits.stream().forEach(visit -> patients.add(test.patients()[visit]));
        return patients.size();
    }

    private static Map<FairnessMeasure, FairnessReport.Gap> gaps(List<@Nullable Estimate> figures) {
        Map<FairnessMeasure, FairnessReport.Gap> gaps = new EnumMap<>(FairnessMeasure.class);
        for (FairnessMeasure measure : FairnessMeasure.values()) {
            int start = GroupGaps.FIGURES * measure.ordinal();
            Estimate[] own =
                    IntStream.range(start, Math.min(figures.size(), start + GroupGaps.FIGURES))
                            .mapToObj(figures::get)
                            .flatMap(Stream::ofNullable)
                            .toArray(Estimate[]::new);
            if (own.length == GroupGaps.FIGURES) {
                gaps.put(
                        measure,
                        new FairnessReport.Gap(
                                own[0].mean(),
                                own[1].mean(),
                                own[2].mean(),
                                own[3].mean(),
                                own[4]));
            }
        }
        return gaps;
    }

    /** The groups of every visit of a test set. */
    static List<List<PatientGroup>> groups(EncodedVisits test, VisitCollector collector) {
        return IntStream.range(0, test.size())
                .mapToObj(visit ->
                        PatientGroup.of(
                                collector.traits(test.patients()[visit]),
                                LocalDate.ofEpochDay(test.days()[visit])))
                .toList();
    }
}
