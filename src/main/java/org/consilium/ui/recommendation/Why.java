package org.consilium.ui.recommendation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.consilium.recommend.Attribution;
import org.consilium.recommend.Recommendation;
import org.jspecify.annotations.Nullable;

/**
 * One recommendation taken apart so that a person can add it up again: the starting point, shares
 * and, last, their sum, which is the score.
 *
 * @param bars in order of reading; the last is the sum
 * @param sentences the same in words, strongest first
 */
record Why(List<Bar> bars, List<String> sentences) {
    /** How many facts have a bar of their own. */
    static final int TOP = 9;

    private static final int SENTENCES = 6;

    Why {
        bars = List.copyOf(bars);
        sentences = List.copyOf(sentences);
    }

    /** What a bar stands for. */
    enum Part {
        START,
        FACT,
        REST,
        SUM
    }

    /**
     * @param detail how the fact stood to the patient; empty where there is nothing to add
     * @param value exact, log odds
     * @param shown the value in hundredths, rounded so that the shown values, too, add up
     * @param fact what it is the share of; null where it is none's or several facts'
     * @param group whose share it is; null where it is no group's
     */
    record Bar(
            Part part,
            String label,
            String detail,
            double value,
            long shown,
            @Nullable Attribution fact,
            @Nullable FactGroup group) {
        /** Whether there is more to see behind it. */
        boolean leadsOn() {
            return group != null || (fact != null && fact.when() != null);
        }

        String number() {
            return Wording.signed(shown / 100.0);
        }
    }

    /** The strongest facts one by one, the others together. */
    static Why byFact(Recommendation item) {
        List<Attribution> facts = item.attributions();
        int top = Math.min(TOP, facts.size());
        Draft draft = new Draft().add(Part.START, "Starting point", "any visit", item.bias());
        for (Attribution fact : facts.subList(0, top)) {
            draft.add(fact);
        }
        List<Attribution> rest = facts.subList(top, facts.size());
        if (!rest.isEmpty()) {
            String label = rest.size() == 1 ? "1 other fact" : rest.size() + " other facts";
            double sum = rest.stream().mapToDouble(Attribution::contribution).sum();
            draft.add(Part.REST, label, "together", sum);
        }
        return draft.summed(sentences(item));
    }

    /** One bar for each part of the record. */
    static Why byGroup(Recommendation item) {
        Map<FactGroup, Double> sums = new EnumMap<>(FactGroup.class);
        Map<FactGroup, Integer> counts = new EnumMap<>(FactGroup.class);
        for (Attribution fact : item.attributions()) {
            FactGroup group = FactGroup.of(fact.role());
            sums.merge(group, fact.contribution(), Double::sum);
            counts.merge(group, 1, Integer::sum);
        }
        Draft draft = new Draft().add(Part.START, "Starting point", "any visit", item.bias());
        sums.forEach((group, sum) -> {
            int count = counts.getOrDefault(group, 0);
            draft.add(group, count == 1 ? "1 fact" : count + " facts", sum);
        });
        return draft.summed(sentences(item));
    }

    /** The strongest facts of one part of the record, and the others together. */
    static Why ofGroup(Recommendation item, FactGroup group) {
        List<Attribution> facts =
                item.attributions().stream()
                        .filter(fact -> FactGroup.of(fact.role()) == group)
                        .toList();
        int top = Math.min(TOP, facts.size());
        Draft draft = new Draft().add(Part.START, "Starting point", "any visit", item.bias());
        facts.subList(0, top).forEach(draft::add);
        double rest =
                facts.subList(top, facts.size()).stream()
                        .mapToDouble(Attribution::contribution)
                        .sum();
        if (facts.size() > top) {
            draft.add(Part.REST, facts.size() - top + " more of these", "together", rest);
        }
        double others =
                item.attributions().stream()
                        .filter(fact -> FactGroup.of(fact.role()) != group)
                        .mapToDouble(Attribution::contribution)
                        .sum();
        draft.add(Part.REST, "Other parts of the record", "together", others);
        return draft.summed(facts.stream().limit(SENTENCES).map(FactWords::sentence).toList());
    }

    private static List<String> sentences(Recommendation item) {
        return item.attributions().stream().limit(SENTENCES).map(FactWords::sentence).toList();
    }

    private static final class Draft {
        private final List<Bar> bars = new ArrayList<>();

        Draft add(Part part, String label, String detail, double value) {
            bars.add(new Bar(part, label, detail, value, 0, null, null));
            return this;
        }

        void add(Attribution fact) {
            bars.add(
                    new Bar(
                            Part.FACT,
                            Wording.name(fact.concept()),
                            FactWords.detail(fact),
                            fact.contribution(),
                            0,
                            fact,
                            null));
        }

        void add(FactGroup group, String detail, double sum) {
            bars.add(new Bar(Part.FACT, group.label(), detail, sum, 0, null, group));
        }

        Why summed(List<String> sentences) {
            double[] values = bars.stream().mapToDouble(Bar::value).toArray();
            long[] shown = Rounding.toHundredths(values);
            double sum = 0;
            long shownSum = 0;
            List<Bar> rounded = new ArrayList<>();
            for (int i = 0; i < values.length; i++) {
                Bar bar = bars.get(i);
                rounded.add(
                        new Bar(
                                bar.part,
                                bar.label,
                                bar.detail,
                                bar.value,
                                shown[i],
                                bar.fact,
                                bar.group));
                sum += values[i];
                shownSum += shown[i];
            }
            rounded.add(new Bar(Part.SUM, "Score", "the sum", sum, shownSum, null, null));
            return new Why(rounded, sentences);
        }
    }
}
