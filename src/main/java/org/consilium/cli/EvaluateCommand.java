package org.consilium.cli;

import java.nio.file.Path;
import java.util.List;
import org.consilium.tuning.ComparisonReport;
import org.consilium.tuning.EvaluationRequest;
import org.consilium.tuning.SplitOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Compares models and baselines on held-out patients of a cohort. */
@Command(
        name = "evaluate",
        description =
                "Compares models and baselines on held-out patients of a cohort: ranking, calibration, coverage, groups, differences.")
final class EvaluateCommand extends StoreCommand {
    @Option(names = "--cohort", required = true, description = "Name of the cohort.")
    private String cohort = "";

    @Option(
            names = "--base",
            description = "Model that tuning starts from (default: the shipped one).")
    private @Nullable String base;

    @Option(
            names = "--models",
            split = ",",
            description =
                    "Names of models, base (untouched), tuned, local (no transfer), network (learned at the other sites, tuned here), scratch, popularity,"
                            + " popularity-given-conditions, itemknn, implicit-als, bpr-mf, ease, ridge (default: base and the quick baselines).")
    private List<String> models =
            List.of("base", "popularity", "popularity-given-conditions", "itemknn", "ridge");

    @Option(
            names = "--train-patients",
            split = ",",
            description = "Local training patients (default: all).")
    private List<Integer> trainPatients = List.of();

    @Option(names = "--seeds", description = "How many seeds (default 1).")
    private int seeds = 1;

    @Option(
            names = "--split",
            paramLabel = "patient|time|site",
            description =
                    "What divides training from test (default: patient). Site: each site in turn is the clinic.")
    private SplitOptions.Kind split = SplitOptions.Kind.PATIENT;

    @Option(
            names = "--site-depth",
            paramLabel = "N",
            description =
                    "With --split site: how many parts of a name like Midwest/hospital-66 make a site (default 1).")
    private @Nullable Integer siteDepth;

    @Option(
            names = "--learn-from",
            paramLabel = "local|others|pooled",
            description =
                    "With --split site: what is trained learns from half of the site's patients, from the other sites, or from both (default: pooled).")
    private SplitOptions.@Nullable LearnFrom learnFrom;

    @Option(
            names = "--reference",
            paramLabel = "MODEL",
            description = "What the others are compared with (default: the best baseline).")
    private @Nullable String reference;

    @Option(
            names = "--cold",
            paramLabel = "N",
            description =
                    "Items started at fewer training visits are cold (default ${DEFAULT-VALUE}).")
    private int cold = EvaluationRequest.COLD_VISITS;

    @Option(
            names = "--no-recalibration",
            description =
                    "Don't fit probabilities anew, which trains every model a second time without a fifth of its patients.")
    private boolean noRecalibration;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write everything as JSON to a file, too.")
    private @Nullable Path out;

    @Override
    void check() {
        boolean bySite = split == SplitOptions.Kind.SITE;
        if (!bySite && (siteDepth != null || learnFrom != null)) {
            throw usage("--site-depth and --learn-from belong to --split site.");
        }
        boolean local = learnFrom == SplitOptions.LearnFrom.LOCAL;
        int fewest = bySite && !local ? 0 : 1;
        if (seeds < 1 || cold < 1 || trainPatients.stream().anyMatch(n -> n < fewest)) {
            throw usage("--seeds, --cold and --train-patients take numbers from 1.");
        }
        if (learnFrom == SplitOptions.LearnFrom.OTHERS && !trainPatients.isEmpty()) {
            throw usage("--learn-from others leaves no use for --train-patients.");
        }
        if (siteDepth != null && siteDepth < 1) {
            throw usage("--site-depth takes numbers from 1.");
        }
        if (reference != null && !models.contains(reference)) {
            throw usage("--reference names one of --models.");
        }
    }

    @Override
    void run(Workspace workspace, Console console, boolean json) throws Exception {
        ComparisonReport report = workspace.tuning().evaluating(request()).run(console);
        if (out != null) {
            JsonFile.write(out, console.jsonText(report));
            console.message("Written to " + out + ".");
        }
        if (json) {
            console.json(report);
        } else {
            new ComparisonTables(report, console).print();
        }
    }

    private EvaluationRequest request() {
        SplitOptions options =
                new SplitOptions(
                        split,
                        siteDepth == null ? 1 : siteDepth,
                        learnFrom == null ? SplitOptions.LearnFrom.POOLED : learnFrom);
        return new EvaluationRequest(
                cohort,
                base,
                models,
                trainPatients,
                seeds,
                options,
                reference,
                cold,
                !noRecalibration);
    }
}
