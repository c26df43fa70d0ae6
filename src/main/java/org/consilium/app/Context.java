package org.consilium.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.consilium.cli.Workspace;
import org.consilium.clinical.Cohort;
import org.consilium.clinical.Timeline;
import org.consilium.cohort.CohortService;
import org.consilium.export.ExportService;
import org.consilium.export.events.EventsFormat;
import org.consilium.export.fhir.FhirFormat;
import org.consilium.importing.ImportService;
import org.consilium.importing.events.EventsReader;
import org.consilium.importing.fhir.FhirReader;
import org.consilium.importing.mapping.MappingService;
import org.consilium.importing.mapping.SavedMappings;
import org.consilium.importing.omop.OmopReader;
import org.consilium.importing.synthea.SyntheaReader;
import org.consilium.job.ExecutorJobRunner;
import org.consilium.job.JobRunner;
import org.consilium.meaning.ClinicalTables;
import org.consilium.plan.DecisionService;
import org.consilium.quality.QualityService;
import org.consilium.quality.UnitComparison;
import org.consilium.recommend.ConceptMapping;
import org.consilium.recommend.RecommendationList;
import org.consilium.recommend.RecommendationRequest;
import org.consilium.recommend.RecommendationService;
import org.consilium.recommend.RoutineItems;
import org.consilium.recommend.safety.SafetyCheck;
import org.consilium.security.AccessException;
import org.consilium.store.CardRepository;
import org.consilium.store.CohortRepository;
import org.consilium.store.Database;
import org.consilium.store.DecisionRepository;
import org.consilium.store.FederationRepository;
import org.consilium.store.ModelRepository;
import org.consilium.store.QualityRepository;
import org.consilium.store.ServingRepository;
import org.consilium.store.StoreException;
import org.consilium.store.TextVectorRepository;
import org.consilium.store.TuningRunRepository;
import org.consilium.store.TuningTaskRepository;
import org.consilium.torch.DjlFactorTrainer;
import org.consilium.torch.EncoderOnDemand;
import org.consilium.tuning.CardService;
import org.consilium.tuning.Deployment;
import org.consilium.tuning.FederationKeys;
import org.consilium.tuning.FederationService;
import org.consilium.tuning.ModelArchive;
import org.consilium.tuning.ModelRegistry;
import org.consilium.tuning.SharingService;
import org.consilium.tuning.StoredTextEncoder;
import org.consilium.tuning.TuningService;
import org.consilium.ui.common.Services;
import org.consilium.ui.patient.PatientSummaryFile;

/**
 * The only composition root: everything that works on one open store, wired by constructors.
 * Thread-safe.
 */
final class Context implements Workspace {
    /** Items that a summary has room for. */
    private static final int SUMMARISED = 10;

    private final Clock clock;
    private final Database database;
    private final JobRunner jobs;
    private final EncoderOnDemand encoder;
    private final ClinicalTables tables;
    private final CohortService cohorts;
    private final ImportService imports;
    private final ExportService exports;
    private final RecommendationService recommendations;
    private final DecisionService decisions;
    private final TuningService tuning;
    private final FederationService federation;
    private final QualityService quality;
    private final CardService cards;
    private final SharingService sharing;

