package org.consilium.tuning;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.ItemKind;
import org.consilium.clinical.Timeline;
import org.consilium.meaning.Ingredients;
import org.consilium.meaning.ShippedTables;
import org.consilium.torch.EncoderOnDemand;
import org.consilium.tuning.baseline.TextRidgeOptions;
import org.consilium.tuning.bridge.ConceptBridge;
import org.consilium.tuning.bridge.DescribedDrugs;
import org.consilium.tuning.bridge.IngredientBridge;
import org.consilium.tuning.bridge.NearestText;
import org.consilium.tuning.bridge.RecordedNames;
import org.consilium.tuning.factor.TextEncoder;

/**
 * Vocabulary bridges against none (docs/benchmarks.md). Arguments: {@code region} with the folder
 * of a cohort, numbers of local patients, seeds and kinds of items, where one region after the
 * other is the clinic; or {@code foreign} with the same and the folder of the source's records.
 */
final class BridgeBenchmark {
    private static final TextRidgeOptions RECIPE = new TextRidgeOptions(300, .3, 3, 0);

    /** Source visits in which a fact must occur: half of one in a thousand, at least 3. */
    private static int leastFacts(List<Timeline> source) {
        int visits = source.stream().mapToInt(patient -> patient.encounters().size()).sum();
        return Math.clamp(visits / 2000, 3, 50);
    }

    private BridgeBenchmark() {}

    public static void main(String[] args) throws Exception {
        List<Timeline> patients = MeasuredCohort.read(Path.of(args[1]));
        List<Integer> sizes = numbers(args[2]);
        Set<ItemKind> kinds =
                Set.copyOf(List.of(args[4].split(",")).stream().map(ItemKind::valueOf).toList());
        Ingredients ingredients = ShippedTables.read().ingredients();
        List<Concept> named = RecordedNames.of(Path.of(args[1]));
        if (args.length > 5) {
            named.addAll(RecordedNames.of(Path.of(args[5])));
        }
        ConceptBridge drugs = new IngredientBridge(ingredients, named).remembered();
        try (EncoderOnDemand onDemand = new EncoderOnDemand()) {
            TextEncoder encoder = BridgeTask.remembered(onDemand);
            if (args[0].equals("region")) {
                regions(patients, sizes, numbers(args[3]), kinds, drugs, encoder);
            } else {
                Set<String> here =
                        patients.stream()
                                .map(each -> each.patient().id())
                                .collect(Collectors.toSet());
                List<Timeline> source =
                        MeasuredCohort.read(Path.of(args[5])).stream()
                                .filter(each -> !here.contains(each.patient().id()))
                                .toList();
                System.err.printf("%d source patients%n", source.size());
                foreign(source, patients, sizes, numbers(args[3]), kinds, drugs, encoder);
            }
        }
    }

    private static List<Integer> numbers(String list) {
        return List.of(list.split(",")).stream().map(Integer::valueOf).toList();
    }

    private static void regions(
            List<Timeline> patients,
            List<Integer> sizes,
            List<Integer> seeds,
            Set<ItemKind> kinds,
            ConceptBridge drugs,
            TextEncoder encoder)
            throws Exception {
        ConceptBridge described = drugs.then(DescribedDrugs.shipped()).remembered();
        BridgeTask task =
                new BridgeTask(
                        drugs,
                        kinds,
                        encoder,
                        RECIPE,
                        new BridgeTask.Least(3, 50, 0),
                        List.of(Transfer.NONE, Transfer.FULL));
        Map<String, List<Timeline>> regions =
                patients.stream()
                        .collect(
                                Collectors.groupingBy(
                                        p ->
                                                Objects.requireNonNullElse(p.patient().site(), "")
                                                        .split("/")[0],
                                        TreeMap::new,
                                        Collectors.toList()));
        List<BridgeTask.Arm> arms =
                List.of(
                        new BridgeTask.Arm(
                                "as recorded, best product",
                                ConceptBridge.NONE,
                                ConceptBridge.NONE,
                                true),
                        new BridgeTask.Arm("as recorded", ConceptBridge.NONE, ConceptBridge.NONE),
                        new BridgeTask.Arm("items", ConceptBridge.NONE, drugs),
                        new BridgeTask.Arm("items and facts", drugs, drugs),
                        new BridgeTask.Arm("items and facts, described", described, drugs));
        for (int seed : seeds) {
            regions.forEach((region, here) -> {
                if (!region.isEmpty()) {
                    List<Timeline> source = new ArrayList<>(patients);
                    source.removeAll(new HashSet<>(here));
                    task.measure(region, source, here, arms, sizes, seed);
                }
            });
            task.print("as recorded, best product");
        }
    }

    private static void foreign(
            List<Timeline> source,
            List<Timeline> patients,
            List<Integer> sizes,
            List<Integer> seeds,
            Set<ItemKind> kinds,
            ConceptBridge drugs,
            TextEncoder encoder)
            throws Exception {
        DescribedDrugs table = DescribedDrugs.shipped();
        ConceptBridge described = drugs.then(table).remembered();
        Map<EventKind, Set<Concept>> known = known(source, drugs);
        List<BridgeTask.Arm> arms = new ArrayList<>();
        arms.add(
                new BridgeTask.Arm(
                        "as recorded, best product", ConceptBridge.NONE, ConceptBridge.NONE, true));
        arms.add(new BridgeTask.Arm("as recorded", ConceptBridge.NONE, ConceptBridge.NONE));
        arms.add(new BridgeTask.Arm("ingredients", drugs, drugs));
        arms.add(new BridgeTask.Arm("ingredients, described", described, drugs));
        for (double threshold : new double[] {.9, .8, .7}) {
            for (boolean last :
                    threshold == .8 ? new boolean[] {true, false} : new boolean[] {true}) {
                ConceptBridge near =
                        drugs.then(new NearestText(known, encoder, threshold, last)).remembered();
                arms.add(
                        new BridgeTask.Arm(
                                "ingredients, text from %.1f%s"
                                        .formatted(threshold, last ? "" : " whole"),
                                near,
                                drugs));
                if (threshold == .8 && last) {
                    arms.add(
                            new BridgeTask.Arm(
                                    "ingredients, text from 0.8, described",
                                    near.then(table).remembered(),
                                    drugs));
                }
            }
        }
        BridgeTask task =
                new BridgeTask(
                        drugs,
                        kinds,
                        encoder,
                        RECIPE,
                        new BridgeTask.Least(leastFacts(source), 10, 5),
                        List.of(Transfer.values()));
        for (int seed : seeds) {
            task.measure("clinic", source, patients, arms, sizes, seed);
            task.print("as recorded, best product");
        }
    }

    private static Map<EventKind, Set<Concept>> known(List<Timeline> source, ConceptBridge drugs) {
        Map<EventKind, Set<Concept>> known = new EnumMap<>(EventKind.class);
        for (Timeline patient : source) {
            for (ClinicalEvent event : patient.events()) {
                known.computeIfAbsent(event.kind(), absent -> new HashSet<>())
                        .add(drugs.of(event.kind(), event.concept()));
            }
        }
        return known;
    }
}
