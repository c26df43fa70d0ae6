package org.consilium.tuning;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consilium.cohort.CohortService;
import org.consilium.job.Job;
import org.consilium.job.Progress;
import org.consilium.recommend.ConceptMapping;
import org.consilium.store.FederationRepository;
import org.consilium.tuning.factor.FactorTrainer;
import org.consilium.tuning.federated.ClinicPrivacy;
import org.consilium.tuning.federated.Round;
import org.consilium.tuning.federated.SignedFile;
import org.consilium.tuning.federated.SigningKey;
import org.consilium.tuning.federated.Update;
import org.jspecify.annotations.Nullable;

/**
 * Federated averaging between installations that need no network: a coordinator opens a round as a
 * file, each clinic answers with an update, the coordinator merges them. No file holds a patient;
 * what weights may betray of them is said at {@link ClinicPrivacy}. Thread-safe; the jobs are for
 * the compute thread.
 */
public final class FederationService {
    private static final int FEWEST_PATIENTS = 8;

    private final CohortService cohorts;
    private final ModelRegistry registry;
    private final FactorTrainer trainer;
    private final FederationRepository repository;
    private final ConceptMapping mapping;
    private final FederationKeys keys;
    private final Clock clock;

    /**
     * @param mapping how records are shown to models
     */
    public FederationService(
            CohortService cohorts,
            ModelRegistry registry,
            FactorTrainer trainer,
            FederationRepository repository,
            ConceptMapping mapping,
            Clock clock) {
        this.cohorts = cohorts;
        this.registry = registry;
        this.trainer = trainer;
        this.repository = repository;
        this.mapping = mapping;
        this.keys = new FederationKeys(repository);
        this.clock = clock;
    }

    /** Whose files are believed, and by which key this installation signs. */
    public FederationKeys keys() {
        return keys;
    }

    /**
     * How each clinic learns.
     *
     * @param epochs passes over its visits; without meaning where all is solved in closed form
     * @param learningRate of Adam
     */
    public record Agreement(int epochs, double learningRate, ClinicPrivacy privacy) {
        private static final int MOST_EPOCHS = 1000;

        /** The rate of the careful recipe, for a quarter of its epochs a round. */
        public static final Agreement USUAL = new Agreement(5, 1e-3, ClinicPrivacy.NONE);

        /**
         * @throws IllegalArgumentException when a number makes no sense, in one sentence
         */
        public Agreement {
            if (epochs < 1 || epochs > MOST_EPOCHS) {
                throw new IllegalArgumentException("A round takes from 1 to 1000 epochs.");
            }
            if (!(learningRate > 0 && learningRate <= 1)) {
                throw new IllegalArgumentException("A learning rate is above 0 and at most 1.");
            }
        }
    }

    /**
     * Opens a federation with its first round.
     *
     * @param base name of the model to start from; null for the shipped one
     * @param name what to call the federation
     */
    public FederationStep start(@Nullable String base, String name, Agreement agreed, Path out)
            throws IOException {
        LearnedModel model = base == null ? registry.shipped() : registry.learned(base);
        byte[] bytes = new ModelFile().write(model);
        Round round =
                new Round(
                        UUID.randomUUID().toString(),
                        name,
                        1,
                        SigningKey.hash(bytes),
                        agreed.epochs(),
                        agreed.learningRate(),
                        agreed.privacy());
        open(round, bytes, out);
        return step(round, model.name());
    }

    private static FederationStep step(Round round, @Nullable String model) {
        return new FederationStep(
                round.name(),
                round.round(),
                model,
                0,
                0,
                0,
                null,
                null,
                null,
                round.privacy().words(round.round()));
    }

    private void open(Round round, byte[] model, Path out) throws IOException {
        keys.write(out, round, model);
        repository.opened(round.name(), round.round());
    }

    /** Learns from a cohort for a round and writes the update, as a job. */
    public Job<FederationStep> joining(Path roundFile, String cohort, Path out) {
        return progress -> {
            FederationKeys.refuseUnwritable(out);
            SignedFile file = keys.believed(roundFile);
            Round round = Round.of(file);
            refuseEarlier(round, file.name());
            ClinicTraining.Learned learned = learn(file, round, cohort, progress);
            progress.checkCancelled();
            repository.join(round.federation(), round.name(), round.round());
            keys.write(
                    out,
                    new Update(round, learned.patients(), learned.visits()),
                    learned.delta().toBytes());
            return new FederationStep(
                    round.name(),
                    round.round(),
                    null,
                    0,
                    learned.patients(),
                    learned.visits(),
                    learned.length(),
                    learned.before(),
                    learned.after(),
                    round.privacy().words(round.round()));
        };
    }

