package org.consilium.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consilium.clinical.Category;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Sex;
import org.consilium.clinical.Timeline;
import org.consilium.clinical.Value;
import org.consilium.job.Progress;
import org.consilium.recommend.RoutineItems;
import org.consilium.security.AccessException;
import org.consilium.security.Vault;
import org.consilium.store.CohortRepository;
import org.consilium.store.Database;
import org.consilium.store.ImportSession;
import org.consilium.torch.DjlFactorTrainer;
import org.consilium.torch.EncoderOnDemand;
import org.consilium.tuning.BaseModelMaker;
import org.consilium.tuning.BaseModelOptions;
import org.consilium.tuning.ModelArchive;
import org.consilium.tuning.ModelCards;
import org.consilium.tuning.VisitCollector;
import org.consilium.tuning.VisitOptions;

/** Invented patients whose treatment follows from their condition, and a base model of them. */
final class SampleClinic {
    static final String MODEL = "sample-base";
    private static final int VISITS = 5;

    private static final List<Concept> CONDITIONS =
            List.of(
                    snomed("44054006", "Diabetes mellitus type 2 (disorder)"),
                    snomed("59621000", "Essential hypertension (disorder)"),
                    snomed("55822004", "Hyperlipidemia (disorder)"));
    private static final List<Concept> DRUGS =
            List.of(
                    rxnorm("860975", "metformin hydrochloride 500 MG Oral Tablet"),
                    rxnorm("314076", "lisinopril 10 MG Oral Tablet"),
                    rxnorm("312961", "simvastatin 20 MG Oral Tablet"));
    private static final Concept FLU = new Concept(CodeSystem.CVX, "140", "Influenza, seasonal");
    private static final Concept PRESSURE =
            new Concept(CodeSystem.LOINC, "8480-6", "Systolic Blood Pressure");

    /** Patients of nobody: what is left of them in a temporary folder harms nobody. */
    private static final Map<Integer, Path> STORES = new HashMap<>();

    private static final List<Path> MODEL_FOLDER = new ArrayList<>();

    private SampleClinic() {}

    static List<Timeline> patients(int count) {
        return IntStream.range(0, count).mapToObj(SampleClinic::patient).toList();
    }

    /**
     * A new home with the patients as the cohort "clinic"; made once a process for each number of
     * them, then copied.
     */
    static synchronized void makeStore(Path home, int count) throws AccessException, IOException {
        Path made = STORES.get(count);
        if (made == null) {
            made = temporary("sample-store");
            newStore(made, count);
            STORES.put(count, made);
        }
        copy(made, home);
    }

    /** Writes the base model and its card into a folder; made once a process, then copied. */
    static synchronized void makeModel(Path folder) throws IOException {
        if (MODEL_FOLDER.isEmpty()) {
            Path made = temporary("sample-model");
            newModel(made);
            MODEL_FOLDER.add(made);
        }
        copy(MODEL_FOLDER.getFirst(), folder);
    }

    /** Goes with the process, and so do the files that are copied from it. */
    private static Path temporary(String name) throws IOException {
        Path folder = Files.createTempDirectory(name);
        folder.toFile().deleteOnExit();
        return folder;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                file.toFile().deleteOnExit();
                Files.copy(file, to.resolve(file.getFileName().toString()));
            }
        }
    }

    private static void newStore(Path home, int count) throws AccessException, IOException {
        byte[] key = new Vault(home).create(Terminal.PASSPHRASE.toCharArray());
        try (Database database = Database.open(home, key);
                ImportSession session =
                        new CohortRepository(database, Clock.systemUTC())
                                .beginImport("clinic", true)) {
            patients(count).forEach(session::put);
            session.commit();
        }
    }

    private static void newModel(Path folder) throws IOException {
        VisitCollector visits = new VisitCollector(VisitOptions.asRecorded(VISITS, 1));
        patients(90).forEach(visits::add);
        try (EncoderOnDemand encoder = new EncoderOnDemand()) {
            BaseModelMaker.Made made =
                    new BaseModelMaker(
                                    new DjlFactorTrainer(),
                                    encoder,
                                    RoutineItems.shipped(),
                                    Clock.systemUTC())
                            .make(
                                    visits,
                                    BaseModelOptions.of(MODEL, "invented patients", 1),
                                    Progress.NONE);
            new ModelArchive(folder)
                    .write(made.model(), ModelCards.of(made.model(), made.report()));
        }
    }

    private static Timeline patient(int number) {
        List<Encounter> visits = new ArrayList<>();
        List<ClinicalEvent> events = new ArrayList<>();
        for (int visit = 0; visit < VISITS; visit++) {
            LocalDateTime at = LocalDate.of(2018 + visit, 1 + number % 12, 3).atTime(9, 30);
            String id = "visit-" + visit;
            visits.add(new Encounter(id, "ambulatory", null, null, at, at.plusMinutes(20)));
            events.add(pressure(id, at, 110 + (number * 7 + visit * 11) % 60));
            if (visit % CONDITIONS.size() == number % CONDITIONS.size()) {
                int which = (number + visit / CONDITIONS.size()) % CONDITIONS.size();
                events.add(event(EventKind.CONDITION, CONDITIONS.get(which), id, at));
                events.add(event(EventKind.MEDICATION, DRUGS.get(which), id, at));
            }
            events.add(event(EventKind.IMMUNIZATION, FLU, id, at));
        }
        events.sort(Comparator.comparing(ClinicalEvent::start));
        return new Timeline(person(number), visits, events);
    }

    private static Patient person(int number) {
        return new Patient(
                "p%03d".formatted(number),
                "Sample" + number,
                "Ada",
                number % 2 == 0 ? Sex.FEMALE : Sex.MALE,
                LocalDate.of(1940 + number % 50, 5, 17),
                null,
                null,
                null,
                null,
                null);
    }

    private static ClinicalEvent event(
            EventKind kind, Concept concept, String visit, LocalDateTime at) {
        return new ClinicalEvent(kind, Category.NONE, concept, visit, at, null, null, null);
    }

    private static ClinicalEvent pressure(String visit, LocalDateTime at, double amount) {
        return new ClinicalEvent(
                EventKind.OBSERVATION,
                Category.VITAL_SIGNS,
                PRESSURE,
                visit,
                at,
                null,
                new Value.Quantity(amount, "mm[Hg]"),
                null);
    }

    private static Concept snomed(String code, String display) {
        return new Concept(CodeSystem.SNOMED_CT, code, display);
    }

    private static Concept rxnorm(String code, String display) {
        return new Concept(CodeSystem.RXNORM, code, display);
    }
}
