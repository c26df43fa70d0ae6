package org.consilium.tuning;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.consilium.clinical.ItemKind;
import org.consilium.clinical.Timeline;
import org.consilium.job.Progress;
import org.consilium.recommend.Item;
import org.consilium.recommend.Vocabulary;
import org.consilium.torch.DjlFactorTrainer;
import org.consilium.torch.EncoderOnDemand;
import org.consilium.tuning.baseline.Popularity;
import org.consilium.tuning.evaluation.EvaluationOptions;
import org.consilium.tuning.evaluation.Evaluator;
import org.consilium.tuning.evaluation.ItemFilter;
import org.consilium.tuning.evaluation.VisitMetrics;
import org.consilium.tuning.factor.FactorTrainer;
import org.consilium.tuning.factor.Terms;
import org.consilium.tuning.factor.TextEncoder;

/**
 * Real records as the source of real records: one group of patients after the other is the clinic,
 * all others the source. Arguments: a folder of a cohort; {@code region} (the site before its
 * slash), {@code hospital} (sites of 15 visits or more) or {@code age} (50 and over the source);
 * numbers of local patients, as 0,10,25; seeds; source visits at which an item must be started;
 * kinds of items; {@code fixed} for the recipe that was chosen for every region. Half of the
 * clinic's patients are the test; the others are drawn from, nested. The source's recipe is chosen
 * on source patients alone. Prints NDCG@10, pooled over the test visits of all clinics and seeds,
 * as the mean of the clinics, and paired with the source.
 */
final class TransferBenchmark {
    private static final int MOST_VISITS = 24;
    private static final int FEWEST_VISITS = 15;
    private static final int OLD = 50;

    private final List<Timeline> patients;
    private final String clinics;
    private final Function<Timeline, String> group;
    private final int leastItems;
    private final Set<ItemKind> kinds;
    private final boolean fixed;
    private final TextEncoder encoder;
    private final FactorTrainer trainer = new DjlFactorTrainer();
    private final Map<String, Map<String, List<VisitMetrics>>> measured = new TreeMap<>();

    /** By the patients of the visits at hand their numbers among all. */
    private int[] numbers = {};

    private TransferBenchmark(
            List<Timeline> patients,
            String clinics,
            int leastItems,
            Set<ItemKind> kinds,
            boolean fixed,
            TextEncoder encoder) {
        this.patients = patients;
        this.clinics = clinics;
        this.group = grouping(clinics);
        this.leastItems = leastItems;
        this.kinds = kinds;
        this.fixed = fixed;
        this.encoder = encoder;
    }

    public static void main(String[] args) throws Exception {
        List<Timeline> patients = MeasuredCohort.read(Path.of(args[0]));
        List<Integer> sizes = numbers(args[2]);
        Set<ItemKind> kinds =
                Set.copyOf(List.of(args[5].split(",")).stream().map(ItemKind::valueOf).toList());
        try (EncoderOnDemand encoder = new EncoderOnDemand()) {
            Map<String, float[]> known = new LinkedHashMap<>();
            TransferBenchmark benchmark =
                    new TransferBenchmark(
                            patients,
                            args[1],
                            Integer.parseInt(args[4]),
                            kinds,
                            args.length > 6,
                            remembered(encoder, known));
            for (long seed : numbers(args[3])) {
                for (String clinic : benchmark.clinics()) {
                    benchmark.measure(clinic, sizes, seed);
                }
            }
            benchmark.print();
        }
    }

    static List<Integer> numbers(String list) {
        return List.of(list.split(",")).stream().map(Integer::valueOf).toList();
    }

    static TextEncoder remembered(TextEncoder encoder, Map<String, float[]> known) {
        return texts -> {
            float[] rows = new float[texts.size() * 384];
            for (int i = 0; i < texts.size(); i++) {
                float[] row =
                        known.computeIfAbsent(texts.get(i), text -> encoder.encode(List.of(text)));
                System.arraycopy(row, 0, rows, i * 384, 384);
            }
            return rows;
        };
    }

    private static Function<Timeline, String> grouping(String by) {
        Function<Timeline, String> site = t -> Objects.requireNonNullElse(t.patient().site(), "");
        return switch (by) {
            case "region" -> site.andThen(name -> name.split("/")[0]);
            case "hospital" -> site;
            case "age" -> t -> ageAtFirstVisit(t) < OLD ? "under 50" : "";
            default -> throw new IllegalArgumentException(by);
        };
    }

    private static int ageAtFirstVisit(Timeline timeline) {
        if (timeline.patient().birthDate() == null || timeline.encounters().isEmpty()) {
            return OLD;
        }
        return timeline.patient()
                .birthDate()
                .until(timeline.encounters().getFirst().start().toLocalDate())
                .getYears();
    }

    private List<String> clinics() {
        Map<String, Integer> visits = new TreeMap<>();
        patients.forEach(p -> visits.merge(group.apply(p), p.encounters().size(), Integer::sum));
        return visits.entrySet().stream()
                .filter(each -> !each.getKey().isEmpty())
                .filter(each -> !clinics.equals("hospital") || each.getValue() >= FEWEST_VISITS)
                .map(Map.Entry::getKey)
                .toList();
    }

    private void measure(String clinic, List<Integer> sizes, long seed) {
        Predicate<Timeline> here = patient -> group.apply(patient).equals(clinic);
        VisitCollector source = new VisitCollector(VisitOptions.asRecorded(MOST_VISITS, seed));
        patients.stream().filter(here.negate()).forEach(source::add);
        List<Timeline> local = new ArrayList<>(patients.stream().filter(here).toList());
        Collections.shuffle(local, new Random(seed));
        int half = local.size() / 2;
        LearnedModel base = base(source, seed);
        for (int size : sizes) {
            if (size > local.size() - half) {
                continue;
            }
            List<Timeline> order = new ArrayList<>(local.subList(half, half + size));
            order.addAll(local.subList(0, half));
            VisitCollector both = new VisitCollector(VisitOptions.asRecorded(MOST_VISITS, seed));
            order.forEach(both::add);
            numbers = order.stream().mapToInt(patients::indexOf).toArray();
            measure(clinic, base, both, size, seed);
        }
    }

