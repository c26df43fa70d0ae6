package org.consilium.tuning;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.consilium.clinical.Cohort;
import org.consilium.clinical.Decision;
import org.consilium.cohort.CohortService;
import org.consilium.job.Progress;
import org.consilium.recommend.ConceptMapping;
import org.consilium.recommend.RoutineItems;
import org.consilium.store.DecisionRepository;
import org.consilium.tuning.evaluation.GroupGaps;
import org.consilium.tuning.evaluation.ItemFilter;
import org.consilium.tuning.evaluation.VisitOffers;
import org.consilium.tuning.monitor.FactFamily;
import org.consilium.tuning.monitor.MonitorReport;
import org.consilium.tuning.monitor.MonitorReport.Acceptance;
import org.consilium.tuning.monitor.MonitorReport.Drift;
import org.consilium.tuning.monitor.MonitorReport.Period;
import org.consilium.tuning.monitor.StabilityIndex;
import org.jspecify.annotations.Nullable;

/** Looks at how a served model does on a cohort as time goes by. */
record Monitor(
        CohortService cohorts,
        DecisionRepository decisions,
        RoutineItems routine,
        ConceptMapping mapping,
        Progress progress) {
    private static final int PERIODS = 6;
    private static final int BINS = 10;
    private static final long RECENT_DAYS = 365;

    /** Ours: a quarter too many or too few. */
    private static final double FEWEST_STARTS = .8;

    private static final double MOST_STARTS = 1.25;

    /** Ours: as wide as the intervals of small groups. */
    private static final double FAR_BEHIND = .1;

    /** Ours: fewer decisions say nothing. */
    private static final int ENOUGH_DECISIONS = 30;

    private static final double FEW_ACCEPTED = .3;

    MonitorReport report(Cohort cohort, LearnedModel model) {
        VisitCollector collector =
                new VisitCollector(
                        VisitOptions.asRecorded(LocalVisits.MOST_VISITS, 1)
                                .with(model.reading(mapping)));
        cohorts.forEachTimeline(cohort.id(), progress, collector::add);
        EncodedVisits visits = collector.encode(model.terms().facts(), model.terms().items());
        List<Period> periods = periods(visits, Fairness.groups(visits, collector), model);
        long last = Arrays.stream(visits.days()).max().orElse(0);
        List<Drift> drift = drift(visits, last - RECENT_DAYS, model);
        List<Decision> taken = decisions.ofCohort(cohort.id());
        List<Acceptance> acceptance = acceptance(taken);
        return new MonitorReport(
                MonitorReport.FORMAT,
                cohort.name(),
                model.name(),
                acceptance,
                counted(taken.stream().map(Decision::reason).toList()),
                counted(taken.stream().map(Decision::override).toList()),
                visits.size() == 0 ? null : LocalDate.ofEpochDay(last - RECENT_DAYS),
                drift,
                periods,
                proposals(drift, periods, acceptance));
    }

    private static List<Acceptance> acceptance(List<Decision> decisions) {
        Map<String, int[]> quarters = new TreeMap<>();
        for (Decision decision : decisions) {
            LocalDate day = LocalDate.ofInstant(decision.decidedAt(), ZoneOffset.UTC);
            String quarter = day.getYear() + "-Q" + day.get(IsoFields.QUARTER_OF_YEAR);
            int[] counts = quarters.computeIfAbsent(quarter, absent -> new int[2]);
            boolean declined = decision.reason() != null;
            boolean accepted = decision.verdict() == Decision.Verdict.ACCEPTED;
            counts[0] += accepted ? 1 : 0;
            counts[1] += accepted || declined ? 1 : 0;
        }
        List<Acceptance> rows = new ArrayList<>();
        quarters.forEach(
                (quarter, counts) -> rows.add(new Acceptance(quarter, counts[0], counts[1])));
        return rows;
    }

    private static Map<String, Integer> counted(List<? extends @Nullable Enum<?>> reasons) {
        Map<String, Integer> counts = new HashMap<>();
        reasons.stream()
                .filter(Objects::nonNull)
                .forEach(reason -> counts.merge(String.valueOf(reason), 1, Integer::sum));
        return counts;
    }

    private static List<Drift> drift(EncodedVisits visits, long after, LearnedModel model) {
        float[] expected = model.factRates();
        if (expected.length == 0) {
            return List.of();
        }
        double[] actual = new double[expected.length];
        for (int visit = 0; visit < visits.size(); visit++) {
            if (visits.days()[visit] > after) {
                Arrays.stream(visits.facts()[visit]).forEach(fact -> actual[fact]++);
            }
        }
        Map<FactFamily, List<Integer>> families = new EnumMap<>(FactFamily.class);
        for (int fact = 0; fact < expected.length; fact++) {
            families.computeIfAbsent(
                            FactFamily.of(model.terms().facts().get(fact).role()),
                            absent -> new ArrayList<>())
                    .add(fact);
        }
        List<Drift> drift = new ArrayList<>();
        families.forEach((family, facts) -> {
            facts.sort((a, b) -> Float.compare(expected[b], expected[a]));
            double[] was = new double[BINS + 1];
            double[] is = new double[BINS + 1];
            for (int i = 0; i < facts.size(); i++) {
                was[Math.min(i, BINS)] += expected[facts.get(i)];
                is[Math.min(i, BINS)] += actual[facts.get(i)];
            }
            double index = StabilityIndex.of(was, is);
            if (!Double.isNaN(index)) {
                drift.add(new Drift(family, index));
            }
        });
        return drift;
    }

    private List<Period> periods(
            EncodedVisits visits, List<List<PatientGroup>> groups, LearnedModel model) {
        ItemFilter clinical =
                ItemFilter.clinicalOnly(visits.itemVocabulary(), item -> !routine.contains(item));
        EvidenceRanker ranker = new EvidenceRanker("served", model.evidence());
        VisitOffers offers =
                VisitOffers.of(ranker, ranker.calibration()::probability, visits, clinical, 1);
        TreeMap<Integer, List<Integer>> years = new TreeMap<>();
        for (int visit = 0; visit < visits.size(); visit++) {
            years.computeIfAbsent(
                            LocalDate.ofEpochDay(visits.days()[visit]).getYear(),
                            absent -> new ArrayList<>())
                    .add(visit);
        }
        while (years.size() > PERIODS) {
            years.pollFirstEntry();
        }
        List<Period> periods = new ArrayList<>();
        years.forEach((year, own) -> {
            progress.checkCancelled();
            periods.add(period(year, own, offers, groups));
        });
        return periods;
    }

    private static Period period(
            int year, List<Integer> visits, VisitOffers all, List<List<PatientGroup>> groups) {
        VisitOffers offers =
                new VisitOffers(
                        visits.stream().mapToInt(visit -> all.patients()[visit]).toArray(),
                        visits.stream().map(visit -> all.rows()[visit]).toArray(double[][]::new));
        Map<PatientGroup, BitSet> members = new HashMap<>();
        for (int i = 0; i < visits.size(); i++) {
            int at = i;
            groups.get(visits.get(i))
                    .forEach(group ->
                            members.computeIfAbsent(group, absent -> new BitSet()).set(at));
        }
        PatientGroup worst = null;
        double behind = 0;
        for (Map.Entry<PatientGroup, BitSet> each : members.entrySet()) {
            BitSet others = (BitSet) each.getValue().clone();
            others.flip(0, visits.size());
            if (isLarge(each.getValue(), offers) && isLarge(others, offers)) {
                double gap = behind(offers, each.getValue());
                if (worst == null || gap > behind) {
                    worst = each.getKey();
                    behind = gap;
                }
            }
        }
        double ndcg = offers.meanNdcg();
        return new Period(
                year,
                visits.size(),
                offers.startedForExpected(),
                Double.isNaN(ndcg) ? null : ndcg,
                worst,
                behind);
    }

    private static double behind(VisitOffers offers, BitSet group) {
        int patients = Arrays.stream(offers.patients()).max().orElse(0);
        int[] once = IntStream.rangeClosed(0, patients).map(patient -> 1).toArray();
        double[] figures = GroupGaps.of(offers, offers, group).of(once);
        return figures[GroupGaps.FIGURES * FairnessMeasure.NDCG.ordinal() + 2];
    }

    private static boolean isLarge(BitSet visits, VisitOffers offers) {
        return visits.stream().map(visit -> offers.patients()[visit]).distinct().count()
                >= PatientGroup.FEWEST_PATIENTS;
    }

    private static List<String> proposals(
            List<Drift> drift, List<Period> periods, List<Acceptance> acceptance) {
        List<String> proposals = new ArrayList<>();
        drift.stream()
                .filter(Drift::isChanged)
                .forEach(each ->
                        proposals.add(
                                "The mix of %s has changed: stability index %.2f, from %.2f on it counts."
                                        .formatted(
                                                each.family().label().toLowerCase(Locale.ROOT),
                                                each.index(),
                                                StabilityIndex.CHANGED)));
        if (!periods.isEmpty()) {
            Period latest = periods.getLast();
            if (latest.ratio() < FEWEST_STARTS || latest.ratio() > MOST_STARTS) {
                proposals.add(
                        "In %d %.2f treatments were started for each expected one: probabilities are no longer right."
                                .formatted(latest.year(), latest.ratio()));
            }
            PatientGroup worst = latest.worst();
            if (worst != null && latest.behind() >= FAR_BEHIND) {
                proposals.add(
                        "In %d patients with %s %s are served worse: NDCG@10 is %.2f behind the others."
                                .formatted(
                                        latest.year(),
                                        worst.dimension().label().toLowerCase(Locale.ROOT),
                                        worst.value(),
                                        latest.behind()));
            }
        }
        if (!acceptance.isEmpty()) {
            Acceptance latest = acceptance.getLast();
            if (latest.decided() >= ENOUGH_DECISIONS
                    && latest.accepted() < FEW_ACCEPTED * latest.decided()) {
                proposals.add(
                        "In %s %d of %d recommendations were accepted."
                                .formatted(latest.quarter(), latest.accepted(), latest.decided()));
            }
        }
        return proposals;
    }
}
