package org.consilium.tuning;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.consilium.clinical.Timeline;
import org.consilium.job.Progress;
import org.consilium.torch.DjlFactorTrainer;
import org.consilium.torch.EncoderOnDemand;
import org.consilium.tuning.evaluation.Split;
import org.consilium.tuning.evaluation.Splits;
import org.consilium.tuning.factor.FactorTrainer;
import org.consilium.tuning.factor.Terms;
import org.consilium.tuning.factor.TextEncoder;
import org.consilium.tuning.factor.TrainingOptions;
import org.consilium.tuning.federated.ClinicPrivacy;
import org.consilium.tuning.federated.Round;
import org.consilium.tuning.federated.SignedFile;
import org.consilium.tuning.federated.SigningKey;
import org.consilium.tuning.federated.Update;

/**
 * What a federation is worth, by the program's own steps and through the bytes of its files.
 * Arguments: a cohort's folder; {@code region} for the regions of the sites as clinics, else a
 * number of clinics among which patients are dealt out; {@code factors} or {@code ridge} for the
 * base model, which the first clinic makes of its own training patients; rounds; seeds; noises. A
 * quarter of each clinic's patients is the test. Prints NDCG@10 over the items of the base model,
 * paired with each clinic tuning the base model alone.
 */
final class FederationBenchmark {
    private static final int MOST_VISITS = 24;
    private static final double TEST = .25;

    private final boolean factors;
    private final int rounds;
    private final TextEncoder encoder;
    private final FactorTrainer trainer = new DjlFactorTrainer();
    private final PairedRows rows = new PairedRows();

    private FederationBenchmark(boolean factors, int rounds, TextEncoder encoder) {
        this.factors = factors;
        this.rounds = rounds;
        this.encoder = encoder;
    }

    public static void main(String[] args) throws Exception {
        List<Timeline> patients = MeasuredCohort.read(Path.of(args[0]));
        ToIntFunction<Timeline> clinic = clinics(args[1], patients);
        try (EncoderOnDemand encoder = new EncoderOnDemand()) {
            FederationBenchmark benchmark =
                    new FederationBenchmark(
                            args[2].equals("factors"),
                            Integer.parseInt(args[3]),
                            new RememberedTexts(encoder));
            for (String seed : args[4].split(",")) {
                benchmark.measure(patients, clinic, Long.parseLong(seed), args[5].split(","));
            }
            benchmark.rows.print("each clinic alone");
        }
    }

    private static ToIntFunction<Timeline> clinics(String by, List<Timeline> patients) {
        if (!by.equals("region")) {
            int clinics = Integer.parseInt(by);
            return patient -> patients.indexOf(patient) % clinics;
        }
        Map<String, Integer> sizes = new TreeMap<>();
        patients.forEach(each -> sizes.merge(region(each), 1, Integer::sum));
        List<String> names =
                sizes.keySet().stream()
                        .sorted((a, b) ->
                                Integer.compare(sizes.getOrDefault(b, 0), sizes.getOrDefault(a, 0)))
                        .toList();
        return patient -> names.indexOf(region(patient));
    }

    private static String region(Timeline patient) {
        return Objects.requireNonNullElse(patient.patient().site(), "").split("/")[0];
    }

    private void measure(
            List<Timeline> patients, ToIntFunction<Timeline> clinicOf, long seed, String[] noises)
            throws Exception {
        VisitCollector collector = new VisitCollector(VisitOptions.asRecorded(MOST_VISITS, seed));
        patients.forEach(collector::add);
        int[] clinics = patients.stream().mapToInt(clinicOf).toArray();
        EncodedVisits counted = collector.encode(patient -> clinics[patient] == 0, 3, 3);
        Split draft = Splits.byPatient(counted, 0, TEST, seed);
        LearnedModel base = base(where(draft.train(), clinics, 0), seed);
        Split all =
                Splits.byPatient(
                        collector.encode(base.terms().facts(), base.terms().items()),
                        0,
                        TEST,
                        seed);
        List<Split> parts =
                IntStream.rangeClosed(0, Arrays.stream(clinics).max().orElse(0))
                        .mapToObj(clinic ->
                                new Split(
                                        where(all.train(), clinics, clinic),
                                        all.validation(),
                                        where(all.test(), clinics, clinic)))
                        .filter(part -> part.train().patientCount() >= 6)
                        .toList();
        System.err.printf(
                "seed %d: %d clinics, base of %d patients, %d facts, %d items%n",
                seed,
                parts.size(),
                where(draft.train(), clinics, 0).patientCount(),
                base.terms().facts().size(),
                base.terms().items().size());
        plain(base, all, parts, seed);
        for (String noise : noises) {
            double z = Double.parseDouble(noise);
            federate(base, parts, new ClinicPrivacy(z == 0 ? 0 : 1, z), seed);
        }
    }

