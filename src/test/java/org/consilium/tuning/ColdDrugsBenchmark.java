package org.consilium.tuning;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.consilium.clinical.ItemKind;
import org.consilium.clinical.Timeline;
import org.consilium.job.Progress;
import org.consilium.meaning.ShippedTables;
import org.consilium.recommend.Fact;
import org.consilium.recommend.Item;
import org.consilium.recommend.Role;
import org.consilium.recommend.Vocabulary;
import org.consilium.torch.DjlFactorTrainer;
import org.consilium.torch.EncoderOnDemand;
import org.consilium.tuning.baseline.Popularity;
import org.consilium.tuning.bridge.ConceptBridge;
import org.consilium.tuning.bridge.DescribedDrugs;
import org.consilium.tuning.bridge.IngredientBridge;
import org.consilium.tuning.bridge.RecordedNames;
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
 * How well medicines that a model never saw are ranked by their texts: a fifth of the described
 * ingredients is hidden from the training, and among these alone is ranked. Arguments: a folder of
 * a cohort, seeds, patients at most. Half of the patients are the test.
 */
final class ColdDrugsBenchmark {
    private static final int LEAST_STARTS = 10;

    private final List<Timeline> patients;
    private final ConceptBridge drugs;
    private final DescribedDrugs table;
    private final TextEncoder encoder;
    private final Map<String, List<VisitMetrics>> measured = new LinkedHashMap<>();

