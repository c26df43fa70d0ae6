package org.consilium.tuning;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.consilium.clinical.Cohort;
import org.consilium.cohort.CohortService;
import org.consilium.job.Progress;
import org.consilium.recommend.ConceptMapping;
import org.consilium.recommend.Vocabulary;
import org.consilium.tuning.evaluation.Split;
import org.consilium.tuning.evaluation.Splits;
import org.consilium.tuning.factor.Terms;
import org.consilium.tuning.factor.TextEncoder;
import org.consilium.tuning.task.SnapshotHash;
import org.consilium.tuning.task.TaskScope;
import org.consilium.tuning.task.TimelineScreen;

/**
 * A cohort's visits, split by patient, over a base model's vocabulary and what the cohort adds to
 * it.
 */
final class LocalVisits {
    /** Index visits a patient at most; the same as of the base model. */
    static final int MOST_VISITS = 24;

    /** Share of the patients that takes no part in the training. */
    static final double TEST = .25;

    private static final int LEAST_COUNT = 3;

    private final VisitCollector collector;
    private final EncodedVisits unnamed;

    private final String snapshot;
    private final TaskScope scope;

    private LocalVisits(VisitCollector collector, TaskScope scope, String snapshot) {
        this.collector = collector;
        this.scope = scope;
        this.snapshot = snapshot;
        this.unnamed = collector.encode(new Vocabulary<>(List.of()), new Vocabulary<>(List.of()));
    }

    /**
     * @param mapping towards the base model
     */
    static LocalVisits read(
            CohortService cohorts,
            Cohort cohort,
            long seed,
            ConceptMapping mapping,
            Progress progress) {
        return read(
                cohorts, cohort, seed, mapping, FeedbackCollector.none(), TaskScope.ALL, progress);
    }

    /**
     * @param mapping towards the base model
     * @param feedback sees every patient too
     * @param scope of the visits and items
     */
    static LocalVisits read(
            CohortService cohorts,
            Cohort cohort,
            long seed,
            ConceptMapping mapping,
            FeedbackCollector feedback,
            TaskScope scope,
            Progress progress) {
        VisitCollector collector =
                new VisitCollector(
                        VisitOptions.asRecorded(MOST_VISITS, seed).with(mapping).of(scope));
        TimelineScreen screen = new TimelineScreen(scope, cohort.importedAt());
        SnapshotHash hash = new SnapshotHash();
        cohorts.forEachTimeline(
                cohort.id(),
                progress,
                recorded ->
                        screen.of(recorded)
                                .ifPresent(timeline -> {
                                    BitSet wanted = scope.visits(timeline);
                                    hash.add(timeline, wanted);
                                    feedback.add(timeline, mapping, collector.patients());
                                    collector.add(timeline, wanted);
                                }));
        return new LocalVisits(collector, scope, hash.of(scope));
    }

    static LocalVisits of(VisitCollector collector) {
        return new LocalVisits(collector, TaskScope.ALL, "");
    }

    /** Hash of the records that are learned from; empty where they were not read from the store. */
    String snapshot() {
        return snapshot;
    }

    /** With a visit to learn from or to be tested on. */
    int patients() {
        return unnamed.patientCount();
    }

    /** Visits to learn from or to be tested on. */
    int visits() {
        return unnamed.size();
    }

    /** How many of the patients are in each group. */
    List<GroupShare> groupShares() {
        return GroupShare.of(unnamed, groups(unnamed));
    }

    /** Over a model's own vocabulary alone; the same patients are held out as in a tuning. */
    Split within(LearnedModel model, long seed) {
        return Splits.byPatient(
                collector.encode(model.terms().facts(), model.terms().items()), 0, TEST, seed);
    }

    /** The groups of every visit of a test set. */
    List<List<PatientGroup>> groups(EncodedVisits test) {
        return Fairness.groups(test, collector);
    }

    DomainMatch match(LearnedModel base) {
        return DomainMatcher.match(OfferedItems.of(base, scope::offers), collector);
    }

    /**
     * What one experiment sees.
     *
     * @param base the base model over the union of both vocabularies
     * @param known the base model's own terms: the first of those
     * @param train visits of the patients to learn from
     * @param test visits of patients that nobody learns from
     */
    record Material(LearnedModel base, Terms known, EncodedVisits train, EncodedVisits test) {
        /** Whether a patient may be learned from: one without visits is nobody's test. */
        boolean trains(int patient) {
            return Arrays.stream(test.patients()).noneMatch(each -> each == patient);
        }

        /** What a local model starts from. */
        LearnedModel start(Transfer transfer) {
            return base.limited(transfer, known);
        }
    }

    /**
     * @param most training patients at most
     */
    Material material(LearnedModel base, TextEncoder encoder, int most, long seed) {
        Split draft = Splits.byPatient(unnamed, 0, TEST, seed);
        EncodedVisits drawn = Splits.patients(draft.train(), most, seed);
        BitSet training = new BitSet();
        Arrays.stream(drawn.patients()).forEach(training::set);
        EncodedVisits local = collector.encode(training::get, LEAST_COUNT, LEAST_COUNT);
        LearnedModel offering = OfferedItems.of(base, scope::offers);
        LearnedModel extended =
                new Extension(offering, encoder)
                        .over(local.factVocabulary(), local.itemVocabulary());
        EncodedVisits all = collector.encode(extended.terms().facts(), extended.terms().items());
        Split split = Splits.byPatient(all, 0, TEST, seed);
        return new Material(
                extended,
                offering.terms(),
                Splits.patients(split.train(), most, seed),
                split.test());
    }
}
