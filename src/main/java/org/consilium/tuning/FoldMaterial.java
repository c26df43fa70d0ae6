package org.consilium.tuning;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.consilium.recommend.Fact;
import org.consilium.recommend.Item;
import org.consilium.recommend.Vocabulary;
import org.consilium.tuning.evaluation.Splits;
import org.consilium.tuning.factor.TextEncoder;

/**
 * What one fold and number of training patients give to learn from and to be tested on. Items are
 * counted on the whole training part, so that every number of training patients is tested on the
 * same targets; facts on the training patients alone.
 *
 * @param visits base model, training and test visits over both vocabularies
 * @param elsewhere patients of other sites than the one that is tested; not to be written to
 * @param inUse items that the training part holds often enough to be known without the base model
 * @param groups by test visit the groups of its patient
 * @param targets starts of any item at the test visits
 * @param knownTargets those of them that are in the vocabulary, so that they are counted
 */
record FoldMaterial(
        LocalVisits.Material visits,
        BitSet elsewhere,
        Vocabulary<Item> inUse,
        List<List<PatientGroup>> groups,
        long targets,
        long knownTargets) {
    /** What is rarer is left out, as in a model that is tuned. */
    private static final int LEAST_COUNT = 3;

    /**
     * Makes it of a cohort.
     *
     * @param baselinesOnly whether nothing is measured that knows more than the cohort: then the
     *     base model's items are no candidates
     */
    record Maker(
            VisitCollector collector,
            LearnedModel base,
            TextEncoder encoder,
            boolean baselinesOnly) {

        /**
         * @param most local training patients at most
         */
        FoldMaterial of(Fold fold, SplitOptions.LearnFrom from, int most) {
            EncodedVisits unnamed =
                    collector.encode(new Vocabulary<>(List.of()), collector.everyItem());
            BitSet part = fold.known(from);
            BitSet drawn = drawn(unnamed, fold, from, most);
            Vocabulary<Item> items = collector.items(part::get, LEAST_COUNT);
            Vocabulary<Fact> facts = collector.facts(drawn::get, LEAST_COUNT);
            LearnedModel extended =
                    baselinesOnly ? base : new Extension(base, encoder).over(facts, items);
            EncodedVisits all =
                    baselinesOnly
                            ? collector.encode(facts, items)
                            : collector.encode(extended.terms().facts(), extended.terms().items());
            EncodedVisits test = all.subset(fold.test());
            BitSet elsewhere = new BitSet();
            Arrays.stream(all.subset(fold.others()).patients()).forEach(elsewhere::set);
            return new FoldMaterial(
                    new LocalVisits.Material(
                            extended, base.terms(), all.subset(drawn.stream().toArray()), test),
                    elsewhere,
                    items,
                    groups(test),
                    targets(unnamed.subset(fold.test())),
                    targets(test));
        }

        private static BitSet drawn(
                EncodedVisits visits, Fold fold, SplitOptions.LearnFrom from, int most) {
            BitSet drawn = fold.known(SplitOptions.LearnFrom.OTHERS);
            if (from == SplitOptions.LearnFrom.LOCAL) {
                drawn.clear();
            }
            if (from != SplitOptions.LearnFrom.OTHERS) {
                EncodedVisits local = visits.subset(fold.local());
                BitSet patients = new BitSet();
                Arrays.stream(Splits.patients(local, most, fold.seed()).patients())
                        .forEach(patients::set);
                Arrays.stream(fold.local())
                        .filter(visit -> patients.get(visits.patients()[visit]))
                        .forEach(drawn::set);
            }
            return drawn;
        }

        private List<List<PatientGroup>> groups(EncodedVisits test) {
            return IntStream.range(0, test.size())
                    .mapToObj(visit ->
                            PatientGroup.of(
                                    collector.traits(test.patients()[visit]),
                                    LocalDate.ofEpochDay(test.days()[visit])))
                    .toList();
        }

        private static long targets(EncodedVisits visits) {
            return Arrays.stream(visits.targets()).mapToLong(each -> each.length).sum();
        }
    }
}
