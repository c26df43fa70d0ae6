package org.consilium.tuning;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Timeline;
import org.consilium.job.Progress;
import org.consilium.torch.DjlFactorTrainer;
import org.consilium.torch.EncoderOnDemand;
import org.consilium.tuning.evaluation.EvaluationOptions;
import org.consilium.tuning.evaluation.Evaluator;
import org.consilium.tuning.evaluation.ItemFilter;
import org.consilium.tuning.evaluation.VisitMetrics;
import org.consilium.tuning.factor.FactorTrainer;
import org.consilium.tuning.factor.TextEncoder;

/**
 * How much of a base model to use when a part of the clinic's codes is not the source's: a share of
 * all concepts, drawn by a seed, is given codes of another system; their texts stay. Arguments: a
 * cohort's folder, a folder of base models, shares, numbers of training patients, seeds. A quarter
 * of the patients is tested. Prints NDCG@10 of every way and what would be decided.
 */
final class ShiftBenchmark {
    private static final CodeSystem ELSEWHERE = new CodeSystem("urn:elsewhere");

    private final LearnedModel base;
    private final TextEncoder encoder;
    private final FactorTrainer trainer = new DjlFactorTrainer();
    private final List<Timeline> patients;

    private ShiftBenchmark(LearnedModel base, TextEncoder encoder, List<Timeline> patients) {
        this.base = base;
        this.encoder = encoder;
        this.patients = patients;
    }

    public static void main(String[] args) throws Exception {
        ModelArchive archive = new ModelArchive(Path.of(args[1]));
        LearnedModel base = archive.read(archive.names().getFirst()).orElseThrow();
        List<Timeline> patients = MeasuredCohort.read(Path.of(args[0]));
        System.out.println(
                "| codes changed | patients | seed | facts known | items known | untouched | full | partial | none | decided |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|");
        try (EncoderOnDemand encoder = new EncoderOnDemand()) {
            ShiftBenchmark benchmark = new ShiftBenchmark(base, encoder, patients);
            for (String seed : args[4].split(",")) {
                for (String share : args[2].split(",")) {
                    for (String size : args[3].split(",")) {
                        benchmark.measure(
                                Double.parseDouble(share),
                                Integer.parseInt(size),
                                Long.parseLong(seed));
                    }
                }
            }
        }
    }

    private void measure(double share, int size, long seed) {
        VisitCollector visits =
                new VisitCollector(VisitOptions.asRecorded(LocalVisits.MOST_VISITS, seed));
        patients.forEach(patient -> visits.add(changed(patient, share, seed)));
        LocalVisits.Material material = LocalVisits.of(visits).material(base, encoder, size, seed);
        DomainMatch match = DomainMatcher.match(base, visits);
        Map<Transfer, Estimate> measured = new EnumMap<>(Transfer.class);
        for (Transfer transfer : Transfer.values()) {
            measured.put(
                    transfer,
                    ndcg(TunedRanker.of(trainer, material, transfer, seed), material, seed));
        }
        TransferChoice choice =
                new TransferChooser(material, match, seed, Progress.NONE).choose(null);
        System.out.printf(
                Locale.ROOT,
                "| %.1f | %d | %d | %.2f | %.2f | %s | %s | %s | %s | %s (by match %s) |%n",
                share,
                size,
                seed,
                match.knownFactUse(),
                match.knownItemUse(),
                words(ndcg(new EvidenceRanker("base", material.base().evidence()), material, seed)),
                words(Objects.requireNonNull(measured.get(Transfer.FULL))),
                words(Objects.requireNonNull(measured.get(Transfer.PARTIAL))),
                words(Objects.requireNonNull(measured.get(Transfer.NONE))),
                choice.transfer().words(),
                match.transfer().words());
    }

    /** On the items that the training patients start, so that every way ranks the same ones. */
    private static Estimate ndcg(Ranker ranker, LocalVisits.Material material, long seed) {
        BitSet started = new BitSet();
        for (int[] targets : material.train().targets()) {
            IntStream.of(targets).forEach(started::set);
        }
        ItemFilter items =
                ItemFilter.clinicalOnly(
                        material.test().itemVocabulary(),
                        item ->
                                started.get(
                                        material.test()
                                                .itemVocabulary()
                                                .indexOf(item)
                                                .orElseThrow()));
        VisitMetrics metrics = VisitMetrics.measure(ranker, material.test(), items, seed);
        return Objects.requireNonNull(
                new Evaluator(EvaluationOptions.withSeed(seed))
                        .metrics(metrics)
                        .get(Metric.NDCG_10));
    }

    private static String words(Estimate estimate) {
        return String.format(
                Locale.ROOT, "%.3f [%.3f, %.3f]", estimate.mean(), estimate.low(), estimate.high());
    }

    private static Timeline changed(Timeline timeline, double share, long seed) {
        return new Timeline(
                timeline.patient(),
                timeline.encounters(),
                timeline.events().stream().map(event -> changed(event, share, seed)).toList());
    }

    private static ClinicalEvent changed(ClinicalEvent event, double share, long seed) {
        Concept concept = event.concept();
        int drawn = Math.floorMod((concept.code() + seed).hashCode() * 31, 1000);
        return drawn >= 1000 * share
                ? event
                : new ClinicalEvent(
                        event.kind(),
                        event.category(),
                        new Concept(ELSEWHERE, "x" + concept.code(), concept.display()),
                        event.encounterId(),
                        event.start(),
                        event.end(),
                        event.value(),
                        event.reason());
    }
}