    private static EncodedVisits where(EncodedVisits visits, int[] clinics, int clinic) {
        return visits.subset(
                IntStream.range(0, visits.size())
                        .filter(visit -> clinics[visits.patients()[visit]] == clinic)
                        .toArray());
    }

    private LearnedModel base(EncodedVisits train, long seed) throws Exception {
        Terms terms = Terms.of(train.factVocabulary(), train.itemVocabulary(), encoder);
        Learner learner = new Learner(trainer);
        LearnedModel base =
                factors
                        ? learner.fresh(
                                lesson(train, TrainingOptions.fromScratch(seed)),
                                terms,
                                Progress.NONE,
                                FactorTrainer.AfterEpoch.NOTHING)
                        : learner.closedForm(
                                lesson(train, TrainingOptions.fromScratch(seed)),
                                terms,
                                Learner.SOURCE,
                                1,
                                Progress.NONE);
        return new ModelFile().rounded(base);
    }

    private static Learner.Lesson lesson(EncodedVisits visits, TrainingOptions options) {
        return new Learner.Lesson("model", "", visits, options, FactorTechnique.NOTHING);
    }

    private LearnedModel tuned(LearnedModel base, EncodedVisits train, long seed) {
        return new Learner(trainer)
                .tuned(
                        lesson(train, TrainingOptions.fineTuning(train.patientCount(), seed)),
                        base,
                        Transfer.FULL,
                        Progress.NONE,
                        FactorTrainer.AfterEpoch.NOTHING);
    }

    private void plain(LearnedModel base, Split all, List<Split> parts, long seed) {
        LearnedModel pooled = tuned(base, all.train(), seed);
        for (Split part : parts) {
            keep("base untouched", base, part, seed);
            keep("pooled", pooled, part, seed);
            keep("each clinic alone", tuned(base, part.train(), seed), part, seed);
        }
    }

    private void keep(String row, LearnedModel model, Split part, long seed) {
        int[] numbers = IntStream.range(0, 1_000_000).toArray();
        rows.keep("| " + row, model, part.test(), numbers, seed);
    }

    private void federate(LearnedModel start, List<Split> parts, ClinicPrivacy privacy, long seed)
            throws Exception {
        SigningKey coordinator = SigningKey.generate();
        List<SigningKey> keys = parts.stream().map(part -> SigningKey.generate()).toList();
        LearnedModel model = start;
        byte[] bytes = new ModelFile().write(start);
        Round round = new Round("f", "benchmark", 1, SigningKey.hash(bytes), 5, 1e-3, privacy);
        for (; round.round() <= rounds; round = round.next(bytes)) {
            SignedFile sent =
                    SignedFile.read("round", SignedFile.signed(round, bytes, coordinator));
            List<byte[]> answers = new ArrayList<>();
            double length = 0;
            for (int clinic = 0; clinic < parts.size(); clinic++) {
                ClinicTraining.Learned learned =
                        new ClinicTraining(trainer, Progress.NONE)
                                .learn(
                                        new ModelFile().read(sent.data()),
                                        parts.get(clinic),
                                        Round.of(sent));
                length += learned.length() / parts.size();
                Update update = new Update(Round.of(sent), learned.patients(), learned.visits());
                answers.add(SignedFile.signed(update, learned.delta().toBytes(), keys.get(clinic)));
            }
            FederatedMean mean = new FederatedMean(model, round);
            for (byte[] answer : answers) {
                mean.add(SignedFile.read("update", answer));
            }
            model =
                    new ModelFile()
                            .rounded(mean.mean().onto(model, "merged", "", model.provenance()));
            bytes = new ModelFile().write(model);
            report(model, parts, round, seed, length);
        }
        if (privacy.noise() == 0) {
            for (Split part : parts) {
                keep(
                        "federated, then tuned at each clinic",
                        tuned(model, part.train(), seed),
                        part,
                        seed);
            }
        }
    }

    private void report(
            LearnedModel model, List<Split> parts, Round round, long seed, double length) {
        System.err.printf(Locale.ROOT, "%s, mean length %.2f%n", round.privacy(), length);
        if (round.round() != 1 && round.round() != 3 && round.round() != rounds) {
            return;
        }
        double noise = round.privacy().noise();
        String row =
                String.format(
                        Locale.ROOT,
                        "federated, round %d, %s",
                        round.round(),
                        noise == 0
                                ? "no noise"
                                : "noise %s, epsilon %,.0f"
                                        .formatted(noise, round.privacy().epsilon(round.round())));
        parts.forEach(part -> keep(row, model, part, seed));
    }
}