    private ColdDrugsBenchmark(
            List<Timeline> patients,
            ConceptBridge drugs,
            DescribedDrugs table,
            TextEncoder encoder) {
        this.patients = patients;
        this.drugs = drugs;
        this.table = table;
        this.encoder = encoder;
    }

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        List<Timeline> patients = MeasuredCohort.read(folder);
        int most = Math.min(patients.size(), Integer.parseInt(args[2]));
        ConceptBridge drugs =
                new IngredientBridge(ShippedTables.read().ingredients(), RecordedNames.of(folder))
                        .remembered();
        try (EncoderOnDemand encoder = new EncoderOnDemand()) {
            ColdDrugsBenchmark benchmark =
                    new ColdDrugsBenchmark(
                            patients.subList(0, most),
                            drugs,
                            DescribedDrugs.shipped(),
                            BridgeTask.remembered(encoder));
            for (String seed : args[1].split(",")) {
                benchmark.measure(Long.parseLong(seed));
            }
            benchmark.print();
        }
    }

    private void measure(long seed) {
        List<Timeline> order = new ArrayList<>(patients);
        Collections.shuffle(order, new Random(seed));
        Set<Item> hidden = new HashSet<>();
        for (boolean described : new boolean[] {false, true}) {
            ConceptBridge bridge = described ? drugs.then(table).remembered() : drugs;
            VisitCollector collector = new VisitCollector(VisitOptions.asRecorded(24, seed));
            order.forEach(patient -> collector.add(bridge.over(patient)));
            EncodedVisits counted = collector.encode(p -> true, 5, LEAST_STARTS);
            Vocabulary<Item> all =
                    new Vocabulary<>(
                            counted.itemVocabulary().entries().stream()
                                    .filter(item -> item.kind() == ItemKind.MEDICATION)
                                    .toList());
            if (hidden.isEmpty()) {
                hidden.addAll(drawn(all, seed));
            }
            measure(collector, counted.factVocabulary(), all, hidden, described, seed);
        }
    }

    private Set<Item> drawn(Vocabulary<Item> all, long seed) {
        List<Item> known =
                new ArrayList<>(
                        all.entries().stream()
                                .filter(item -> table.text(item.concept().code()) != null)
                                .toList());
        Collections.shuffle(known, new Random(seed));
        return Set.copyOf(known.subList(0, known.size() / 5));
    }

    private void measure(
            VisitCollector collector,
            Vocabulary<Fact> all,
            Vocabulary<Item> items,
            Set<Item> hidden,
            boolean described,
            long seed) {
        // a fact of a hidden medicine would tell of it
        Vocabulary<Fact> facts =
                new Vocabulary<>(
                        all.entries().stream()
                                .filter(fact ->
                                        !hidden.contains(
                                                new Item(ItemKind.MEDICATION, fact.concept())))
                                .toList());
        Vocabulary<Item> seen =
                new Vocabulary<>(
                        items.entries().stream().filter(item -> !hidden.contains(item)).toList());
        int half = collector.patients() / 2;
        EncodedVisits train = where(collector.encode(facts, seen), half, true);
        LearnedModel base =
                new Learner(new DjlFactorTrainer())
                        .fresh(
                                new Learner.Lesson(
                                        "cold",
                                        "",
                                        train,
                                        TrainingOptions.fromScratch(seed),
                                        new Provenance(
                                                "", 0, 0, 1, Map.of(), Map.of(), Instant.EPOCH)),
                                Terms.of(facts, seen, encoder),
                                Progress.NONE,
                                FactorTrainer.AfterEpoch.NOTHING);
        LearnedModel extended = new Extension(base, encoder).over(facts, items);
        EncodedVisits whole = collector.encode(facts, extended.terms().items());
        EncodedVisits test = where(whole, half, false);
        ItemFilter cold =
                ItemFilter.clinicalOnly(extended.terms().items(), item -> hidden.contains(item));
        String texts = described ? ", described" : ", names";
        keep("factors" + texts, new EvidenceRanker("cold", extended.evidence()), test, cold, seed);
        keep("cosine with conditions" + texts, cosine(extended.terms()), test, cold, seed);
        if (!described) {
            keep("chance", constant(), test, cold, seed);
            keep(
                    "popularity among the hidden (not cold)",
                    Popularity.fit(where(whole, half, true)),
                    test,
                    cold,
                    seed);
        }
    }

    private static EncodedVisits where(EncodedVisits visits, int half, boolean train) {
        return visits.subset(
                IntStream.range(0, visits.size())
                        .filter(visit -> visits.patients()[visit] < half == train)
                        .toArray());
    }

    private static Ranker constant() {
        return ranker((facts, scores) -> Arrays.fill(scores, 0));
    }

    /** The mean cosine of an item's text with those of the visit's conditions. */
    private static Ranker cosine(Terms terms) {
        return ranker((facts, scores) -> {
            Arrays.fill(scores, 0);
            float[] sum = new float[Terms.TEXT];
            for (int fact : facts) {
                Role role = terms.facts().get(fact).role();
                if (role.name().startsWith("CONDITION")) {
                    for (int k = 0; k < Terms.TEXT; k++) {
                        sum[k] += terms.termText()[terms.factTerm()[fact] * Terms.TEXT + k];
                    }
                }
            }
            for (int item = 0; item < scores.length; item++) {
                for (int k = 0; k < Terms.TEXT; k++) {
                    scores[item] += sum[k] * terms.itemText()[item * Terms.TEXT + k];
                }
            }
        });
    }

    private interface Scoring {
        void score(int[] facts, float[] scores);
    }

    private static Ranker ranker(Scoring scoring) {
        return new Ranker() {
            @Override
            public String name() {
                return "cold";
            }

            @Override
            public void score(int[] facts, float[] scores) {
                scoring.score(facts, scores);
            }
        };
    }

    private void keep(String row, Ranker ranker, EncodedVisits test, ItemFilter filter, long seed) {
        measured.computeIfAbsent(row, key -> new ArrayList<>())
                .add(VisitMetrics.measure(ranker, test, filter, seed));
    }

    private void print() {
        EvaluationOptions options = EvaluationOptions.withSeed(1);
        VisitMetrics chance = VisitMetrics.joined(Objects.requireNonNull(measured.get("chance")));
        System.out.println("| | visits | NDCG@10 | less chance | less the same by names |");
        System.out.println("|---|---|---|---|---|");
        measured.forEach((row, parts) -> {
            VisitMetrics all = VisitMetrics.joined(parts);
            List<VisitMetrics> named = measured.get(row.replace("described", "names"));
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %s | %s | %s |%n",
                    row,
                    all.size(),
                    words(ndcg(all, options), "%.3f"),
                    less(all, chance, options),
                    less(all, VisitMetrics.joined(Objects.requireNonNull(named)), options));
        });
    }

    private static String less(VisitMetrics some, VisitMetrics other, EvaluationOptions options) {
        return words(
                Objects.requireNonNull(
                        PairedDifference.of(some, other, options)
                                .differences()
                                .get(Metric.NDCG_10)),
                "%+.3f");
    }

    private static String words(Estimate estimate, String format) {
        return (format + " [" + format + ", " + format + "]")
                .formatted(estimate.mean(), estimate.low(), estimate.high());
    }

    private static Estimate ndcg(VisitMetrics metrics, EvaluationOptions options) {
        return Objects.requireNonNull(new Evaluator(options).metrics(metrics).get(Metric.NDCG_10));
    }
}