    private ClinicTraining.Learned learn(
            SignedFile file, Round round, String cohort, Progress progress) throws IOException {
        LearnedModel base = new ModelFile().read(file.data());
        LocalVisits visits =
                LocalVisits.read(
                        cohorts,
                        cohorts.byName(cohort),
                        ClinicTraining.SEED,
                        base.reading(mapping),
                        progress);
        if (visits.patients() < FEWEST_PATIENTS) {
            throw new IllegalArgumentException(
                    "A clinic takes part with %d patients or more, and %s has %d."
                            .formatted(FEWEST_PATIENTS, cohort, visits.patients()));
        }
        return new ClinicTraining(trainer, progress)
                .learn(base, visits.within(base, ClinicTraining.SEED), round);
    }

    /** With noise a second update of one round would tell more than was promised. */
    private void refuseEarlier(Round round, String file) {
        int latest = repository.joined(round.federation()).orElse(0);
        if (round.round() < latest) {
            throw new IllegalArgumentException(
                    "%s is round %d of %s, and this installation is at round %d already."
                            .formatted(file, round.round(), round.name(), latest));
        }
        if (round.round() == latest && round.privacy().noise() > 0) {
            throw new IllegalArgumentException(
                    "An update for round %d of %s was written already: a second one with other noise would tell more than was promised."
                            .formatted(latest, round.name()));
        }
    }

    /**
     * Merges updates into a model and opens the next round, as a job.
     *
     * @param name of the model to make
     */
    public Job<FederationStep> merging(Path roundFile, List<Path> updates, String name, Path out) {
        return progress -> {
            FederationKeys.refuseUnwritable(out);
            refuseTaken(name);
            SignedFile file = keys.ownFile(roundFile);
            Round round = Round.of(file);
            LearnedModel base = new ModelFile().read(file.data());
            FederatedMean mean = new FederatedMean(base, round);
            for (Path path : updates) {
                progress.checkCancelled();
                mean.add(keys.believed(path));
            }
            LearnedModel merged = merged(mean, base, round, name);
            byte[] bytes = new ModelFile().write(merged);
            Round next = round.next(bytes);
            progress.checkCancelled();
            open(next, bytes, out);
            keep(merged, round.privacy().words(round.round()));
            return new FederationStep(
                    round.name(),
                    round.round(),
                    name,
                    mean.clinics(),
                    mean.patients(),
                    mean.visits(),
                    null,
                    null,
                    null,
                    round.privacy().words(round.round()));
        };
    }

    private LearnedModel merged(FederatedMean mean, LearnedModel base, Round round, String name)
            throws IOException {
        String cohort =
                "%s, round %d of %d clinics".formatted(round.name(), round.round(), mean.clinics());
        ModelDelta change = mean.mean();
        Provenance provenance =
                new Provenance(
                        round.base(),
                        mean.patients(),
                        mean.visits(),
                        ClinicTraining.SEED,
                        Map.of(
                                "federation", round.federation(),
                                "round", String.valueOf(round.round()),
                                "clinics", String.valueOf(mean.clinics()),
                                "epochs", String.valueOf(round.epochs()),
                                "learningRate", String.valueOf(round.learningRate()),
                                "clip", String.valueOf(round.privacy().clip()),
                                "noise", String.valueOf(round.privacy().noise())),
                        Versions.current(trainer.engine()),
                        clock.instant());
        return new ModelFile().rounded(change.onto(base, name, cohort, provenance));
    }

    /**
     * Keeps the model of a round, to be tuned from or served.
     *
     * @param name to keep it under
     */
    public FederationStep take(Path roundFile, String name) throws IOException {
        refuseTaken(name);
        SignedFile file = keys.believed(roundFile);
        Round round = Round.of(file);
        keep(
                new ModelFile().read(file.data()).named(name),
                "Taken from round %d of %s.".formatted(round.round(), round.name()));
        return step(round, name);
    }

    private void keep(LearnedModel model, String note) throws IOException {
        EvaluationReport none =
                new EvaluationReport(
                        model.cohort(),
                        "none here: tune and evaluate measure it on your own patients",
                        List.of(),
                        List.of(note));
        registry.keep(model, Json.mapper().writeValueAsString(none), ModelCards.of(model, none));
    }

    private void refuseTaken(String name) {
        if (registry.exists(name)) {
            throw new IllegalArgumentException(
                    "There is already a model called " + name + ": choose another name.");
        }
    }
}
