package org.consilium.tuning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.ItemKind;
import org.consilium.clinical.Timeline;
import org.consilium.job.Progress;
import org.consilium.recommend.EvidenceModel;
import org.consilium.recommend.Fact;
import org.consilium.recommend.Item;
import org.consilium.recommend.Vocabulary;
import org.consilium.torch.DjlFactorTrainer;
import org.consilium.tuning.baseline.Popularity;
import org.consilium.tuning.baseline.TextRidgeOptions;
import org.consilium.tuning.bridge.ConceptBridge;
import org.consilium.tuning.evaluation.EvaluationOptions;
import org.consilium.tuning.evaluation.Evaluator;
import org.consilium.tuning.evaluation.ItemFilter;
import org.consilium.tuning.evaluation.PairedDifference;
import org.consilium.tuning.evaluation.VisitMetrics;
import org.consilium.tuning.factor.FactorTrainer;
import org.consilium.tuning.factor.Terms;
import org.consilium.tuning.factor.TextEncoder;
import org.consilium.tuning.factor.TrainingOptions;

/**
 * Measures vocabulary bridges on one task: visits, targets and the items that are ranked are the
 * same for every arm (medicines by ingredient), whatever codes its model is made of. The source is
 * a ridge with a text kernel; half of the clinic's patients are the test.
 */
final class BridgeTask {
    private static final int MOST_VISITS = 24;
    private static final float UNKNOWN = -1e9f;
    private static final Vocabulary<Fact> NO_FACTS = new Vocabulary<>(List.of());
    private static final Vocabulary<Item> NO_ITEMS = new Vocabulary<>(List.of());

    /**
     * What a model is made of.
     *
     * @param facts bridge of its facts
     * @param items bridge of its items, before they are merged for the ranking
     * @param best whether an ingredient has the score of its best product, as it is served, or the
     *     sum over its products
     */
    record Arm(String name, ConceptBridge facts, ConceptBridge items, boolean best) {
        Arm(String name, ConceptBridge facts, ConceptBridge items) {
            this(name, facts, items, false);
        }
    }

    /** How much is asked of a code to count. */
    record Least(int sourceFacts, int sourceItems, int clinicItems) {}

    private final ConceptBridge merging;
    private final Set<ItemKind> kinds;
    private final TextEncoder encoder;
    private final TextRidgeOptions recipe;
    private final Least least;
    private final List<Transfer> ways;
    private final Map<String, Map<String, List<VisitMetrics>>> measured = new TreeMap<>();
    private final Map<ConceptBridge, Map<Timeline, Timeline>> bridged = new HashMap<>();

    BridgeTask(
            ConceptBridge merging,
            Set<ItemKind> kinds,
            TextEncoder encoder,
            TextRidgeOptions recipe,
            Least least,
            List<Transfer> ways) {
        this.merging = merging;
        this.kinds = kinds;
        this.encoder = encoder;
        this.recipe = recipe;
        this.least = least;
        this.ways = ways;
    }

    static TextEncoder remembered(TextEncoder encoder) {
        Map<String, float[]> known = new ConcurrentHashMap<>();
        return texts -> {
            float[] rows = new float[texts.size() * Terms.TEXT];
            for (int i = 0; i < texts.size(); i++) {
                float[] row =
                        known.computeIfAbsent(texts.get(i), text -> encoder.encode(List.of(text)));
                System.arraycopy(row, 0, rows, i * Terms.TEXT, Terms.TEXT);
            }
            return rows;
        };
    }

    private VisitCollector collect(List<Timeline> patients, ConceptBridge bridge, long seed) {
        VisitCollector collector = new VisitCollector(VisitOptions.asRecorded(MOST_VISITS, seed));
        Map<Timeline, Timeline> known =
                bridged.computeIfAbsent(bridge, absent -> new IdentityHashMap<>());
        for (Timeline patient : patients) {
            collector.add(known.computeIfAbsent(patient, bridge::over));
        }
        return collector;
    }

    /** Visits with the facts of one collector and the items of another of the same patients. */
    private static EncodedVisits visits(
            VisitCollector facts,
            Vocabulary<Fact> factVocabulary,
            VisitCollector items,
            Vocabulary<Item> itemVocabulary) {
        EncodedVisits known = facts.encode(factVocabulary, NO_ITEMS);
        EncodedVisits started = items.encode(NO_FACTS, itemVocabulary);
        return new EncodedVisits(
                factVocabulary,
                itemVocabulary,
                known.facts(),
                started.targets(),
                started.masked(),
                known.patients(),
                known.days());
    }

