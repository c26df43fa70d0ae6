package org.consilium.importing.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.consilium.clinical.Cohort;
import org.consilium.clinical.KnownPatients;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Sex;
import org.consilium.clinical.Timeline;
import org.consilium.importing.CohortReader;
import org.consilium.importing.ImportException;
import org.consilium.importing.ImportIssue;
import org.consilium.importing.ImportReport;
import org.consilium.importing.ImportRequest;
import org.consilium.importing.ImportService;
import org.consilium.importing.mapping.ColumnMapping;
import org.consilium.job.Job;
import org.consilium.job.Progress;
import org.consilium.meaning.ShippedTables;
import org.consilium.store.CohortRepository;
import org.consilium.store.Database;
import org.consilium.store.TestStores;
import org.jspecify.annotations.Nullable;

/** Imports into a real store whose cohort already holds somebody. Not thread-safe. */
final class Trial implements AutoCloseable {
    private final Database database;
    private final CohortRepository cohorts;
    private final ImportService imports;
    private String cohort = "";
    private int trials;
    private List<ImportIssue> issues = List.of();

    Trial(Path home, List<CohortReader> readers) {
        database = TestStores.open(home);
        cohorts = new CohortRepository(database, TestStores.CLOCK);
        imports = new ImportService(readers, cohorts, ShippedTables.read().units());
    }

    private void before() {
        cohort = "before " + ++trials;
        try (var session = cohorts.beginImport(cohort, true)) {
            Patient earlier =
                    new Patient(
                            "who-was-here",
                            null,
                            null,
                            Sex.OTHER,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null);
            session.put(new Timeline(earlier, List.of(), List.of()));
            session.commit();
        }
    }

    /** What came of it: exactly what the case says, and nothing half imported. */
    void check(HostileCase hostile, Path folder) throws Exception {
        Path path = hostile.maker().in(folder);
        before();
        List<Timeline> before = content();
        try {
            ImportReport report = run(path, hostile);
            String first = report.issues().isEmpty() ? "" : report.issues().getFirst().sentence();
            assertThat(first).isEqualTo(hostile.sentence());
            assertThat(hostile.outcome())
                    .isEqualTo(
                            report.issues().isEmpty()
                                    ? HostileCase.Outcome.WHOLE
                                    : HostileCase.Outcome.IN_PART);
            assertThat(content()).hasSize(before.size() + report.patients());
            report.issues().forEach(issue -> Invariants.sentence(issue.sentence()));
        } catch (ImportException e) {
            String plain = String.valueOf(e.getMessage()).replace(folder + "/", "");
            assertThat(plain).isEqualTo(hostile.sentence());
            assertThat(hostile.outcome()).isEqualTo(HostileCase.Outcome.REFUSED);
            Invariants.sentence(hostile.sentence());
            assertThat(content()).isEqualTo(before);
            if (hostile.stays()) {
                checkNoCohortIsMade(path, hostile);
            }
        }
        preview(path, hostile.mapping());
    }

    /** Refused again, it leaves no cohort where there was none. */
    private void checkNoCohortIsMade(Path path, HostileCase hostile) {
        cohort = "new " + trials;
        assertThatThrownBy(() -> run(path, hostile)).isInstanceOf(ImportException.class);
        assertThat(cohorts.byName(cohort)).isEmpty();
    }

    /** What a person reads when nothing was taken; the cohort is as it was. */
    String refusal(Path path, @Nullable ColumnMapping mapping) throws Exception {
        before();
        List<Timeline> before = content();
        try {
            run(path, HostileCase.whole("", folder -> path).by(mapping));
            throw new AssertionError("it was taken");
        } catch (ImportException e) {
            assertThat(content()).isEqualTo(before);
            return String.valueOf(e.getMessage());
        }
    }

    /** What a person reads when nothing was taken; empty where something was. */
    String refusalIfAny(Path path) throws Exception {
        before();
        List<Timeline> before = content();
        issues = List.of();
        try {
            issues = run(path, HostileCase.whole("", folder -> path)).issues();
            return "";
        } catch (ImportException e) {
            assertThat(content()).isEqualTo(before);
            return String.valueOf(e.getMessage());
        }
    }

    /** Of the last import that was asked for its refusal, as sentences. */
    List<String> issues() {
        return issues.stream().map(ImportIssue::sentence).toList();
    }

    private ImportReport run(Path path, HostileCase hostile) throws Exception {
        AtomicBoolean happened = new AtomicBoolean();
        return imports.importing(
                        new ImportRequest(
                                cohort,
                                List.of(path),
                                "auto",
                                true,
                                KnownPatients.UPDATE,
                                hostile.mapping()))
                .run(
                        new Progress() {
                            @Override
                            public void report(long done, long total, String message) {}

                            @Override
                            public void checkCancelled() {
                                try {
                                    if (!happened.getAndSet(true)) {
                                        hostile.meanwhile().happens(path);
                                    }
                                } catch (Exception e) {
                                    throw new AssertionError(e);
                                }
                            }
                        });
    }

    /** What looks before an import ends as well, with a result or a sentence. */
    private void preview(Path path, @Nullable ColumnMapping mapping) {
        List<Path> paths = List.of(path);
        if (mapping == null) {
            ends(imports.previewing(paths, "auto"));
        } else {
            ends(imports.previewing(paths, mapping));
            ends(imports.mappings().trying(paths, mapping, 20));
            ends(imports.mappings().suggesting(paths));
        }
    }

    private static void ends(Job<?> look) {
        try {
            look.run(Progress.NONE);
        } catch (ImportException e) {
            Invariants.sentence(String.valueOf(e.getMessage()));
        } catch (Exception e) {
            throw new AssertionError("no refusal, but " + e.getClass(), e);
        }
    }

    /** Who is in the cohort that was last imported into. */
    List<Timeline> content() {
        List<Timeline> found = new ArrayList<>();
        cohorts.byName(cohort).map(Cohort::id).ifPresent(id -> cohorts.forEach(id, found::add));
        return found;
    }

    @Override
    public void close() {
        database.close();
    }
}
