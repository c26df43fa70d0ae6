package org.consilium.tuning.factor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.ItemKind;
import org.consilium.job.Progress;
import org.consilium.recommend.Item;
import org.consilium.recommend.Vocabulary;
import org.consilium.tuning.EncodedVisits;

/**
 * Self-supervised pre-training: before it is learned which facts speak for which items, the vectors
 * of facts learn to tell a visit's hidden facts from the others, as words are masked by Devlin et
 * al. (2019, "BERT", section 3.1, whose share of 15% is taken). The facts to be told stand in the
 * place of items, with vectors of their own that are dropped afterwards. For the compute thread
 * only.
 */
public final class MaskedFacts {
    private static final double SHARE = .15;

    /** Each visit is masked in so many ways, each seen every so many passes. */
    private static final int WAYS = 4;

    private final FactorTrainer trainer;
    private final Terms terms;
    private final EncodedVisits visits;
    private final Random random;

    /** Facts that the visits know, as the items of the task; by fact its number there, or -1. */
    private final List<Integer> known = new ArrayList<>();

    private final int[] numbers;

    private MaskedFacts(FactorTrainer trainer, Terms terms, EncodedVisits visits, long seed) {
        this.trainer = trainer;
        this.terms = terms;
        this.visits = visits;
        this.random = new Random(seed);
        this.numbers = new int[terms.facts().size()];
        Arrays.fill(numbers, -1);
        for (int[] facts : visits.facts()) {
            for (int fact : facts) {
                if (numbers[fact] < 0) {
                    numbers[fact] = known.size();
                    known.add(fact);
                }
            }
        }
    }

    /**
     * What the supervised training starts from: the factors themselves where the options ask for no
     * epochs of this.
     */
    public static Factors before(
            FactorTrainer trainer,
            Terms terms,
            EncodedVisits visits,
            Factors start,
            TrainingOptions options,
            Progress progress) {
        boolean wanted = options.maskedEpochs() > 0 && visits.size() > 0;
        return wanted
                ? new MaskedFacts(trainer, terms, visits, options.seed())
                        .trained(start, options, progress)
                : start;
    }

    private Factors trained(Factors start, TrainingOptions options, Progress progress) {
        Terms task = task();
        EncodedVisits masked = masked(task);
        if (masked.size() == 0) {
            return start;
        }
        int d = start.dimension();
        Factors empty = Factors.random(task, d, rates(), options.seed());
        Factors learned =
                trainer.train(
                        task,
                        masked,
                        new Factors(
                                d,
                                start.termWeights(),
                                start.term(),
                                start.role(),
                                start.fact(),
                                start.itemWeights(),
                                empty.item(),
                                empty.bias()),
                        options.masked(Math.ceilDiv(options.maskedEpochs(), WAYS)),
                        progress,
                        FactorTrainer.AfterEpoch.NOTHING);
        return new Factors(
                d,
                learned.termWeights(),
                learned.term(),
                learned.role(),
                learned.fact(),
                learned.itemWeights(),
                start.item(),
                start.bias());
    }

    private Terms task() {
        List<Item> items = new ArrayList<>();
        float[] texts = new float[known.size() * Terms.TEXT];
        for (int number = 0; number < known.size(); number++) {
            String name = "fact " + number;
            items.add(new Item(ItemKind.PROCEDURE, new Concept(CodeSystem.TEXT, name, name)));
            System.arraycopy(
                    terms.termText(),
                    terms.factTerm()[known.get(number)] * Terms.TEXT,
                    texts,
                    number * Terms.TEXT,
                    Terms.TEXT);
        }
        return new Terms(
                terms.facts(),
                new Vocabulary<>(items),
                terms.factTerm(),
                terms.factRole(),
                terms.termText(),
                texts);
    }

    /** Log odds of each fact being there. */
    private float[] rates() {
        float[] counts = new float[known.size()];
        for (int[] facts : visits.facts()) {
            for (int fact : facts) {
                counts[numbers[fact]]++;
            }
        }
        for (int i = 0; i < counts.length; i++) {
            double rate = SHARE * (counts[i] + .5) / (visits.size() + 1);
            counts[i] = (float) Math.log(rate / (1 - rate));
        }
        return counts;
    }

    /** The facts that stay are no candidates: they are there already. */
    private EncodedVisits masked(Terms task) {
        List<int[]> facts = new ArrayList<>();
        List<int[]> targets = new ArrayList<>();
        List<int[]> shown = new ArrayList<>();
        List<Integer> from = new ArrayList<>();
        for (int way = 0; way < WAYS; way++) {
            for (int visit = 0; visit < visits.size(); visit++) {
                int[] all = visits.facts()[visit];
                BitSet hidden = hidden(all.length);
                if (hidden.isEmpty()) {
                    continue;
                }
                int[] kept = picked(all, hidden, false);
                facts.add(kept);
                targets.add(asItems(picked(all, hidden, true)));
                shown.add(asItems(kept));
                from.add(visit);
            }
        }
        int[] order = from.stream().mapToInt(Integer::intValue).toArray();
        return new EncodedVisits(
                task.facts(),
                task.items(),
                facts.toArray(int[][]::new),
                targets.toArray(int[][]::new),
                shown.toArray(int[][]::new),
                Arrays.stream(order).map(visit -> visits.patients()[visit]).toArray(),
                Arrays.stream(order).mapToLong(visit -> visits.days()[visit]).toArray());
    }

    /** At least one and not all of them. */
    private BitSet hidden(int count) {
        BitSet hidden = new BitSet();
        if (count < 2) {
            return hidden;
        }
        int most = Math.max(1, (int) Math.round(SHARE * count));
        while (hidden.cardinality() < most) {
            hidden.set(random.nextInt(count));
        }
        return hidden;
    }

    private static int[] picked(int[] all, BitSet chosen, boolean in) {
        int[] out = new int[all.length];
        int next = 0;
        for (int i = 0; i < all.length; i++) {
            if (chosen.get(i) == in) {
                out[next++] = all[i];
            }
        }
        return Arrays.copyOf(out, next);
    }

    private int[] asItems(int[] facts) {
        return Arrays.stream(facts).map(fact -> numbers[fact]).sorted().toArray();
    }
}
