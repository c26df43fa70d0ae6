package org.consilium.tuning;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
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
import org.consilium.tuning.evaluation.EvaluationOptions;
import org.consilium.tuning.evaluation.Evaluator;
import org.consilium.tuning.evaluation.ItemFilter;
import org.consilium.tuning.evaluation.VisitMetrics;
import org.consilium.tuning.factor.Terms;
import org.consilium.tuning.factor.TextEncoder;
import org.consilium.tuning.factor.TrainingOptions;

/**
 * What decisions on recommendations are worth, and with which weight. A group of patients is the
 * clinic, all others the source of its base model; 25 of the clinic's patients are learned from,
 * half are the test. Simulated clinicians go through the first five recommendations at visits and
 * accept what was started at the visit, decline the rest, and err one time in ten. Arguments: a
 * folder of a cohort; {@code region} (the site before its slash) or {@code age} (under 50 the
 * clinic); seeds; {@code new} for decisions at visits of patients who are not learned from
 * otherwise, {@code known} for those of the 25; weights; source visits at which an item must be
 * started; kinds of items. Prints NDCG@10 with the paired difference from no feedback.
 */
final class FeedbackBenchmark {
    private static final int LOCAL = 25;
    private static final int SHOWN = 5;
    private static final double ERROR = .1;
    private static final int[] DECISIONS = {10, 50, 200};

    private final List<Timeline> patients;
    private final Function<Timeline, String> group;
    private final List<Double> weights;
    private final boolean known;
    private final int leastItems;
    private final List<ItemKind> kinds;
    private final int sites;
    private final TextEncoder encoder;
    private final Learner learner = new Learner(new DjlFactorTrainer());
    private final Map<String, List<VisitMetrics>> measured = new TreeMap<>();
    private int accepted;
    private int decided;

    private FeedbackBenchmark(List<Timeline> patients, String[] args, TextEncoder encoder) {
        this.patients = patients;
        this.group = grouping(args[1]);
        this.sites = args[1].equals("region") ? RidgePart.MANY_SITES : 1;
        this.known = args[3].equals("known");
        this.weights = Arrays.stream(args[4].split(",")).map(Double::valueOf).toList();
        this.leastItems = Integer.parseInt(args[5]);
        this.kinds = Arrays.stream(args[6].split(",")).map(ItemKind::valueOf).toList();
        this.encoder = encoder;
    }

    public static void main(String[] args) throws Exception {
        List<Timeline> patients = MeasuredCohort.read(Path.of(args[0]));
        try (EncoderOnDemand encoder = new EncoderOnDemand()) {
            Map<String, float[]> texts = new HashMap<>();
            FeedbackBenchmark benchmark =
                    new FeedbackBenchmark(
                            patients, args, wanted -> encoded(wanted, texts, encoder));
            List<String> clinics =
                    patients.stream()
                            .map(benchmark.group)
                            .filter(each -> !each.isEmpty())
                            .distinct()
                            .sorted()
                            .toList();
            for (String seed : args[2].split(",")) {
                for (String clinic : clinics) {
                    benchmark.measure(clinic, Long.parseLong(seed));
                }
            }
            benchmark.print();
        }
    }

    private static float[] encoded(
            List<String> wanted, Map<String, float[]> known, TextEncoder encoder) {
        float[] rows = new float[wanted.size() * Terms.TEXT];
        for (int i = 0; i < wanted.size(); i++) {
            float[] row =
                    known.computeIfAbsent(wanted.get(i), text -> encoder.encode(List.of(text)));
            System.arraycopy(row, 0, rows, i * Terms.TEXT, Terms.TEXT);
        }
        return rows;
    }

    private static Function<Timeline, String> grouping(String by) {
        return by.equals("region")
                ? t -> Objects.requireNonNullElse(t.patient().site(), "").split("/")[0]
                : t -> isYoung(t) ? "under 50" : "";
    }

    private static boolean isYoung(Timeline timeline) {
        return timeline.patient().birthDate() != null
                && !timeline.encounters().isEmpty()
                && timeline.patient()
                                .birthDate()
                                .until(timeline.encounters().getFirst().start().toLocalDate())
                                .getYears()
                        < 50;
    }

    private void measure(String clinic, long seed) {
        Predicate<Timeline> here = patient -> group.apply(patient).equals(clinic);
        VisitCollector source =
                new VisitCollector(VisitOptions.asRecorded(LocalVisits.MOST_VISITS, seed));
        patients.stream().filter(here.negate()).forEach(source::add);
        List<Timeline> local = new ArrayList<>(patients.stream().filter(here).toList());
        Collections.shuffle(local, new Random(seed));
        int half = local.size() / 2;
        VisitCollector clinicVisits =
                new VisitCollector(VisitOptions.asRecorded(LocalVisits.MOST_VISITS, seed));
        local.forEach(clinicVisits::add);
        EncodedVisits counted = clinicVisits.encode(p -> p < LOCAL, 3, Integer.MAX_VALUE);
        LearnedModel base =
                new Extension(base(source, seed), encoder)
                        .over(counted.factVocabulary(), counted.itemVocabulary());
        EncodedVisits all = clinicVisits.encode(base.terms().facts(), base.terms().items());
        EncodedVisits train = where(all, patient -> patient < LOCAL);
        EncodedVisits pool =
                known ? train : where(all, patient -> patient >= LOCAL && patient < half);
        EncodedVisits test = where(all, patient -> patient >= half);
        LearnedModel model = tuned(base, train, seed);
        Feedback feedback = decisions(model, pool, new Random(seed));
        int[] numbers = local.stream().mapToInt(patients::indexOf).toArray();
        for (int count : DECISIONS) {
            Feedback part = first(feedback, count);
            String row = String.format(Locale.ROOT, "n = %3d, weight ", count);
            keep(row + "0", model, test, numbers, seed);
            for (double weight : weights) {
                LearnedModel taught = FeedbackCorrection.apply(model, part, weight, Progress.NONE);
                keep(row + weight, taught, test, numbers, seed);
            }
        }
    }

