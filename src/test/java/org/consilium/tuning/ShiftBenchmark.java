package org.consilium.tuning;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
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
import org.consilium.meaning.Ingredients;
import org.consilium.recommend.ConceptMapping;
import org.consilium.recommend.Item;
import org.consilium.recommend.Vocabulary;
import org.consilium.torch.DjlFactorTrainer;
import org.consilium.torch.EncoderOnDemand;
import org.consilium.tuning.evaluation.EvaluationOptions;
import org.consilium.tuning.evaluation.Evaluator;
import org.consilium.tuning.evaluation.ItemFilter;
import org.consilium.tuning.evaluation.VisitMetrics;
import org.consilium.tuning.factor.FactorTrainer;
import org.consilium.tuning.factor.TextEncoder;

/**
 * Whether what the match decides is the best that could be done with a base model. A share of all
 * concepts, drawn by a seed, is given codes of another system, as a clinic with codes of its own
 * would have them; their texts stay ({@code codes}) or are made meaningless, too ({@code both}).
 * Arguments: a cohort's folder, a folder of base models, the name of one, codes or both, shares,
 * numbers of training patients, seeds. A quarter of the patients is tested, on what the training
 * patients start. Prints NDCG@10 of every way, what is decided, and that less the best way.
 */
final class ShiftBenchmark {
    private static final CodeSystem ELSEWHERE = new CodeSystem("urn:elsewhere");

    private final LearnedModel base;
    private final TextEncoder encoder;
    private final ConceptMapping mapping;
    private final boolean both;
    private final FactorTrainer trainer = new DjlFactorTrainer();
    private final List<Timeline> patients;

    private ShiftBenchmark(
            LearnedModel base,
            TextEncoder encoder,
            ConceptMapping mapping,
            boolean both,
            List<Timeline> patients) {
        this.base = base;
        this.encoder = encoder;
        this.mapping = mapping;
        this.both = both;
        this.patients = patients;
    }

    public static void main(String[] args) throws Exception {
        LearnedModel base = new ModelArchive(Path.of(args[1])).read(args[2]).orElseThrow();
        List<Timeline> patients = MeasuredCohort.read(Path.of(args[0]));
        System.out.println(
                "| changed | patients | seed | facts known | items known | by text | fact shift | item shift | unchanged | full | partial | none | decided (by match) | less the best |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        Map<String, float[]> known = new HashMap<>();
        try (EncoderOnDemand encoder = new EncoderOnDemand()) {
            ShiftBenchmark benchmark =
                    new ShiftBenchmark(
                            base,
                            TransferBenchmark.remembered(encoder, known),
                            base.reading(ConceptMapping.toIngredients(Ingredients.shipped())),
                            args[3].equals("both"),
                            patients);
            for (String seed : args[6].split(",")) {
                for (String share : args[4].split(",")) {
                    for (String size : args[5].split(",")) {
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
                new VisitCollector(
                        VisitOptions.asRecorded(LocalVisits.MOST_VISITS, seed).with(mapping));
        patients.forEach(patient -> visits.add(changed(patient, share, seed)));
        LocalVisits.Material material = LocalVisits.of(visits).material(base, encoder, size, seed);
        DomainMatch match = DomainMatcher.match(base, visits);
        Map<Transfer, VisitMetrics> measured = new EnumMap<>(Transfer.class);
        for (Transfer transfer : Transfer.values()) {
            measured.put(
                    transfer,
                    measured(TunedRanker.of(trainer, material, transfer, seed), material, seed));
        }
        Evaluator evaluator = new Evaluator(EvaluationOptions.withSeed(seed));
        Transfer decided =
                new TransferChooser(material, match, seed, Progress.NONE).choose(null).transfer();
        Transfer best = decided;
        for (Transfer each : Transfer.values()) {
            if (mean(measured, each) > mean(measured, best)) {
                best = each;
            }
        }
        Estimate less =
                Objects.requireNonNull(
                        evaluator
                                .difference(of(measured, decided), of(measured, best))
                                .differences()
                                .get(Metric.NDCG_10));
        System.out.printf(
                Locale.ROOT,
                "| %.1f | %d | %d | %.2f | %.2f | %.2f | %.2f | %.2f | %.3f | %.3f | %.3f | %.3f | %s (%s) | %+.3f [%+.3f, %+.3f]%s |%n",
                share,
                material.train().patientCount(),
                seed,
                match.knownFactUse(),
                match.knownItemUse(),
                match.knownByText(),
                match.factShift(),
                match.itemShift(),
                mean(measured, Transfer.UNCHANGED),
                mean(measured, Transfer.FULL),
                mean(measured, Transfer.PARTIAL),
                mean(measured, Transfer.NONE),
                decided.words(),
                match.transfer().words(),
                less.mean(),
                less.low(),
                less.high(),
                less.high() < 0 ? " worse" : "");
    }

    private static VisitMetrics of(Map<Transfer, VisitMetrics> measured, Transfer transfer) {
        return Objects.requireNonNull(measured.get(transfer));
    }

    private static double mean(Map<Transfer, VisitMetrics> measured, Transfer transfer) {
        return of(measured, transfer).mean(Metric.NDCG_10);
    }

    /** On the items that the training patients start, so that every way ranks the same ones. */
    private static VisitMetrics measured(Ranker ranker, LocalVisits.Material material, long seed) {
        BitSet started = new BitSet();
        for (int[] targets : material.train().targets()) {
            IntStream.of(targets).forEach(started::set);
        }
        Vocabulary<Item> items = material.test().itemVocabulary();
        ItemFilter filter =
                ItemFilter.clinicalOnly(
                        items, item -> started.get(items.indexOf(item).orElseThrow()));
        return VisitMetrics.measure(ranker, material.test(), filter, seed);
    }

    private Timeline changed(Timeline timeline, double share, long seed) {
        return share == 0
                ? timeline
                : new Timeline(
                        timeline.patient(),
                        timeline.encounters(),
                        timeline.events().stream()
                                .map(event -> changed(event, share, seed))
                                .toList());
    }

    private ClinicalEvent changed(ClinicalEvent event, double share, long seed) {
        Concept concept = event.concept();
        int drawn = Math.floorMod((concept.code() + seed).hashCode() * 31, 1000);
        String text = both ? "local " + concept.code() : concept.display();
        return drawn >= 1000 * share
                ? event
                : new ClinicalEvent(
                        event.kind(),
                        event.category(),
                        new Concept(ELSEWHERE, "x" + concept.code(), text),
                        event.encounterId(),
                        event.start(),
                        event.end(),
                        event.value(),
                        event.reason());
    }
}
