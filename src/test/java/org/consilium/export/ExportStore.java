package org.consilium.export;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.consilium.clinical.Timeline;
import org.consilium.cohort.CohortService;
import org.consilium.export.ExportRequest.Compression;
import org.consilium.export.ExportRequest.Existing;
import org.consilium.export.ExportRequest.Packing;
import org.consilium.export.events.EventsFormat;
import org.consilium.export.fhir.FhirFormat;
import org.consilium.job.Progress;
import org.consilium.store.AuditRepository;
import org.consilium.store.CohortRepository;
import org.consilium.store.Database;
import org.consilium.store.ImportSession;
import org.consilium.store.TestStores;

/** A real store with what exports it. */
public final class ExportStore implements AutoCloseable {
    public static final String EVENTS = "events";
    public static final String FHIR = "fhir-ndjson";

    private final Database database;
    private final CohortRepository cohorts;
    private final ExportService exports;

    public ExportStore(Path home) {
        database = TestStores.open(home);
        cohorts = new CohortRepository(database, TestStores.CLOCK);
        exports =
                new ExportService(
                        List.of(
                                new EventsFormat(),
                                new FhirFormat(new CohortService(cohorts)::alsoCoded)),
                        new CohortService(cohorts),
                        TestStores.CLOCK);
    }

    /** Puts patients into a cohort; synthetic unless its name says that they are real. */
    public void put(String cohort, List<Timeline> timelines) {
        try (ImportSession session = cohorts.beginImport(cohort, !cohort.contains("real"))) {
            timelines.forEach(session::put);
            session.commit();
        }
    }

    Database database() {
        return database;
    }

    CohortRepository cohorts() {
        return cohorts;
    }

    AuditRepository audit() {
        return new AuditRepository(database);
    }

    ExportService exports() {
        return exports;
    }

    /** Everybody, in plain files. */
    public ExportReport export(String cohort, String format, Path target) throws Exception {
        return run(new ExportRequest(cohort, Set.of(), format, target, Packing.PLAIN));
    }

    ExportReport replace(String cohort, String format, Path target) throws Exception {
        Packing packing = new Packing(Compression.NONE, Existing.REPLACE);
        return run(new ExportRequest(cohort, Set.of(), format, target, packing));
    }

    ExportReport run(ExportRequest request) throws Exception {
        return exports.exporting(request).run(Progress.NONE);
    }

    @Override
    public void close() {
        database.close();
    }
}
