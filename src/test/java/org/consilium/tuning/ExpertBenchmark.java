package org.consilium.tuning;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.consilium.clinical.Timeline;
import org.consilium.job.Progress;
import org.consilium.torch.DjlFactorTrainer;
import org.consilium.torch.EncoderOnDemand;
import org.consilium.tuning.factor.FactorTrainer;
import org.consilium.tuning.factor.Terms;
import org.consilium.tuning.factor.TextEncoder;
import org.consilium.tuning.factor.TrainingOptions;

/**
 * What the expert's options are worth when a base model with factors is tuned. Arguments: a
 * cohort's folder; {@code region} for the patients of all other regions as the source of one region
 * after the other, else a folder of base models of which the first is taken; numbers of local
 * patients; seeds; minutes of a search, 0 for none. Half of a clinic's patients are the test.
 * Prints NDCG@10 over the test visits of all clinics and seeds, paired with the careful recipe.
 */
final class ExpertBenchmark {
    private static final int MOST_VISITS = 24;
    private static final int LEAST_ITEMS = 10;

    private final List<Timeline> patients;
    private final TextEncoder encoder;
    private final Duration search;
    private final FactorTrainer trainer = new DjlFactorTrainer();
    private final PairedRows rows = new PairedRows();

    private ExpertBenchmark(List<Timeline> patients, TextEncoder encoder, Duration search) {
        this.patients = patients;
        this.encoder = encoder;
        this.search = search;
    }

    public static void main(String[] args) throws Exception {
        List<Timeline> patients = MeasuredCohort.read(Path.of(args[0]));
        List<Integer> sizes = numbers(args[2]);
        try (EncoderOnDemand encoder = new EncoderOnDemand()) {
            ExpertBenchmark benchmark =
                    new ExpertBenchmark(
                            patients,
                            new RememberedTexts(encoder),
                            Duration.ofSeconds(Math.round(60 * Double.parseDouble(args[4]))));
            for (int seed : numbers(args[3])) {
                if (args[1].equals("region")) {
                    benchmark.regions(sizes, seed);
                } else {
                    ModelArchive archive = new ModelArchive(Path.of(args[1]));
                    LearnedModel base = archive.read(archive.names().getFirst()).orElseThrow();
                    benchmark.clinic(base, patients, sizes, seed);
                }
            }
            benchmark.rows.print("careful");
        }
    }

    private static List<Integer> numbers(String list) {
        return List.of(list.split(",")).stream().map(Integer::valueOf).toList();
    }

    private static String region(Timeline patient) {
        return Objects.requireNonNullElse(patient.patient().site(), "").split("/")[0];
    }

    private void regions(List<Integer> sizes, long seed) {
        for (String region :
                patients.stream().map(ExpertBenchmark::region).distinct().sorted().toList()) {
            if (region.isEmpty()) {
                continue;
            }
            VisitCollector source = new VisitCollector(VisitOptions.asRecorded(MOST_VISITS, seed));
            patients.stream().filter(each -> !region(each).equals(region)).forEach(source::add);
            EncodedVisits all = source.encode(patient -> true, 3, LEAST_ITEMS);
            LearnedModel base =
                    new Learner(trainer)
                            .fresh(
                                    lesson(all, TrainingOptions.fromScratch(seed)),
                                    Terms.of(all.factVocabulary(), all.itemVocabulary(), encoder),
                                    Progress.NONE,
                                    FactorTrainer.AfterEpoch.NOTHING);
            clinic(
                    base,
                    patients.stream().filter(each -> region(each).equals(region)).toList(),
                    sizes,
                    seed);
        }
    }

    private static Learner.Lesson lesson(EncodedVisits visits, TrainingOptions options) {
        return new Learner.Lesson("model", "", visits, options, FactorTechnique.NOTHING);
    }

    private void clinic(LearnedModel base, List<Timeline> all, List<Integer> sizes, long seed) {
        List<Timeline> order = new ArrayList<>(all);
        Collections.shuffle(order, new Random(seed));
        int half = order.size() / 2;
        for (int size : sizes) {
            List<Timeline> local =
                    new ArrayList<>(
                            order.subList(half, half + Math.min(size, order.size() - half)));
            int training = local.size();
            local.addAll(order.subList(0, half));
            VisitCollector visits = new VisitCollector(VisitOptions.asRecorded(MOST_VISITS, seed));
            local.forEach(visits::add);
            int[] numbers = local.stream().mapToInt(patients::indexOf).toArray();
            BitSet known = new BitSet();
            known.set(0, training);
            EncodedVisits counted = visits.encode(known::get, 3, 3);
            LearnedModel start =
                    new Extension(base, encoder)
                            .over(counted.factVocabulary(), counted.itemVocabulary());
            EncodedVisits encoded = visits.encode(start.terms().facts(), start.terms().items());
            measure(
                    String.format(Locale.ROOT, "n = %3d | ", size),
                    start,
                    where(encoded, known, true),
                    new Test(where(encoded, known, false), numbers),
                    seed);
        }
    }

    private record Test(EncodedVisits visits, int[] numbers) {}

    private static EncodedVisits where(EncodedVisits visits, BitSet patients, boolean in) {
        return visits.subset(
                IntStream.range(0, visits.size())
                        .filter(visit -> patients.get(visits.patients()[visit]) == in)
                        .toArray());
    }

    private void measure(String n, LearnedModel start, EncodedVisits train, Test test, long seed) {
        TrainingOptions careful = TrainingOptions.fineTuning(train.patientCount(), seed);
        Learner learner = new Learner(trainer);
        LearnedModel prepared = learner.prepared(lesson(train, careful), start, Progress.NONE);
        keep(n + "untouched", start, test, seed);
        options(careful)
                .forEach((name, options) ->
                        keep(
                                n + name,
                                learner.trained(
                                        lesson(train, options),
                                        prepared,
                                        Progress.NONE,
                                        FactorTrainer.AfterEpoch.NOTHING),
                                test,
                                seed));
        if (!search.isZero()) {
            Instant end = InstantSource.system().instant().plus(search);
            RecipeChoice chosen =
                    new RecipeSearch(
                                    trainer,
                                    train,
                                    seed,
                                    () -> InstantSource.system().instant().isAfter(end),
                                    Progress.NONE)
                            .search(start, careful);
            System.err.println(n + chosen.tries().size() + " recipes: " + chosen.reason());
            keep(
                    n + "search",
                    learner.trained(
                            lesson(train, Objects.requireNonNull(chosen.training())),
                            prepared,
                            Progress.NONE,
                            FactorTrainer.AfterEpoch.NOTHING),
                    test,
                    seed);
        }
        System.err.println(n + "seed " + seed);
    }

    private static Map<String, TrainingOptions> options(TrainingOptions careful) {
        Map<String, TrainingOptions> all = new LinkedHashMap<>();
        all.put("careful", careful);
        for (int layers = 1; layers <= 3; layers++) {
            all.put("graph, " + layers + " layers", careful.with(layers, 0));
        }
        for (int epochs : new int[] {4, 20}) {
            all.put("masked facts, " + epochs + " epochs", careful.with(0, epochs));
        }
        return all;
    }

    private void keep(String row, LearnedModel model, Test test, long seed) {
        rows.keep(row, model, test.visits(), test.numbers(), seed);
    }
}
