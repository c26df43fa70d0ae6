package org.consilium.tuning;

import java.nio.file.Path;
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
 * What a base model of a network is best made of, when one region after the other is the clinic and
 * all others are the source: a ridge with a text kernel, trained factors, those on a graph, those
 * after masked facts. Arguments: a cohort's folder; numbers of local patients, 0 for the source
 * untouched; seeds. Half of a region's patients are the test. Prints NDCG@10 over the source's
 * items, paired with the ridge.
 */
final class SourceBenchmark {
    private static final int MOST_VISITS = 24;
    private static final int LEAST_ITEMS = 10;
    private static final String RIDGE = "ridge with text kernel";

    private final List<Timeline> patients;
    private final TextEncoder encoder;
    private final FactorTrainer trainer = new DjlFactorTrainer();
    private final PairedRows rows = new PairedRows();

    private SourceBenchmark(List<Timeline> patients, TextEncoder encoder) {
        this.patients = patients;
        this.encoder = encoder;
    }

    public static void main(String[] args) throws Exception {
        try (EncoderOnDemand encoder = new EncoderOnDemand()) {
            SourceBenchmark benchmark =
                    new SourceBenchmark(
                            MeasuredCohort.read(Path.of(args[0])), new RememberedTexts(encoder));
            for (String seed : args[2].split(",")) {
                benchmark.regions(args[1].split(","), Long.parseLong(seed));
            }
            benchmark.rows.print(RIDGE);
        }
    }

    private static String region(Timeline patient) {
        return Objects.requireNonNullElse(patient.patient().site(), "").split("/")[0];
    }

    private void regions(String[] sizes, long seed) {
        List<String> regions =
                patients.stream().map(SourceBenchmark::region).distinct().sorted().toList();
        for (String region : regions) {
            VisitCollector source = new VisitCollector(VisitOptions.asRecorded(MOST_VISITS, seed));
            patients.stream().filter(each -> !region(each).equals(region)).forEach(source::add);
            EncodedVisits all = source.encode(patient -> true, 3, LEAST_ITEMS);
            List<Timeline> local =
                    new ArrayList<>(
                            patients.stream().filter(each -> region(each).equals(region)).toList());
            Collections.shuffle(local, new Random(seed));
            sources(all, seed)
                    .forEach((name, base) -> {
                        for (String size : sizes) {
                            measure(name, base, local, Integer.parseInt(size), seed);
                        }
                    });
            System.err.println(region + ", seed " + seed);
        }
    }

    private Map<String, LearnedModel> sources(EncodedVisits all, long seed) {
        Terms terms = Terms.of(all.factVocabulary(), all.itemVocabulary(), encoder);
        TrainingOptions options = TrainingOptions.fromScratch(seed);
        Map<String, LearnedModel> sources = new LinkedHashMap<>();
        sources.put(
                RIDGE,
                new Learner(trainer)
                        .closedForm(
                                lesson(all, options),
                                terms,
                                Learner.SOURCE,
                                RidgePart.MANY_SITES,
                                Progress.NONE));
        sources.put("factors", fresh(all, options, terms));
        sources.put("factors on a graph, 1 layer", fresh(all, options.with(1, 0), terms));
        sources.put("masked facts, then factors", fresh(all, options.with(0, 4), terms));
        return sources;
    }

    private LearnedModel fresh(EncodedVisits all, TrainingOptions options, Terms terms) {
        return new Learner(trainer)
                .fresh(
                        lesson(all, options),
                        terms,
                        Progress.NONE,
                        FactorTrainer.AfterEpoch.NOTHING);
    }

    private static Learner.Lesson lesson(EncodedVisits visits, TrainingOptions options) {
        return new Learner.Lesson("model", "", visits, options, FactorTechnique.NOTHING);
    }

    private void measure(
            String name, LearnedModel base, List<Timeline> local, int size, long seed) {
        int half = local.size() / 2;
        List<Timeline> order =
                new ArrayList<>(local.subList(half, half + Math.min(size, local.size() - half)));
        int training = order.size();
        order.addAll(local.subList(0, half));
        VisitCollector visits = new VisitCollector(VisitOptions.asRecorded(MOST_VISITS, seed));
        order.forEach(visits::add);
        BitSet known = new BitSet();
        known.set(0, training);
        EncodedVisits encoded = visits.encode(base.terms().facts(), base.terms().items());
        LearnedModel model = base;
        if (training > 0) {
            EncodedVisits train = where(encoded, known, true);
            model =
                    new Learner(trainer)
                            .tuned(
                                    lesson(
                                            train,
                                            TrainingOptions.fineTuning(train.patientCount(), seed)),
                                    base,
                                    Transfer.FULL,
                                    Progress.NONE,
                                    FactorTrainer.AfterEpoch.NOTHING);
        }
        rows.keep(
                String.format(Locale.ROOT, "n = %3d | %s", size, name),
                model,
                where(encoded, known, false),
                order.stream().mapToInt(patients::indexOf).toArray(),
                seed);
    }

    private static EncodedVisits where(EncodedVisits visits, BitSet patients, boolean in) {
        return visits.subset(
                IntStream.range(0, visits.size())
                        .filter(visit -> patients.get(visits.patients()[visit]) == in)
                        .toArray());
    }
}
