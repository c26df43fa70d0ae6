package org.consilium.tuning.technique;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.consilium.clinical.ItemKind;
import org.consilium.recommend.Item;
import org.consilium.recommend.RoutineItems;
import org.consilium.recommend.Vocabulary;
import org.consilium.tuning.EncodedVisits;
import org.consilium.tuning.Estimate;
import org.consilium.tuning.Metric;
import org.consilium.tuning.Ranker;
import org.consilium.tuning.baseline.RidgeWeights;
import org.consilium.tuning.evaluation.ItemFilter;
import org.consilium.tuning.evaluation.VisitMetrics;

/**
 * Measures techniques over seeds of the split. Settings are chosen on validation patients, then
 * learned again from all training patients. Test visits of all seeds are pooled; intervals are from
 * a bootstrap over patients, each with all its visits of all seeds.
 */
public final class TechniqueTable {
    private static final int SHARDS = 10;
    private static final String ALONE = "federated, each clinic alone";

    private final BenchmarkCohort cohort;
    private final int seeds;
    private final String reference;
    private final RoutineItems routine;
    private final Map<String, List<List<VisitMetrics>>> measured = new LinkedHashMap<>();
    private final Map<String, List<String>> chosen = new LinkedHashMap<>();
    private final Map<String, Double> seconds = new LinkedHashMap<>();

    /**
     * @param factors whether differences are from the trained factors instead of the ridge
     */
    public TechniqueTable(BenchmarkCohort cohort, int seeds, boolean factors) throws IOException {
        this.cohort = cohort;
        this.seeds = seeds;
        this.reference = factors ? Techniques.FACTORS : Techniques.RIDGE;
        this.routine = RoutineItems.shipped();
    }

    /** The hospital, or one of ten shards where there is none. */
    private String clinic(int patient) {
        String site = cohort.site(patient);
        return site.isEmpty() ? "shard " + patient % SHARDS : site;
    }

    /**
     * @param wanted found in the names of the techniques to run beside the reference
     */
    public void print(Pattern wanted) throws Exception {
        try (Techniques techniques = new Techniques(this::clinic)) {
            for (long seed = 1; seed <= seeds; seed++) {
                BenchmarkCohort.Parts parts = cohort.split(seed);
                System.out.printf(
                        Locale.ROOT,
                        "seed %d: %d training visits of %d patients, %d test visits of %d, %d facts, %d items%n",
                        seed,
                        parts.train().size(),
                        parts.train().patientCount(),
                        parts.test().size(),
                        parts.test().patientCount(),
                        parts.train().factVocabulary().size(),
                        parts.train().itemVocabulary().size());
                for (Technique each : techniques.all()) {
                    if (each.name().equals(reference) || wanted.matcher(each.name()).find()) {
                        learn(each, parts, seed);
                    }
                }
                if (wanted.matcher(ALONE).find()) {
                    alone(parts, seed);
                }
            }
        }
        table();
    }

    private void learn(Technique technique, BenchmarkCohort.Parts parts, long seed)
            throws Exception {
        double begun = cpu();
        Technique.Setting best = technique.settings().getFirst();
        double most = -1;
        for (Technique.Setting setting : technique.settings()) {
            if (technique.settings().size() > 1) {
                Ranker ranker = setting.fit().from(parts.fitting(), seed);
                double ndcg =
                        filtered(ranker, parts.validation(), seed).getFirst().mean(Metric.NDCG_10);
                close(ranker);
                if (ndcg > most) {
                    most = ndcg;
                    best = setting;
                }
            }
        }
        Ranker ranker = best.fit().from(parts.train(), seed);
        keep(technique.name(), best.label(), filtered(ranker, parts.test(), seed));
        close(ranker);
        seconds.merge(technique.name(), cpu() - begun, Double::sum);
        System.err.println(technique.name() + ", seed " + seed);
    }

    private static void close(Ranker ranker) throws Exception {
        if (ranker instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }

    /** Each clinic's test patients by the ridge of its own training patients. */
    private void alone(BenchmarkCohort.Parts parts, long seed) {
        Map<String, int[]> training = Federation.byClinic(parts.train(), this::clinic);
        List<List<VisitMetrics>> byClinic = new ArrayList<>();
        Federation.byClinic(parts.test(), this::clinic)
                .forEach((clinic, visits) -> {
                    int[] own = training.getOrDefault(clinic, new int[0]);
                    float[][] table = Techniques.plainRidge(parts.train().subset(own), 10);
                    Ranker ranker = RidgeWeights.ranker("alone", table);
                    byClinic.add(
                            filtered(ranker, parts.test().subset(visits), seed).stream()
                                    .map(each -> Pooled.renumbered(each, visits))
                                    .toList());
                });
        List<VisitMetrics> all = new ArrayList<>();
        for (int filter = 0; filter < byClinic.getFirst().size(); filter++) {
            int number = filter;
            all.add(
                    Pooled.sorted(
                            Pooled.joined(
                                    byClinic.stream().map(each -> each.get(number)).toList())));
        }
        keep(ALONE, "", all);
    }

    private void keep(String name, String label, List<VisitMetrics> metrics) {
        measured.computeIfAbsent(name, absent -> new ArrayList<>()).add(metrics);
        chosen.computeIfAbsent(name, absent -> new ArrayList<>()).add(label);
    }

    /** Of all items, of clinical ones and of clinical medications. */
    private List<VisitMetrics> filtered(Ranker ranker, EncodedVisits visits, long seed) {
        Vocabulary<Item> items = visits.itemVocabulary();
        ItemFilter clinical = ItemFilter.clinicalOnly(items, item -> !routine.contains(item));
        return VisitMetrics.measure(
                ranker,
                visits,
                List.of(
                        ItemFilter.all(items),
                        clinical,
                        clinical.ofKind(items, ItemKind.MEDICATION)),
                seed);
    }

    private void table() {
        System.out.println(
                "| technique | NDCG@10, all items | less the reference | clinical items | less the"
                        + " reference | clinical medications | less the reference | chosen | processor, s |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        List<VisitMetrics> prior = pooled(reference);
        for (String name : measured.keySet()) {
            StringBuilder row = new StringBuilder("| " + name);
            List<VisitMetrics> pooled = pooled(name);
            for (int filter = 0; filter < pooled.size(); filter++) {
                row.append(" | ").append(text(Pooled.mean(pooled.get(filter)), "%.4f"));
                row.append(" | ");
                if (!name.equals(reference)) {
                    row.append(
                            text(
                                    Pooled.difference(pooled.get(filter), prior.get(filter)),
                                    "%+.4f"));
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "%s | %s | %.0f |%n",
                    row,
                    String.join("; ", chosen.get(name)),
                    seconds.getOrDefault(name, 0.));
        }
    }

    private static String text(Estimate estimate, String format) {
        return String.format(
                Locale.ROOT,
                format + " [" + format + ", " + format + "]",
                estimate.mean(),
                estimate.low(),
                estimate.high());
    }

    private List<VisitMetrics> pooled(String name) {
        List<List<VisitMetrics>> all = measured.get(name);
        return IntStream.range(0, all.getFirst().size())
                .mapToObj(filter ->
                        Pooled.joined(all.stream().map(each -> each.get(filter)).toList()))
                .toList();
    }

    private static double cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e9;
    }
}