    private static Vocabulary<Fact> facts(
            VisitCollector collector, IntPredicate counted, int least) {
        return collector.encode(counted, least, Integer.MAX_VALUE).factVocabulary();
    }

    private Vocabulary<Item> items(VisitCollector collector, int least, Set<Item> among) {
        Set<Item> frequent =
                new HashSet<>(
                        collector
                                .encode(p -> true, Integer.MAX_VALUE, least)
                                .itemVocabulary()
                                .entries());
        return new Vocabulary<>(
                collector.everyItem().entries().stream()
                        .filter(item -> kinds.contains(item.kind()) && frequent.contains(item))
                        .filter(item -> among.isEmpty() || among.contains(merged(item)))
                        .toList());
    }

    private Item merged(Item item) {
        return new Item(
                item.kind(), merging.of(EventKind.valueOf(item.kind().name()), item.concept()));
    }

    /**
     * One clinic under every arm.
     *
     * @param sizes local patients to learn from, each at most half of the clinic
     */
    void measure(
            String clinic,
            List<Timeline> source,
            List<Timeline> all,
            List<Arm> arms,
            List<Integer> sizes,
            long seed) {
        List<Timeline> local = new ArrayList<>(all);
        Collections.shuffle(local, new Random(seed));
        int half = local.size() / 2;
        Vocabulary<Item> ranked =
                least.clinicItems > 0
                        ? items(collect(local, merging, seed), least.clinicItems, Set.of())
                        : items(collect(source, merging, seed), least.sourceItems, Set.of());
        for (Arm arm : arms) {
            long start = System.nanoTime();
            LearnedModel base = source(arm, source, ranked, seed);
            for (int size : sizes) {
                if (size > local.size() - half) {
                    continue;
                }
                List<Timeline> order = new ArrayList<>(local.subList(half, half + size));
                order.addAll(local.subList(0, half));
                measure(clinic, arm, base, ranked, order, size, seed);
            }
            System.err.printf(
                    "%s %s: %.0f s%n", clinic, arm.name, (System.nanoTime() - start) / 1e9);
        }
    }

    private LearnedModel source(
            Arm arm, List<Timeline> source, Vocabulary<Item> ranked, long seed) {
        VisitCollector facts = collect(source, arm.facts, seed);
        VisitCollector items = collect(source, arm.items, seed);
        Set<Item> among = least.clinicItems > 0 ? Set.of() : Set.copyOf(ranked.entries());
        EncodedVisits visits =
                visits(
                        facts,
                        facts(facts, patient -> true, least.sourceFacts),
                        items,
                        items(items, among.isEmpty() ? least.sourceItems : 1, among));
        Terms terms = Terms.of(visits.factVocabulary(), visits.itemVocabulary(), encoder);
        return new Learner(new DjlFactorTrainer())
                .closedForm(
                        lesson(visits, seed), terms, recipe, RidgePart.MANY_SITES, Progress.NONE);
    }

    private static Learner.Lesson lesson(EncodedVisits visits, long seed) {
        return new Learner.Lesson(
                "tuned",
                "",
                visits,
                TrainingOptions.fineTuning(visits.patientCount(), seed),
                new Provenance("", 0, 0, 1, Map.of(), Map.of(), Instant.EPOCH));
    }

    private void measure(
            String clinic,
            Arm arm,
            LearnedModel base,
            Vocabulary<Item> ranked,
            List<Timeline> order,
            int size,
            long seed) {
        VisitCollector facts = collect(order, arm.facts, seed);
        VisitCollector items = collect(order, arm.items, seed);
        BitSet training = new BitSet();
        training.set(0, size);
        Vocabulary<Item> localItems =
                least.clinicItems > 0 ? items(items, 0, Set.copyOf(ranked.entries())) : NO_ITEMS;
        LearnedModel extended =
                new Extension(base, encoder).over(facts(facts, training::get, 3), localItems);
        EncodedVisits own =
                visits(facts, extended.terms().facts(), items, extended.terms().items());
        EncodedVisits asked =
                visits(facts, extended.terms().facts(), collect(order, merging, seed), ranked);
        EncodedVisits train = where(own, patient -> patient < size);
        EncodedVisits test = where(asked, patient -> patient >= size);
        int[] numbers = order.stream().mapToInt(System::identityHashCode).toArray();
        String n = String.format(Locale.ROOT, "n = %3d ", size);
        keep(
                n + "source untouched",
                arm,
                clinic,
                merging(extended, ranked, arm.best),
                test,
                numbers,
                seed);
        if (size == 0) {
            return;
        }
        EncodedVisits mergedTrain = where(asked, patient -> patient < size);
        keep(n + "popularity", arm, clinic, Popularity.fit(mergedTrain), test, numbers, seed);
        LocalVisits.Material material =
                new LocalVisits.Material(extended, base.terms(), train, test);
        for (Transfer way : ways) {
            LearnedModel tuned =
                    new Learner(new DjlFactorTrainer())
                            .tuned(
                                    lesson(train, seed),
                                    material.start(way),
                                    way,
                                    Progress.NONE,
                                    FactorTrainer.AfterEpoch.NOTHING);
            keep(
                    n + way.words(),
                    arm,
                    clinic,
                    merging(tuned, ranked, arm.best),
                    test,
                    numbers,
                    seed);
        }
    }

