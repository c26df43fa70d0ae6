package org.consilium.tuning;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.consilium.tuning.technique.BenchmarkCohort;
import org.consilium.tuning.technique.TechniqueTable;

/**
 * Every technique on the same held-out patients. Arguments: Synthea's CSV or the events format, a
 * folder or an archive; the number of seeds (3); index visits a patient at most (10); a regular
 * expression found in the names of the techniques to run beside the ridge (all); {@code factors} to
 * pair with the trained factors instead of the ridge. Prints a table in Markdown.
 */
public final class TechniquesBenchmark {
    private TechniquesBenchmark() {}

    public static void main(String[] args) throws Exception {
        int seeds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        int mostVisits = args.length > 2 ? Integer.parseInt(args[2]) : 10;
        String wanted = args.length > 3 ? args[3] : "";
        BenchmarkCohort cohort = BenchmarkCohort.read(Path.of(args[0]), mostVisits);
        new TechniqueTable(cohort, seeds, args.length > 4).print(Pattern.compile(wanted));
    }
}