    private LearnedModel base(VisitCollector source, long seed) {
        BaseModelOptions options = BaseModelOptions.ofCohort("source", "others", leastItems, seed);
        EncodedVisits counted = source.encode(patient -> true, options.leastFacts(), leastItems);
        Vocabulary<Item> items =
                new Vocabulary<>(
                        counted.itemVocabulary().entries().stream()
                                .filter(item -> kinds.contains(item.kind()))
                                .toList());
        EncodedVisits all = source.encode(counted.factVocabulary(), items);
        Terms terms = Terms.of(all.factVocabulary(), items, encoder);
        if (fixed) {
            Learner.Lesson lesson =
                    new Learner.Lesson("source", "others", all, options.training(), provenance());
            return new Learner(trainer)
                    .closedForm(
                            lesson,
                            terms,
                            Learner.SOURCE,
                            clinics.equals("age") ? 1 : RidgePart.MANY_SITES,
                            Progress.NONE);
        }
        RecipeChooser.Plan plan =
                new RecipeChooser(trainer, terms, options, Progress.NONE)
                        .choose(all, patient -> source.traits(patient).siteName(), provenance());
        System.err.println(plan.words());
        return plan.learn(all, provenance());
    }

    private void measure(
            String clinic, LearnedModel base, VisitCollector both, int size, long seed) {
        BitSet training = new BitSet();
        training.set(0, size);
        EncodedVisits counted = both.encode(training::get, 3, Integer.MAX_VALUE);
        LearnedModel extended =
                new Extension(base, encoder)
                        .over(counted.factVocabulary(), counted.itemVocabulary());
        EncodedVisits visits = both.encode(extended.terms().facts(), extended.terms().items());
        EncodedVisits train = where(visits, patient -> patient < size);
        EncodedVisits test = where(visits, patient -> patient >= size);
        LocalVisits.Material material =
                new LocalVisits.Material(extended, base.terms(), train, test);
        String n = String.format(Locale.ROOT, "n = %3d ", size);
        keep(n + "source", clinic, new EvidenceRanker("source", extended.evidence()), test, seed);
        if (train.size() == 0) {
            return;
        }
        keep(n + "popularity", clinic, Popularity.fit(train), test, seed);
        for (Transfer transfer : Transfer.values()) {
            keep(
                    n + transfer.words(),
                    clinic,
                    TunedRanker.of(trainer, material, transfer, seed),
                    test,
                    seed);
        }
        TransferChoice choice =
                new TransferChooser(material, DomainMatcher.match(base, both), seed, Progress.NONE)
                        .choose(null);
        keep(
                n + "decided",
                clinic,
                TunedRanker.of(trainer, material, choice.transfer(), seed),
                test,
                seed);
    }

    private static EncodedVisits where(EncodedVisits visits, IntPredicate patient) {
        return visits.subset(
                IntStream.range(0, visits.size())
                        .filter(visit -> patient.test(visits.patients()[visit]))
                        .toArray());
    }

    private void keep(String row, String clinic, Ranker ranker, EncodedVisits test, long seed) {
        VisitMetrics metrics =
                VisitMetrics.measure(ranker, test, ItemFilter.all(test.itemVocabulary()), seed);
        if (metrics.size() > 0) {
            int[] own = Arrays.stream(metrics.patients()).map(p -> numbers[p]).toArray();
            measured.computeIfAbsent(row, key -> new TreeMap<>())
                    .computeIfAbsent(clinic, key -> new ArrayList<>())
                    .add(
                            new VisitMetrics(
                                    metrics.ranker(),
                                    metrics.filter(),
                                    metrics.visits(),
                                    own,
                                    metrics.values()));
        }
    }

    private void print() {
        Evaluator evaluator = new Evaluator(EvaluationOptions.withSeed(1));
        System.out.println(
                "| local patients, model | visits | NDCG@10 | mean of clinics | less the source |");
        System.out.println("|---|---|---|---|---|");
        for (Map.Entry<String, Map<String, List<VisitMetrics>>> row : measured.entrySet()) {
            VisitMetrics all = joined(row.getValue());
            Estimate estimate = Objects.requireNonNull(evaluator.metrics(all).get(Metric.NDCG_10));
            double clinics =
                    row.getValue().values().stream()
                            .mapToDouble(parts -> VisitMetrics.joined(parts).mean(Metric.NDCG_10))
                            .average()
                            .orElse(Double.NaN);
            VisitMetrics source =
                    joined(
                            Objects.requireNonNull(
                                    measured.get(row.getKey().substring(0, 8) + "source")));
            Estimate less =
                    Objects.requireNonNull(
                            evaluator.difference(all, source).differences().get(Metric.NDCG_10));
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %.3f [%.3f, %.3f] | %.3f | %+.3f [%+.3f, %+.3f] |%n",
                    row.getKey(),
                    all.size(),
                    estimate.mean(),
                    estimate.low(),
                    estimate.high(),
                    clinics,
                    less.mean(),
                    less.low(),
                    less.high());
        }
    }

    private static VisitMetrics joined(Map<String, List<VisitMetrics>> clinics) {
        return VisitMetrics.joined(clinics.values().stream().flatMap(List::stream).toList());
    }

    private static Provenance provenance() {
        return new Provenance("", 0, 0, 1, Map.of(), Map.of(), Instant.EPOCH);
    }
}
