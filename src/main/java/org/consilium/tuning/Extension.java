package org.consilium.tuning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.consilium.recommend.Fact;
import org.consilium.recommend.Item;
import org.consilium.recommend.Vocabulary;
import org.consilium.tuning.factor.Factors;
import org.consilium.tuning.factor.Terms;
import org.consilium.tuning.factor.TextEncoder;

/**
 * A base model over its own vocabulary and a cohort's: what it never saw is known by its text
 * alone, with no learned vector and no weight of its own. Scores of visits without such facts stay
 * as they were.
 */
final class Extension {
    private final LearnedModel base;
    private final TextEncoder encoder;

    Extension(LearnedModel base, TextEncoder encoder) {
        this.base = base;
        this.encoder = encoder;
    }

    LearnedModel over(Vocabulary<Fact> localFacts, Vocabulary<Item> localItems) {
        Vocabulary<Fact> facts = union(base.terms().facts(), localFacts);
        Vocabulary<Item> items = union(base.terms().items(), localItems);
        if (facts.size() == base.terms().facts().size()
                && items.size() == base.terms().items().size()) {
            return base;
        }
        Terms terms = base.terms().extended(facts, items, encoder);
        return new LearnedModel(
                base.name(),
                base.base(),
                base.cohort(),
                terms,
                factors(terms),
                base.ridge().over(terms),
                base.calibration(),
                Arrays.copyOf(base.itemRates(), items.size()),
                factRates(facts.size()),
                base.provenance());
    }

    private static <T> Vocabulary<T> union(Vocabulary<T> known, Vocabulary<T> local) {
        List<T> all = new ArrayList<>(known.entries());
        for (T entry : local.entries()) {
            if (known.indexOf(entry).isEmpty()) {
                all.add(entry);
            }
        }
        return new Vocabulary<>(all);
    }

    private Factors factors(Terms terms) {
        Factors from = base.factors();
        int dimension = from.dimension();
        float[] bias = Arrays.copyOf(from.bias(), terms.items().size());
        // an item that the source never saw starts as rare as the rarest that it did
        float rarest = Float.MAX_VALUE;
        for (float value : from.bias()) {
            rarest = Math.min(rarest, value);
        }
        Arrays.fill(bias, from.bias().length, bias.length, rarest);
        return new Factors(
                dimension,
                from.termWeights(),
                Arrays.copyOf(from.term(), terms.terms() * dimension),
                from.role(),
                Arrays.copyOf(from.fact(), terms.facts().size() * dimension),
                from.itemWeights(),
                Arrays.copyOf(from.item(), terms.items().size() * dimension),
                bias);
    }

    private float[] factRates(int facts) {
        float[] rates = base.factRates();
        return rates.length == 0 ? rates : Arrays.copyOf(rates, facts);
    }
}
