package org.consilium.tuning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.consilium.clinical.Cohort;
import org.consilium.cohort.CohortService;
import org.consilium.job.Progress;
import org.consilium.recommend.ConceptMapping;
import org.consilium.recommend.EvidenceModel;
import org.consilium.recommend.Fact;
import org.consilium.recommend.KnownFacts;
import org.consilium.recommend.RoutineItems;
import org.consilium.tuning.evaluation.ItemFilter;
import org.consilium.tuning.evaluation.RankBiasedOverlap;
import org.consilium.tuning.evaluation.TopLists;

/**
 * Whose first five change most when one model takes the place of another, over the latest visit of
 * every patient of a cohort, and why.
 */
record TopChanges(
        CohortService cohorts, RoutineItems routine, ConceptMapping mapping, Progress progress) {
    private static final int FIRST = 5;
    private static final int REASONS = 3;
    private static final double LEAST = .05;

    List<TopChange> most(Cohort cohort, LearnedModel before, LearnedModel after, int most) {
        List<String> patients = new ArrayList<>();
        VisitCollector collector =
                new VisitCollector(
                        VisitOptions.asRecorded(LocalVisits.MOST_VISITS, 1)
                                .with(after.reading(mapping)));
        cohorts.forEachTimeline(
                cohort.id(),
                progress,
                timeline -> {
                    patients.add(timeline.patient().id());
                    collector.add(timeline);
                });
        EncodedVisits all = collector.encode(after.terms().facts(), after.terms().items());
        EncodedVisits latest = all.subset(latest(all));
        Both both = new Both(before.evidence(), after.evidence(), latest);
        ItemFilter clinical =
                ItemFilter.clinicalOnly(latest.itemVocabulary(), item -> !routine.contains(item));
        TopLists was = TopLists.of(both.beforeRanker(), latest, clinical, FIRST, 1);
        TopLists is =
                TopLists.of(new EvidenceRanker("after", both.after), latest, clinical, FIRST, 1);
        List<TopChange> changes = new ArrayList<>();
        double[] overlaps = new double[latest.size()];
        for (int visit = 0; visit < overlaps.length; visit++) {
            overlaps[visit] =
                    RankBiasedOverlap.of(boxed(was.shown()[visit]), boxed(is.shown()[visit]));
        }
        IntStream.range(0, overlaps.length)
                .boxed()
                .filter(visit -> overlaps[visit] < 1)
                .sorted(Comparator.comparingDouble(visit -> overlaps[visit]))
                .limit(most)
                .forEach(visit ->
                        changes.add(
                                new TopChange(
                                        patients.get(latest.patients()[visit]),
                                        LocalDate.ofEpochDay(latest.days()[visit]),
                                        overlaps[visit],
                                        both.names(was.shown()[visit]),
                                        both.names(is.shown()[visit]),
                                        both.why(visit, was.shown()[visit], is.shown()[visit]))));
        return List.copyOf(changes);
    }

    private static int[] latest(EncodedVisits visits) {
        Map<Integer, Integer> last = new HashMap<>();
        for (int visit = 0; visit < visits.size(); visit++) {
            last.put(visits.patients()[visit], visit);
        }
        return last.values().stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    private static List<Integer> boxed(int[] items) {
        return Arrays.stream(items).boxed().toList();
    }

    /** Two models over the vocabularies of the second. */
    private static final class Both {
        private final EvidenceModel before;
        private final EvidenceModel after;
        private final EncodedVisits visits;

        Both(EvidenceModel before, EvidenceModel after, EncodedVisits visits) {
            this.before = before;
            this.after = after;
            this.visits = visits;
        }

        Ranker beforeRanker() {
            return new TranslatedRanker(before, visits);
        }

        List<String> names(int[] items) {
            return Arrays.stream(items)
                    .mapToObj(item -> after.items().get(item).concept().display())
                    .toList();
        }

        /** Of the item in either list whose score moved most. */
        List<String> why(int visit, int[] was, int[] is) {
            TreeSet<Integer> shown = new TreeSet<>(boxed(was));
            shown.addAll(boxed(is));
            int[] facts = visits.facts()[visit];
            double[] moved = new double[0];
            int item = -1;
            for (int each : shown) {
                double[] by = moves(facts, each);
                if (item < 0
                        || Math.abs(Arrays.stream(by).sum())
                                > Math.abs(Arrays.stream(moved).sum())) {
                    moved = by;
                    item = each;
                }
            }
            double[] most = moved;
            int about = item;
            return IntStream.range(0, Math.min(facts.length, most.length))
                    .boxed()
                    .filter(fact -> Math.abs(most[fact]) >= LEAST)
                    .sorted(Comparator.comparingDouble(fact -> -Math.abs(most[fact])))
                    .limit(REASONS)
                    .map(fact -> sentence(facts[fact], about, most[fact]))
                    .toList();
        }

        private String sentence(int fact, int item, double moved) {
            Fact said = after.facts().get(fact);
            return String.format(
                    Locale.ROOT,
                    "%s speaks %s for %s than before (%+.2f)",
                    said.text(),
                    moved > 0 ? "more" : "less",
                    after.items().get(item).concept().display(),
                    moved);
        }

        /** By fact how much its contribution to an item's score moved. */
        private double[] moves(int[] facts, int item) {
            int old = before.items().indexOf(after.items().get(item)).orElse(-1);
            int[] known =
                    Arrays.stream(facts)
                            .map(fact ->
                                    KnownFacts.indexOf(before.facts(), after.facts().get(fact))
                                            .orElse(-1))
                            .toArray();
            int count = (int) Arrays.stream(known).filter(fact -> fact >= 0).count();
            double[] moves = new double[facts.length];
            for (int i = 0; i < moves.length; i++) {
                double was = known[i] < 0 || old < 0 ? 0 : before.weight(known[i], old, count);
                moves[i] = after.weight(facts[i], item, facts.length) - was;
            }
            return moves;
        }
    }
}