    /** Takes over the database of that home. */
    private Context(Database database, Path home, Path models, Clock clock) throws IOException {
        this.clock = clock;
        this.database = database;
        encoder = new EncoderOnDemand();
        tables = ClinicalTables.shipped();
        jobs = new ExecutorJobRunner();
        CohortRepository patients = new CohortRepository(database, clock);
        RoutineItems routine = RoutineItems.shipped();
        ConceptMapping mapping = ConceptMapping.toIngredients(tables.ingredients());
        ModelRepository kept = new ModelRepository(database, clock);
        ModelRegistry registry = new ModelRegistry(new ModelArchive(models), kept);
        Deployment deployment =
                new Deployment(registry, kept, new ServingRepository(database, clock));
        cohorts = new CohortService(patients);
        imports =
                new ImportService(
                        List.of(
                                new SyntheaReader(),
                                new OmopReader(),
                                new FhirReader(),
                                new EventsReader()),
                        patients,
                        tables.units(),
                        new MappingService(new SavedMappings(home.resolve("mappings"))));
        exports =
                new ExportService(
                        List.of(new EventsFormat(), new FhirFormat(cohorts::alsoCoded)),
                        cohorts,
                        clock);
        recommendations =
                new RecommendationService(
                        cohorts, deployment, routine, tables, SafetyCheck.shipped(tables));
        DecisionRepository decided = new DecisionRepository(database);
        decisions = new DecisionService(decided);
        tuning =
                new TuningService(
                        cohorts,
                        registry,
                        new DjlFactorTrainer(),
                        new StoredTextEncoder(
                                new TextVectorRepository(database, EncoderOnDemand.NAME), encoder),
                        routine,
                        mapping,
                        new TuningRunRepository(database),
                        new TuningTaskRepository(database, clock),
                        decided,
                        deployment,
                        clock);
        cards = new CardService(cohorts, registry, deployment, new CardRepository(database, clock));
        FederationRepository federated = new FederationRepository(database, clock);
        sharing = new SharingService(registry, new FederationKeys(federated), cards);
        federation =
                new FederationService(
                        cohorts, registry, new DjlFactorTrainer(), federated, mapping, clock);
        quality =
                new QualityService(
                        cohorts,
                        () -> registry.baseKnowledge(mapping),
                        UnitComparison.ucum(tables.units()),
                        new QualityRepository(database),
                        clock);
    }

    /**
     * @param key of the store
     * @param models folder of the base models
     * @throws AccessException when the store is in use, damaged, or the key is another one's
     */
    static Context open(Path home, byte[] key, Path models) throws AccessException, IOException {
        return open(home, key, models, Clock.systemUTC());
    }

    /** With another clock than the machine's. */
    static Context open(Path home, byte[] key, Path models, Clock clock)
            throws AccessException, IOException {
        Database database = database(home, key);
        try {
            return new Context(database, home, models, clock);
        } catch (IOException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static Database database(Path home, byte[] key) throws AccessException {
        try {
            return Database.open(home, key);
        } catch (StoreException e) {
            if (e.kind() == StoreException.Kind.DISK_FULL
                    || e.kind() == StoreException.Kind.FAILED) {
                throw e;
            }
            throw new AccessException(String.valueOf(e.getMessage()), e);
        }
    }

    /** What the window works with. */
    Services services(String user) {
        return new Services(
                user,
                cohorts,
                imports,
                exports,
                recommendations,
                decisions,
                tuning,
                quality,
                cards,
                sharing,
                tables,
                jobs);
    }

    @Override
    public CohortService cohorts() {
        return cohorts;
    }

    @Override
    public ImportService imports() {
        return imports;
    }

    @Override
    public ExportService exports() {
        return exports;
    }

    @Override
    public RecommendationService recommendations() {
        return recommendations;
    }

    @Override
    public DecisionService decisions() {
        return decisions;
    }

    @Override
    public TuningService tuning() {
        return tuning;
    }

    @Override
    public FederationService federation() {
        return federation;
    }

    @Override
    public CardService cards() {
        return cards;
    }

    @Override
    public SharingService sharing() {
        return sharing;
    }

    @Override
    public QualityService quality() {
        return quality;
    }

    @Override
    public void writeSummary(Cohort cohort, String patient, Path file) throws IOException {
        Timeline timeline = cohorts.timeline(cohort.id(), patient);
        RecommendationList advice =
                recommendations.recommend(
                        new RecommendationRequest(
                                cohort.id(), patient, null, SUMMARISED, Set.of(), null));
        PatientSummaryFile.write(
                timeline,
                cohort.synthetic(),
                tables,
                advice,
                LocalDate.now(clock.withZone(ZoneId.systemDefault())),
                file);
    }

    @Override
    public void close() {
        jobs.close();
        encoder.close();
        database.close();
    }
}
