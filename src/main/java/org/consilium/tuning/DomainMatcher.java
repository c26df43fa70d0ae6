package org.consilium.tuning;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.consilium.recommend.Fact;
import org.consilium.recommend.Item;
import org.consilium.recommend.KnownFacts;
import org.consilium.recommend.Role;

/**
 * Measures how well a base model fits a cohort by how often what the cohort uses is known to it.
 * The thresholds come from generated shifts (docs/benchmarks.md, "Domain match"): below {@link
 * #ALIKE_ITEMS} tuning gains more than it costs, above it costs more than it gains.
 */
final class DomainMatcher {
    /** Share of the treatments started that must be known for anything to be transferred. */
    static final double SOME_ITEMS = .1;

    /** ... and for codes that the model never saw to be guessed from their texts. */
    static final double MOST_ITEMS = .5;

    /** Share of the recorded facts that must be known for anything to be transferred. */
    static final double SOME_FACTS = .1;

    /** ... and for codes that the model never saw to be guessed from their texts. */
    static final double MOST_FACTS = .5;

    /**
     * Share of the treatments started from which a cohort is recorded as the source was. A source
     * of one place is then left as it is: nothing says that another place does otherwise.
     */
    static final double ALIKE_ITEMS = .97;

    /** ... and of the recorded facts. */
    static final double ALIKE_FACTS = .95;

    private DomainMatcher() {}

    static DomainMatch match(LearnedModel base, VisitCollector local) {
        Map<Fact, Integer> facts = local.factUse();
        Map<Item, Integer> items = local.itemUse();
        double[] factRates = new double[base.terms().facts().size()];
        double[] itemRates = new double[base.terms().items().size()];
        double knownFacts = knownFacts(base, facts, factRates);
        double knownItems = knownItems(base, items, itemRates);
        Transfer transfer = transfer(knownFacts, knownItems, base.ridge().ofOnePlace());
        return new DomainMatch(
                base.name(),
                local.patients(),
                knownFacts,
                knownItems,
                divergence(base.factRates(), factRates),
                divergence(base.itemRates(), itemRates),
                local.byText(),
                transfer,
                reason(transfer, knownFacts, knownItems));
    }

    private static double knownFacts(LearnedModel base, Map<Fact, Integer> use, double[] counts) {
        double known = 0;
        double all = 0;
        for (Map.Entry<Fact, Integer> each : use.entrySet()) {
            OptionalInt index = KnownFacts.indexOf(base.terms().facts(), each.getKey());
            index.ifPresent(fact -> counts[fact] += each.getValue());
            // everybody has an age and a sex, whatever the codes
            if (each.getKey().role() != Role.DEMOGRAPHIC) {
                all += each.getValue();
                known += index.isPresent() ? each.getValue() : 0;
            }
        }
        return all == 0 ? 0 : known / all;
    }

    private static double knownItems(LearnedModel base, Map<Item, Integer> use, double[] counts) {
        double known = 0;
        double all = 0;
        for (Map.Entry<Item, Integer> each : use.entrySet()) {
            OptionalInt index = base.terms().items().indexOf(each.getKey());
            index.ifPresent(item -> counts[item] += each.getValue());
            all += each.getValue();
            known += index.isPresent() ? each.getValue() : 0;
        }
        return all == 0 ? 0 : known / all;
    }

    /**
     * @param onePlace whether the source is of one place
     */
    static Transfer transfer(double knownFacts, double knownItems, boolean onePlace) {
        if (knownItems < SOME_ITEMS || knownFacts < SOME_FACTS) {
            return Transfer.NONE;
        }
        if (onePlace && knownItems >= ALIKE_ITEMS && knownFacts >= ALIKE_FACTS) {
            return Transfer.UNCHANGED;
        }
        return knownItems >= MOST_ITEMS && knownFacts >= MOST_FACTS
                ? Transfer.FULL
                : Transfer.PARTIAL;
    }

    private static String reason(Transfer transfer, double facts, double items) {
        String numbers =
                String.format(
                        Locale.ROOT,
                        "It knows %.0f%% of what is recorded and %.0f%% of the treatments started here, by use",
                        100 * facts,
                        100 * items);
        return numbers
                + switch (transfer) {
                    case FULL -> ": the same codes, so all of it is used.";
                    case PARTIAL ->
                            ": only in part the same codes, so what it knows of them is used and the rest is learned here.";
                    case NONE -> ": other codes, so the local patients alone are learned from.";
                    case UNCHANGED ->
                            ": recorded as where it was made, so it is left as it is unless patients here show that tuning helps.";
                };
    }

    /** Of two rows of weights, each brought to a sum of 1; negative where one has none. */
    private static double divergence(float[] there, double[] here) {
        double thereSum = 0;
        double hereSum = 0;
        for (int i = 0; i < there.length; i++) {
            thereSum += there[i];
            hereSum += here[i];
        }
        if (thereSum == 0 || hereSum == 0) {
            return -1;
        }
        double bits = 0;
        for (int i = 0; i < there.length; i++) {
            double p = there[i] / thereSum;
            double q = here[i] / hereSum;
            bits += .5 * (information(p, (p + q) / 2) + information(q, (p + q) / 2));
        }
        return bits;
    }

    private static double information(double p, double mean) {
        return p == 0 ? 0 : p * Math.log(p / mean) / Math.log(2);
    }
}
