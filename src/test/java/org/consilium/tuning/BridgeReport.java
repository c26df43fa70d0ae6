package org.consilium.tuning;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.ItemKind;
import org.consilium.clinical.Timeline;
import org.consilium.meaning.Ingredients;
import org.consilium.meaning.ShippedTables;
import org.consilium.recommend.Fact;
import org.consilium.recommend.Item;
import org.consilium.recommend.Role;
import org.consilium.torch.EncoderOnDemand;
import org.consilium.tuning.bridge.ConceptBridge;
import org.consilium.tuning.bridge.IngredientBridge;
import org.consilium.tuning.bridge.NearestText;
import org.consilium.tuning.bridge.RecordedNames;
import org.consilium.tuning.factor.TextEncoder;

/**
 * What each vocabulary bridge makes known of a cohort to the shipped model: by use, the share of
 * what is recorded and of the treatments that are started. Arguments: the model's file and the
 * folder of a cohort.
 */
final class BridgeReport {
    private static final int SHOWN = 40;

    private final LearnedModel model;
    private final List<Timeline> patients;

    private BridgeReport(LearnedModel model, List<Timeline> patients) {
        this.model = model;
        this.patients = patients;
    }

    public static void main(String[] args) throws Exception {
        LearnedModel model = new ModelFile().read(Files.readAllBytes(Path.of(args[0])));
        List<Timeline> patients = MeasuredCohort.read(Path.of(args[1]));
        Ingredients ingredients = ShippedTables.read().ingredients();
        BridgeReport report = new BridgeReport(model, patients);
        report.merging(new IngredientBridge(ingredients, List.of()).remembered());
        ConceptBridge drugs =
                new IngredientBridge(ingredients, RecordedNames.of(Path.of(args[1]))).remembered();
        report.merging(drugs);
        System.out.println(
                "| bridge | facts known | conditions | results | treatments | items known | medications | procedures |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        report.row("none", ConceptBridge.NONE);
        report.row(
                "ingredients by the own name",
                new IngredientBridge(ingredients, List.of()).remembered());
        report.row("ingredients", drugs);
        try (EncoderOnDemand onDemand = new EncoderOnDemand()) {
            TextEncoder encoder = BridgeTask.remembered(onDemand);
            for (boolean last : new boolean[] {false, true}) {
                for (double threshold : new double[] {.9, .8, .7}) {
                    ConceptBridge near =
                            drugs.then(
                                            new NearestText(
                                                    report.known(drugs), encoder, threshold, last))
                                    .remembered();
                    report.row(
                            "ingredients, text from %.1f%s"
                                    .formatted(threshold, last ? ", last part" : ""),
                            near);
                    if (last) {
                        report.pairs(near, threshold);
                    }
                }
            }
        }
    }

    private static EventKind kind(Role role, Concept concept) {
        String name = role.name();
        if (name.startsWith("CONDITION")) {
            return EventKind.CONDITION;
        }
        if (name.startsWith("OBSERVATION")) {
            return EventKind.OBSERVATION;
        }
        if (name.startsWith("ALLERGY")) {
            return EventKind.ALLERGY;
        }
        return concept.system().equals(CodeSystem.RXNORM)
                ? EventKind.MEDICATION
                : EventKind.PROCEDURE;
    }

    private static EventKind kind(ItemKind kind) {
        return EventKind.valueOf(kind.name());
    }

    private Map<EventKind, Set<Concept>> known(ConceptBridge bridge) {
        Map<EventKind, Set<Concept>> known = new EnumMap<>(EventKind.class);
        for (Fact fact : model.terms().facts().entries()) {
            if (fact.role() != Role.DEMOGRAPHIC && fact.role() != Role.ENCOUNTER) {
                EventKind kind = kind(fact.role(), fact.concept());
                known.computeIfAbsent(kind, absent -> new HashSet<>())
                        .add(bridge.of(kind, fact.concept()));
            }
        }
        for (Item item : model.terms().items().entries()) {
            EventKind kind = kind(item.kind());
            known.computeIfAbsent(kind, absent -> new HashSet<>())
                    .add(bridge.of(kind, item.concept()));
        }
        return known;
    }

    private void row(String name, ConceptBridge bridge) {
        Set<Fact> facts = new HashSet<>();
        for (Fact fact : model.terms().facts().entries()) {
            facts.add(
                    new Fact(
                            bridge.of(kind(fact.role(), fact.concept()), fact.concept()),
                            fact.role()));
        }
        Set<Item> items = new HashSet<>();
        for (Item item : model.terms().items().entries()) {
            items.add(new Item(item.kind(), bridge.of(kind(item.kind()), item.concept())));
        }
        VisitCollector collector = new VisitCollector(VisitOptions.asRecorded(24, 1));
        patients.forEach(patient -> collector.add(bridge.over(patient)));
        Map<String, double[]> use = new TreeMap<>();
        collector
                .factUse()
                .forEach((fact, count) -> {
                    if (fact.role() != Role.DEMOGRAPHIC) {
                        boolean known = facts.contains(new Fact(fact.concept(), fact.role()));
                        count(use, "facts", count, known);
                        count(use, fact.role().name().split("_")[0], count, known);
                    }
                });
        collector
                .itemUse()
                .forEach((item, count) -> {
                    count(use, "items", count, items.contains(item));
                    count(use, item.kind().name(), count, items.contains(item));
                });
        System.out.print("| " + name);
        for (String column :
                List.of(
                        "facts",
                        "CONDITION",
                        "OBSERVATION",
                        "TREATMENT",
                        "items",
                        "MEDICATION",
                        "PROCEDURE")) {
            double[] counts = use.get(column);
            System.out.print(
                    counts == null
                            ? " | -"
                            : String.format(Locale.ROOT, " | %.3f", counts[0] / counts[1]));
        }
        System.out.println(" |");
    }

    private static void count(Map<String, double[]> use, String key, int count, boolean known) {
        double[] counts = use.computeIfAbsent(key, absent -> new double[2]);
        counts[0] += known ? count : 0;
        counts[1] += count;
    }

    /** How many medicines there are before and after, by codes and by use. */
    private void merging(ConceptBridge drugs) {
        Map<Concept, Integer> recorded = new LinkedHashMap<>();
        for (Timeline patient : patients) {
            for (ClinicalEvent event : patient.events()) {
                if (event.kind() == EventKind.MEDICATION) {
                    recorded.merge(event.concept(), 1, Integer::sum);
                }
            }
        }
        Set<Concept> after = new HashSet<>();
        int named = 0;
        long use = 0;
        long namedUse = 0;
        Map<String, Integer> ingredients = new HashMap<>();
        for (Map.Entry<Concept, Integer> each : recorded.entrySet()) {
            Concept bridged = drugs.of(EventKind.MEDICATION, each.getKey());
            after.add(bridged);
            use += each.getValue();
            if (!bridged.equals(each.getKey())) {
                named++;
                namedUse += each.getValue();
                ingredients.merge(bridged.code(), each.getValue(), Integer::sum);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "medicines: %d recorded, %d of them with ingredients (%.1f%% of the use), %d after merging, %d ingredients%n",
                recorded.size(),
                named,
                100. * namedUse / use,
                after.size(),
                ingredients.size());
        System.out.println(
                ingredients.entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                        .limit(150)
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private void pairs(ConceptBridge near, double threshold) {
        Set<String> pairs = new HashSet<>();
        for (Timeline patient : patients) {
            for (ClinicalEvent event : patient.events()) {
                Concept to = near.of(event.kind(), event.concept());
                if (!to.equals(event.concept())
                        && !to.system().equals(IngredientBridge.INGREDIENTS)) {
                    pairs.add(
                            event.kind()
                                    + ": "
                                    + event.concept().display()
                                    + " -> "
                                    + to.display());
                }
            }
        }
        List<String> drawn = new ArrayList<>(pairs.stream().sorted().toList());
        Collections.shuffle(drawn, new Random(7));
        System.err.printf("%.1f: %d pairs%n", threshold, pairs.size());
        drawn.stream().limit(SHOWN).forEach(System.err::println);
    }
}
