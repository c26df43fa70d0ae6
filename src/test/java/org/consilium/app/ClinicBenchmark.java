package org.consilium.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.consilium.clinical.Cohort;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.Timeline;
import org.consilium.cohort.CohortService;
import org.consilium.importing.ImportRequest;
import org.consilium.job.Progress;
import org.consilium.recommend.EvidenceModel;
import org.consilium.recommend.FactExtractor;
import org.consilium.recommend.KnownFacts;
import org.consilium.recommend.Visit;
import org.consilium.security.Vault;
import org.consilium.store.CohortRepository;
import org.consilium.store.Database;
import org.consilium.store.ImportSession;
import org.consilium.tuning.EpochListener;
import org.consilium.tuning.EvaluationRequest;
import org.consilium.tuning.ModelFile;
import org.consilium.tuning.Preset;
import org.consilium.tuning.SplitOptions;
import org.consilium.tuning.Transfer;
import org.consilium.tuning.TuneRecipe;
import org.consilium.tuning.TuneRequest;

/**
 * What a clinic waits for, on an encrypted store with the launcher's options: fine-tuning on some
 * of a cohort's patients with all that is measured of it, scoring every patient, and an evaluation
 * with every baseline. Arguments: a cohort (what import takes), numbers of patients as 25,200,1000.
 */
final class ClinicBenchmark {
    private static final List<String> EVERY_WAY =
            List.of(
                    "base",
                    "tuned",
                    "popularity",
                    "popularity-given-conditions",
                    "itemknn",
                    "implicit-als",
                    "bpr-mf",
                    "ease",
                    "ridge");

    private ClinicBenchmark() {}

    public static void main(String[] args) throws Exception {
        Path home = Files.createTempDirectory("clinic-benchmark");
        byte[] key = new Vault(home).create("a passphrase of no use".toCharArray());
        Path models = Path.of("models");
        String all = "all";
        try (Context context = Context.open(home, key.clone(), models)) {
            timed(
                    "import",
                    () ->
                            context.imports()
                                    .importing(
                                            new ImportRequest(
                                                    all, List.of(Path.of(args[0])), "auto", true))
                                    .run(Progress.NONE));
        }
        List<Integer> sizes =
                args.length > 1
                        ? List.of(args[1].split(",")).stream().map(Integer::valueOf).toList()
                        : List.of();
        for (int size : sizes) {
            draw(home, key, all, size);
        }
        try (Context context = Context.open(home, key.clone(), models)) {
            for (int size : sizes) {
                for (Preset preset : List.of(Preset.QUICK, Preset.CAREFUL)) {
                    TuneRequest request =
                            new TuneRequest(
                                    "n" + size,
                                    null,
                                    null,
                                    1,
                                    Transfer.FULL,
                                    TuneRecipe.of(preset));
                    timed(
                            "tune " + size + " patients, " + preset.words(),
                            () -> context.tuning().tuning(request, made()).run(Progress.NONE));
                }
            }
            Cohort cohort = context.cohorts().byName(all);
            timed(
                    "score all %,d patients".formatted(cohort.patients()),
                    () -> score(context.cohorts(), cohort, models));
            EvaluationRequest evaluation =
                    new EvaluationRequest(
                            all,
                            null,
                            EVERY_WAY,
                            List.of(),
                            1,
                            new SplitOptions(
                                    SplitOptions.Kind.PATIENT, 1, SplitOptions.LearnFrom.POOLED),
                            null,
                            EvaluationRequest.COLD_VISITS,
                            true);
            timed(
                    "evaluate %d ways on %,d patients"
                            .formatted(EVERY_WAY.size(), cohort.patients()),
                    () -> context.tuning().evaluating(evaluation).run(Progress.NONE));
        }
    }

    /** Says when the model is there and what it is compared with begins to be learned. */
    private static EpochListener made() {
        long begun = System.nanoTime();
        boolean[] said = new boolean[1];
        return new EpochListener() {
            @Override
            public void epoch(int epoch, int epochs, double loss, double ndcg) {}

            @Override
            public void stage(String words) {
                if (!said[0]) {
                    said[0] = true;
                    System.out.printf(
                            Locale.ROOT,
                            "... model made after %.2f s%n",
                            (System.nanoTime() - begun) / 1e9);
                }
            }
        };
    }

    /** Puts some patients, drawn with seed 1, into a cohort of their own. */
    private static void draw(Path home, byte[] key, String from, int size) {
        try (Database database = Database.open(home, key.clone())) {
            CohortRepository repository = new CohortRepository(database, Clock.systemUTC());
            CohortService cohorts = new CohortService(repository);
            Cohort cohort = cohorts.byName(from);
            List<Integer> order =
                    new ArrayList<>(IntStream.range(0, cohort.patients()).boxed().toList());
            Collections.shuffle(order, new Random(1));
            BitSet drawn = new BitSet();
            order.stream().limit(size).forEach(drawn::set);
            int[] next = {0};
            try (ImportSession session = repository.beginImport("n" + size, true)) {
                cohorts.forEachTimeline(
                        cohort.id(),
                        Progress.NONE,
                        timeline -> {
                            if (drawn.get(next[0]++)) {
                                session.put(timeline);
                            }
                        });
                session.commit();
            }
        }
    }

    /** Of every patient at the last visit, from the record to the scores of all items. */
    private static double score(CohortService cohorts, Cohort cohort, Path models)
            throws IOException {
        byte[] file = Files.readAllBytes(models.resolve("synthea-general.consilium"));
        EvidenceModel model = new ModelFile().read(file).evidence();
        FactExtractor extractor = new FactExtractor();
        List<int[]> visits = new ArrayList<>();
        cohorts.forEachTimeline(
                cohort.id(),
                Progress.NONE,
                timeline -> last(extractor, timeline, model).forEach(visits::add));
        float[] scores = new float[model.items().size()];
        double[] kept = {0};
        timed(
                "... of it the scores of %,d visits".formatted(visits.size()),
                () -> {
                    for (int[] visit : visits) {
                        model.score(visit, scores);
                        kept[0] += scores[0];
                    }
                    return kept;
                });
        return kept[0];
    }

    private static List<int[]> last(
            FactExtractor extractor, Timeline timeline, EvidenceModel model) {
        List<Encounter> encounters = timeline.encounters();
        if (encounters.isEmpty()) {
            return List.of();
        }
        Visit visit = extractor.visitAt(timeline, encounters.getLast().start());
        return List.of(
                visit.facts().stream()
                        .map(each -> KnownFacts.indexOf(model.facts(), each.fact()))
                        .filter(each -> each.isPresent())
                        .mapToInt(each -> each.getAsInt())
                        .distinct()
                        .toArray());
    }

    private interface Work {
        Object run() throws Exception;
    }

    private static void timed(String what, Work work) {
        long begun = System.nanoTime();
        try {
            work.run();
            System.out.printf(
                    Locale.ROOT,
                    "%-42s %7.2f s, %,5d MB resident at most so far%n",
                    what,
                    (System.nanoTime() - begun) / 1e9,
                    resident());
        } catch (Exception e) {
            throw new IllegalStateException(what, e);
        }
    }

    private static long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) >> 10)
                .findFirst()
                .orElse(0);
    }
}
