package org.consilium.tuning;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import org.consilium.clinical.Decision;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.StandingDecisions;
import org.consilium.clinical.Timeline;
import org.consilium.recommend.ConceptMapping;
import org.consilium.recommend.Fact;
import org.consilium.recommend.FactExtractor;
import org.consilium.recommend.FactOccurrence;
import org.consilium.recommend.Item;
import org.consilium.recommend.KnownFacts;
import org.consilium.tuning.factor.Terms;

/**
 * Gathers what was known of the patients when decisions were taken, while their timelines stream
 * by. Of several decisions on one item at one time the last that stands counts. Not thread-safe.
 */
final class FeedbackCollector {
    private final FactExtractor extractor = new FactExtractor();
    private final Map<String, Map<Asked, Decision>> decisions = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();

    private record Asked(LocalDateTime at, Item item) {}

    private record Row(int patient, List<Fact> facts, Item item, Decision decision) {}

    /** Rows over a model's terms, and which decisions they are. */
    record Gathered(Feedback feedback, FeedbackUse use) {}

    private FeedbackCollector() {}

    /** Without any decision. */
    static FeedbackCollector none() {
        return new FeedbackCollector();
    }

    /**
     * @param decisions of a cohort, in the order they were taken
     * @param until later ones don't count, so that a run can be done again
     */
    static FeedbackCollector of(List<Decision> decisions, Instant until) {
        FeedbackCollector collector = new FeedbackCollector();
        List<Decision> taken =
                decisions.stream()
                        .filter(decision -> !decision.decidedAt().isAfter(until))
                        .toList();
        for (Decision decision : StandingDecisions.of(taken)) {
            collector
                    .decisions
                    .computeIfAbsent(decision.patientId(), patient -> new LinkedHashMap<>())
                    .put(new Asked(decision.at(), item(decision)), decision);
        }
        return collector;
    }

    private static Item item(Decision decision) {
        return new Item(decision.kind(), decision.item());
    }

    /**
     * @param mapping of the recorded concepts, as the visits are read
     * @param patient number of the timeline's patient
     */
    void add(Timeline recorded, ConceptMapping mapping, int patient) {
        Collection<Decision> own =
                decisions.getOrDefault(recorded.patient().id(), Map.of()).values();
        if (own.isEmpty()) {
            return;
        }
        Timeline timeline = mapping.of(recorded).timeline();
        for (Decision decision : own) {
            List<Fact> facts =
                    extractor.visitAt(timeline, decision.at()).facts().stream()
                            .map(FactOccurrence::fact)
                            .toList();
            EventKind kind = EventKind.valueOf(decision.kind().name());
            Item item = new Item(decision.kind(), mapping.of(kind, decision.item()));
            rows.add(new Row(patient, facts, item, decision));
        }
    }

    /**
     * @param training whether a patient may be learned from
     */
    Gathered over(Terms terms, IntPredicate training, double weight) {
        List<Row> used = new ArrayList<>();
        int silent = 0;
        int heldOut = 0;
        for (Row row : rows) {
            if (Feedback.wanted(row.decision).isEmpty()
                    || terms.items().indexOf(row.item).isEmpty()) {
                silent++;
            } else if (training.test(row.patient)) {
                used.add(row);
            } else {
                heldOut++;
            }
        }
        Feedback feedback = encoded(used, terms);
        int accepted = 0;
        for (boolean wanted : feedback.wanted()) {
            accepted += wanted ? 1 : 0;
        }
        return new Gathered(
                feedback,
                new FeedbackUse(accepted, used.size() - accepted, silent, heldOut, weight));
    }

    private static Feedback encoded(List<Row> rows, Terms terms) {
        int[][] facts = new int[rows.size()][];
        int[] items = new int[rows.size()];
        boolean[] wanted = new boolean[rows.size()];
        for (int row = 0; row < facts.length; row++) {
            facts[row] =
                    rows.get(row).facts.stream()
                            .map(fact -> KnownFacts.indexOf(terms.facts(), fact))
                            .flatMapToInt(OptionalInt::stream)
                            .sorted()
                            .toArray();
            items[row] = terms.items().indexOf(rows.get(row).item).orElseThrow();
            wanted[row] = Feedback.wanted(rows.get(row).decision).orElseThrow();
        }
        return new Feedback(facts, items, wanted);
    }
}
