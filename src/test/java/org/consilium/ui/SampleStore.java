package org.consilium.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.consilium.clinical.Cohort;
import org.consilium.clinical.Decision;
import org.consilium.clinical.NotFoundException;
import org.consilium.clinical.PatientSummary;
import org.consilium.clinical.Timeline;
import org.consilium.cohort.CohortService;
import org.consilium.export.ExportService;
import org.consilium.export.events.EventsFormat;
import org.consilium.export.fhir.FhirFormat;
import org.consilium.importing.ImportService;
import org.consilium.importing.synthea.SyntheaReader;
import org.consilium.job.JobRunner;
import org.consilium.meaning.ClinicalTables;
import org.consilium.meaning.ShippedTables;
import org.consilium.plan.DecisionService;
import org.consilium.quality.QualityService;
import org.consilium.quality.UnitComparison;
import org.consilium.recommend.ConceptMapping;
import org.consilium.recommend.EvidenceModel;
import org.consilium.recommend.ModelSource;
import org.consilium.recommend.RecommendationService;
import org.consilium.recommend.RoutineItems;
import org.consilium.recommend.safety.SafetyCheck;
import org.consilium.security.Vault;
import org.consilium.store.CardRepository;
import org.consilium.store.CohortRepository;
import org.consilium.store.Database;
import org.consilium.store.DecisionRepository;
import org.consilium.store.FederationRepository;
import org.consilium.store.ImportSession;
import org.consilium.store.ModelRepository;
import org.consilium.store.QualityRepository;
import org.consilium.store.ServingRepository;
import org.consilium.store.TuningRunRepository;
import org.consilium.store.TuningTaskRepository;
import org.consilium.torch.DjlFactorTrainer;
import org.consilium.tuning.CardService;
import org.consilium.tuning.Deployment;
import org.consilium.tuning.FederationKeys;
import org.consilium.tuning.ModelArchive;
import org.consilium.tuning.ModelRegistry;
import org.consilium.tuning.SharingService;
import org.consilium.tuning.TuningService;
import org.consilium.ui.common.Services;
import org.consilium.ui.recommendation.Advice;

/** {@link SamplePatient} in a real encrypted store, with the real services on top. */
public final class SampleStore implements AutoCloseable {
    private final Path home;
    private final Database database;
    private final ClinicalTables tables = ShippedTables.read();
    private final CohortRepository repository;
    private final CohortService cohorts;
    private final TuningService tuning;
    private final Deployment deployment;
    private final CardService cards;
    private final SharingService sharing;
    private final DecisionService decisions;
    private final RecommendationService recommendations;

    public SampleStore() {
        try {
            home = Files.createTempDirectory("consilium-test");
            database = Database.open(home, Vault.throwAwayKey());
            repository = new CohortRepository(database, Clock.systemUTC());
            try (ImportSession session =
                    repository.beginImport(SamplePatient.COHORT.name(), true)) {
                session.put(SamplePatient.timeline());
                session.commit();
            }
            cohorts = new CohortService(repository);
            decisions = new DecisionService(new DecisionRepository(database));
            EvidenceModel model = new SampleAdvice().model();
            ModelSource models =
                    new ModelSource() {
                        @Override
                        public EvidenceModel served() {
                            return model;
                        }

                        @Override
                        public EvidenceModel named(String name) {
                            throw new NotFoundException("There is no model called " + name + ".");
                        }
                    };
            ModelRepository kept = new ModelRepository(database, Clock.systemUTC());
            ModelRegistry registry =
                    new ModelRegistry(new ModelArchive(home.resolve("models")), kept);
            deployment =
                    new Deployment(
                            registry, kept, new ServingRepository(database, Clock.systemUTC()));
            tuning =
                    new TuningService(
                            cohorts,
                            registry,
                            new DjlFactorTrainer(),
                            texts -> new float[0],
                            RoutineItems.shipped(),
                            ConceptMapping.none(),
                            new TuningRunRepository(database),
                            new TuningTaskRepository(database, Clock.systemUTC()),
                            new DecisionRepository(database),
                            deployment,
                            Clock.systemUTC());
            cards =
                    new CardService(
                            cohorts,
                            registry,
                            deployment,
                            new CardRepository(database, Clock.systemUTC()));
            sharing =
                    new SharingService(
                            registry,
                            new FederationKeys(
                                    new FederationRepository(database, Clock.systemUTC())),
                            cards);
            recommendations =
                    new RecommendationService(
                            cohorts,
                            models,
                            RoutineItems.shipped(),
                            tables,
                            SafetyCheck.shipped(tables));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a window on this store works with; there are no models to tune. */
    public Services services(JobRunner jobs) {
        return new Services(
                "amara",
                cohorts,
                imports(),
                exports(),
                recommendations,
                decisions,
                tuning,
                quality(),
                cards,
                sharing,
                tables,
                jobs);
    }

    /** Reads Synthea folders into this store. */
    public ImportService imports() {
        return new ImportService(List.of(new SyntheaReader()), repository, tables.units());
    }

    /** No base model is installed. */
    public QualityService quality() {
        return new QualityService(
                cohorts,
                List::of,
                UnitComparison.AS_TEXT,
                new QualityRepository(database),
                Clock.systemUTC());
    }

    /** Writes cohorts of this store. */
    public ExportService exports() {
        return new ExportService(
                List.of(new EventsFormat(), new FhirFormat(cohorts::alsoCoded)),
                cohorts,
                Clock.systemUTC());
    }

    public CohortService cohorts() {
        return cohorts;
    }

    public Cohort cohort() {
        return cohorts.byName(SamplePatient.COHORT.name());
    }

    public PatientSummary patient() {
        return cohorts.patients(cohort().id()).getFirst();
    }

    public Callable<Timeline> timeline() {
        long cohort = cohort().id();
        return () -> cohorts.timeline(cohort, SamplePatient.patient().id());
    }

    public Advice advice() {
        return Advice.of(recommendations, decisions);
    }

    /** What is on disk, the latest first. */
    public List<Decision> recorded() {
        return decisions.forPatient(cohort().id(), SamplePatient.patient().id());
    }

    @Override
    public void close() {
        database.close();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
