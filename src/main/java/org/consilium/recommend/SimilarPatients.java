package org.consilium.recommend;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * The patients of a cohort who were most like one at some visit, by the facts that mattered:
 *
 * <pre>
 * similarity = sum over shared facts e of |share(e)| / sum over the patient's facts e of |share(e)|
 * </pre>
 *
 * with the shares of one item's score. Each patient counts once, with the visit that is most alike.
 * Not thread-safe.
 */
final class SimilarPatients {
    /** Those who share less than half of what mattered are not similar. */
    static final double LEAST_SIMILAR = .5;

    private final Map<Integer, Double> weights;
    private final double whole;
    private final PriorityQueue<One> nearest = new PriorityQueue<>(WORST_FIRST);

    private static final Comparator<One> WORST_FIRST =
            Comparator.comparingDouble(One::similarity).thenComparing(One::id);

    private record One(String id, double similarity, Map<Item, Integer> received) {}

    /**
     * @param weights of the patient's facts, by their index
     */
    SimilarPatients(Map<Integer, Double> weights) {
        this.weights = weights;
        whole = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /**
     * @param timeline with the model's concepts
     * @param visits all of it
     * @param known by visit the indices of its facts
     */
    void add(Timeline timeline, List<Visit> visits, List<int[]> known) {
        double most = 0;
        @Nullable Visit best = null;
        for (int i = 0; i < visits.size(); i++) {
            double similarity = similarity(known.get(i));
            if (similarity > most) {
                most = similarity;
                best = visits.get(i);
            }
        }
        if (best == null || most < LEAST_SIMILAR) {
            return;
        }
        One one = new One(timeline.patient().id(), most, received(timeline, best));
        nearest.add(one);
        if (nearest.size() > CohortEvidence.NEAREST) {
            nearest.poll();
        }
    }

    private double similarity(int[] known) {
        double shared = 0;
        for (int fact : known) {
            shared += weights.getOrDefault(fact, 0.0);
        }
        return whole == 0 ? 0 : shared / whole;
    }

    /** What was newly started at the visit or soon after, with the days until then. */
    private static Map<Item, Integer> received(Timeline timeline, Visit visit) {
        LocalDateTime day = visit.at().toLocalDate().atStartOfDay();
        LocalDateTime end = visit.at().plusDays(CohortEvidence.DAYS);
        Map<Item, Integer> received = new HashMap<>();
        for (ClinicalEvent event : timeline.events()) {
            Item item = Item.of(event);
            if (item != null
                    && !event.start().isBefore(day)
                    && event.start().isBefore(end)
                    && !visit.active().contains(item)) {
                int days = (int) Duration.between(day, event.start()).toDays();
                received.merge(item, days, Math::min);
            }
        }
        return received;
    }

    int size() {
        return nearest.size() < CohortEvidence.LEAST ? 0 : nearest.size();
    }

    /** Of one item; null where too few are similar. */
    CohortEvidence.@Nullable Received of(Item item) {
        return size() == 0
                ? null
                : CohortEvidence.Received.of(item, days().getOrDefault(item, List.of()), size());
    }

    /** Of those that can be told, the most frequent first. */
    List<CohortEvidence.Received> most(int most, List<Item> among) {
        if (size() == 0) {
            return List.of();
        }
        Map<Item, List<Integer>> days = days();
        return among.stream()
                .filter(item -> days.getOrDefault(item, List.of()).size() >= CohortEvidence.LEAST)
                .sorted(Comparator.comparingInt(item -> -days.getOrDefault(item, List.of()).size()))
                .limit(most)
                .map(item ->
                        CohortEvidence.Received.of(
                                item, days.getOrDefault(item, List.of()), size()))
                .toList();
    }

    private Map<Item, List<Integer>> days() {
        Map<Item, List<Integer>> days = new HashMap<>();
        nearest.forEach(one ->
                one.received()
                        .forEach((item, day) ->
                                days.computeIfAbsent(item, each -> new ArrayList<>()).add(day)));
        return days;
    }

    static int[] known(EvidenceModel model, Visit visit) {
        return visit.facts().stream()
                .map(occurrence -> KnownFacts.indexOf(model.facts(), occurrence.fact()))
                .flatMapToInt(OptionalInt::stream)
                .toArray();
    }
}