    private LearnedModel base(VisitCollector source, long seed) {
        EncodedVisits counted = source.encode(patient -> true, 3, leastItems);
        Vocabulary<Item> items =
                new Vocabulary<>(
                        counted.itemVocabulary().entries().stream()
                                .filter(item -> kinds.contains(item.kind()))
                                .toList());
        EncodedVisits all = source.encode(counted.factVocabulary(), items);
        Terms terms = Terms.of(all.factVocabulary(), items, encoder);
        return learner.closedForm(lesson(all, seed), terms, Learner.SOURCE, sites, Progress.NONE);
    }

    private LearnedModel tuned(LearnedModel base, EncodedVisits train, long seed) {
        Learner.Lesson lesson = lesson(train, seed);
        LearnedModel model =
                learner.tuned(lesson, base, Transfer.FULL, Progress.NONE, (e, l, f) -> {});
        return model.withCalibration(
                new OutOfFold(
                                learner,
                                base,
                                Transfer.FULL,
                                ItemFilter.all(base.terms().items()),
                                Progress.NONE)
                        .calibration(lesson));
    }

    private static Learner.Lesson lesson(EncodedVisits visits, long seed) {
        return new Learner.Lesson(
                "model",
                "clinic",
                visits,
                TrainingOptions.fineTuning(visits.patientCount(), seed),
                new Provenance("", 0, 0, seed, Map.of(), Map.of(), Instant.EPOCH));
    }

    private Feedback decisions(LearnedModel model, EncodedVisits pool, Random random) {
        List<Integer> visits = new ArrayList<>(IntStream.range(0, pool.size()).boxed().toList());
        Collections.shuffle(visits, random);
        List<int[]> facts = new ArrayList<>();
        List<Integer> items = new ArrayList<>();
        List<Boolean> wanted = new ArrayList<>();
        int most = DECISIONS[DECISIONS.length - 1];
        for (int visit : visits) {
            if (pool.targets()[visit].length == 0 || items.size() >= most) {
                continue;
            }
            for (int item : shown(model, pool, visit)) {
                boolean right = contains(pool.targets()[visit], item);
                facts.add(pool.facts()[visit]);
                items.add(item);
                wanted.add(random.nextDouble() < ERROR ? !right : right);
                accepted += wanted.getLast() ? 1 : 0;
                decided++;
            }
        }
        boolean[] verdicts = new boolean[wanted.size()];
        for (int row = 0; row < verdicts.length; row++) {
            verdicts[row] = wanted.get(row);
        }
        return new Feedback(
                facts.toArray(int[][]::new),
                items.stream().mapToInt(Integer::intValue).toArray(),
                verdicts);
    }

    private static int[] shown(LearnedModel model, EncodedVisits pool, int visit) {
        float[] scores = new float[pool.itemVocabulary().size()];
        model.evidence().score(pool.facts()[visit], scores);
        return IntStream.range(0, scores.length)
                .filter(item -> !contains(pool.masked()[visit], item))
                .boxed()
                .sorted((a, b) -> Float.compare(scores[b], scores[a]))
                .limit(SHOWN)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static boolean contains(int[] items, int item) {
        return Arrays.stream(items).anyMatch(each -> each == item);
    }

    private static Feedback first(Feedback all, int count) {
        int size = Math.min(count, all.size());
        return new Feedback(
                Arrays.copyOf(all.facts(), size),
                Arrays.copyOf(all.items(), size),
                Arrays.copyOf(all.wanted(), size));
    }

    private static EncodedVisits where(EncodedVisits visits, IntPredicate patient) {
        return visits.subset(
                IntStream.range(0, visits.size())
                        .filter(visit -> patient.test(visits.patients()[visit]))
                        .toArray());
    }

    private void keep(
            String row, LearnedModel model, EncodedVisits test, int[] numbers, long seed) {
        VisitMetrics metrics =
                VisitMetrics.measure(
                        new EvidenceRanker(row, model.evidence()),
                        test,
                        ItemFilter.all(test.itemVocabulary()),
                        seed);
        int[] own = Arrays.stream(metrics.patients()).map(p -> numbers[p]).toArray();
        measured.computeIfAbsent(row, absent -> new ArrayList<>())
                .add(
                        new VisitMetrics(
                                metrics.ranker(),
                                metrics.filter(),
                                metrics.visits(),
                                own,
                                metrics.values()));
    }

    private void print() {
        System.out.printf("%d decisions, %d accepted%n", decided, accepted);
        System.out.println("| decisions, weight | visits | NDCG@10 | less no feedback |");
        System.out.println("|---|---|---|---|");
        Evaluator evaluator = new Evaluator(EvaluationOptions.withSeed(1));
        measured.forEach((row, parts) -> {
            VisitMetrics all = VisitMetrics.joined(parts);
            VisitMetrics none =
                    VisitMetrics.joined(
                            Objects.requireNonNull(
                                    measured.get(row.substring(0, row.lastIndexOf(' ')) + " 0")));
            Estimate less =
                    Objects.requireNonNull(
                            evaluator.difference(all, none).differences().get(Metric.NDCG_10));
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %.4f | %+.4f [%+.4f, %+.4f] |%n",
                    row,
                    all.size(),
                    all.mean(Metric.NDCG_10),
                    less.mean(),
                    less.low(),
                    less.high());
        });
    }
}
