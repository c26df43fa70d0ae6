package org.consilium.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.consilium.clinical.CohortChanges;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Timeline;
import org.consilium.importing.meaning.MeaningPass;
import org.consilium.store.ImportTotals;

/**
 * Settles the meaning of what passes on its way from a reader to where it goes, and counts it. Not
 * thread-safe.
 */
final class ImportTally implements PatientSink {
    /** A hostile file can name a new type in every line. */
    private static final int MOST_TYPES = 1_000;

    private static final String OTHERS = "others";

    private static final String OTHER_PERSON =
            "Patient number %,d of these files has the id of a patient of the cohort but another birth date and another"
                    + " sex, so it was not taken: give one of them another id, or replace the record that is there.";

    private static final String TOO_MANY_CODINGS =
            "The files give more further codes than are kept: of the later ones only the first code of each concept was"
                    + " taken.";

    private final MeaningPass meaning;
    private final Consumer<Timeline> destination;
    private final BiPredicate<Concept, Concept> codings;
    private final Spill spill;
    private final Consumer<ImportIssue> rejections;
    private final Map<String, Long> skipped = new TreeMap<>();
    private final List<ImportIssue> issues = new ArrayList<>();
    private int patients;
    private long encounters;
    private long events;
    private long rejected;
    private boolean codingsAreFull;

    /**
     * @param codings takes a concept and a further code of it; false when it has no room
     * @param rejections is given every row that is rejected, also those beyond what a report keeps
     */
    ImportTally(
            MeaningPass meaning,
            Consumer<Timeline> destination,
            BiPredicate<Concept, Concept> codings,
            Spill spill,
            Consumer<ImportIssue> rejections) {
        this.meaning = meaning;
        this.destination = destination;
        this.codings = codings;
        this.spill = spill;
        this.rejections = rejections;
    }

    @Override
    public Spill spill() {
        return spill;
    }

    @Override
    public void patient(Timeline recorded) {
        Timeline timeline = meaning.settle(recorded);
        patients++;
        encounters += timeline.encounters().size();
        events += timeline.events().size();
        destination.accept(timeline);
    }

    @Override
    public void alsoCoded(Concept taken, Concept other) {
        if (!codings.test(taken, other) && !codingsAreFull) {
            codingsAreFull = true;
            noted(new ImportIssue("", null, null, null, TOO_MANY_CODINGS));
        }
    }

    @Override
    public void skipped(String type) {
        skipped(type, 1);
    }

    @Override
    public void skipped(String type, int count) {
        boolean listed = skipped.size() < MOST_TYPES || skipped.containsKey(type);
        skipped.merge(listed ? type : OTHERS, (long) count, Long::sum);
    }

    @Override
    public void rejected(ImportIssue issue) {
        rejected++;
        rejections.accept(issue);
        noted(issue);
    }

    @Override
    public void noted(ImportIssue issue) {
        if (issues.size() < ImportReport.MAX_ISSUES) {
            issues.add(issue);
        }
    }

    /**
     * @throws ImportException when not one patient came; with the first thing that was wrong
     */
    void requirePatients() throws ImportException {
        if (patients > 0) {
            return;
        }
        String sentence = "No patient could be read, so nothing was changed";
        throw new ImportException(
                issues.isEmpty()
                        ? sentence + "."
                        : "%s (rejected: %,d). %s"
                                .formatted(sentence, rejected, issues.getFirst().sentence()));
    }

    /** Takes out those that the store did not take. */
    void refused(ImportTotals totals) {
        patients -= totals.refused();
        rejected += totals.refused();
        for (long position : totals.refusedAt()) {
            ImportIssue issue =
                    new ImportIssue("", null, "Patient", null, OTHER_PERSON.formatted(position));
            rejections.accept(issue);
            noted(issue);
        }
    }

    ImportReport report(String cohort, String format, CohortChanges changes, double seconds) {
        return new ImportReport(
                cohort,
                format,
                patients,
                encounters,
                events,
                changes,
                skipped,
                rejected,
                meaning.counts(),
                issues,
                seconds);
    }
}