    /** A model's scores over the items that are one by the ranking's merging. */
    private Ranker merging(LearnedModel model, Vocabulary<Item> ranked, boolean best) {
        Vocabulary<Item> own = model.terms().items();
        int[] to =
                own.entries().stream()
                        .mapToInt(item -> ranked.indexOf(merged(item)).orElse(-1))
                        .toArray();
        EvidenceModel evidence = model.evidence();
        return new Ranker() {
            @Override
            public String name() {
                return model.name();
            }

            @Override
            public void score(int[] facts, float[] scores) {
                float[] each = new float[own.size()];
                evidence.score(facts, each);
                Arrays.fill(scores, best ? UNKNOWN : 0);
                for (int item = 0; item < each.length; item++) {
                    if (to[item] >= 0) {
                        float score = scores[to[item]];
                        scores[to[item]] = best ? Math.max(score, each[item]) : score + each[item];
                    }
                }
            }
        };
    }

    private static EncodedVisits where(EncodedVisits visits, IntPredicate patient) {
        return visits.subset(
                IntStream.range(0, visits.size())
                        .filter(visit -> patient.test(visits.patients()[visit]))
                        .toArray());
    }

    private void keep(
            String row,
            Arm arm,
            String clinic,
            Ranker ranker,
            EncodedVisits test,
            int[] numbers,
            long seed) {
        VisitMetrics metrics =
                VisitMetrics.measure(ranker, test, ItemFilter.all(test.itemVocabulary()), seed);
        int[] own = Arrays.stream(metrics.patients()).map(p -> numbers[p]).toArray();
        measured.computeIfAbsent(row + " | " + arm.name, key -> new TreeMap<>())
                .computeIfAbsent(clinic, key -> new ArrayList<>())
                .add(
                        new VisitMetrics(
                                metrics.ranker(),
                                metrics.filter(),
                                metrics.visits(),
                                own,
                                metrics.values()));
    }

    /**
     * @param reference the arm that the others are compared with
     */
    void print(String reference) {
        EvaluationOptions options = EvaluationOptions.withSeed(1);
        System.out.printf(
                "| local patients, way | arm | visits | NDCG@10 | less %s |%n", reference);
        System.out.println("|---|---|---|---|---|");
        for (Map.Entry<String, Map<String, List<VisitMetrics>>> row : measured.entrySet()) {
            VisitMetrics all = joined(row.getValue());
            Estimate estimate = ndcg(all, options);
            VisitMetrics other =
                    joined(
                            Objects.requireNonNull(
                                    measured.get(
                                            row.getKey().split(" \\| ")[0] + " | " + reference)));
            Estimate less =
                    Objects.requireNonNull(
                            PairedDifference.of(all, other, options)
                                    .differences()
                                    .get(Metric.NDCG_10));
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %.4f [%.4f, %.4f] | %+.4f [%+.4f, %+.4f] |%n",
                    row.getKey(),
                    all.size(),
                    estimate.mean(),
                    estimate.low(),
                    estimate.high(),
                    less.mean(),
                    less.low(),
                    less.high());
        }
    }

    private static VisitMetrics joined(Map<String, List<VisitMetrics>> clinics) {
        return VisitMetrics.joined(clinics.values().stream().flatMap(List::stream).toList());
    }

    private static Estimate ndcg(VisitMetrics metrics, EvaluationOptions options) {
        return Objects.requireNonNull(new Evaluator(options).metrics(metrics).get(Metric.NDCG_10));
    }
}
