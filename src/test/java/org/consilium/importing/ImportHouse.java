package org.consilium.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.KnownPatients;
import org.consilium.clinical.Timeline;
import org.consilium.importing.events.EventsReader;
import org.consilium.importing.fhir.FhirReader;
import org.consilium.importing.mapping.ColumnMapping;
import org.consilium.importing.mapping.MappingService;
import org.consilium.importing.mapping.SavedMappings;
import org.consilium.importing.synthea.SyntheaReader;
import org.consilium.job.Progress;
import org.consilium.meaning.ShippedTables;
import org.consilium.store.CohortRepository;
import org.consilium.store.Database;
import org.consilium.store.TestStores;

/** A real store with the whole import before it, and a folder for files to import. */
public final class ImportHouse implements AutoCloseable {
    public static final String COHORT = "Ward";

    public final Path files;
    public final ImportService service;
    public final CohortRepository repository;
    private final Database database;

    public ImportHouse(Path folder) throws IOException {
        files = Files.createDirectories(folder.resolve("files"));
        database = TestStores.open(Files.createDirectories(folder.resolve("home")));
        repository = new CohortRepository(database, TestStores.CLOCK);
        service =
                new ImportService(
                        List.of(new SyntheaReader(), new FhirReader(), new EventsReader()),
                        repository,
                        ShippedTables.read().units(),
                        new MappingService(new SavedMappings(folder.resolve("mappings"))));
    }

    public Path write(String name, String... lines) throws IOException {
        return Files.write(files.resolve(name), List.of(lines));
    }

    public ImportReport load() throws Exception {
        return load(files);
    }

    public ImportReport load(Path path) throws Exception {
        return service.importing(
                        new ImportRequest(COHORT, List.of(path), ImportRequest.AUTO, false))
                .run(Progress.NONE);
    }

    public ImportReport load(ColumnMapping mapping) throws Exception {
        return service.importing(
                        new ImportRequest(
                                COHORT,
                                List.of(files),
                                ImportRequest.AUTO,
                                false,
                                KnownPatients.UPDATE,
                                mapping))
                .run(Progress.NONE);
    }

    public Optional<Timeline> timeline(String patient) {
        return repository
                .byName(COHORT)
                .flatMap(cohort -> repository.timeline(cohort.id(), patient));
    }

    /** The one event of a patient whose concept has that display. */
    public ClinicalEvent event(String patient, String display) {
        List<ClinicalEvent> found =
                timeline(patient).orElseThrow().events().stream()
                        .filter(event -> event.concept().display().equals(display))
                        .toList();
        if (found.size() != 1) {
            throw new AssertionError("not one event but " + found.size() + ": " + display);
        }
        return found.getFirst();
    }

    @Override
    public void close() {
        database.close();
    }
}
