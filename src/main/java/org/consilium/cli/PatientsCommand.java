package org.consilium.cli;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.consilium.clinical.Patient;
import org.consilium.clinical.PatientSummary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists the patients of a cohort. */
@Command(name = "patients", description = "Lists the patients of a cohort.")
final class PatientsCommand extends StoreCommand {
    @Option(names = "--cohort", required = true, description = "Name of the cohort.")
    private String cohort = "";

    /** A patient as JSON has one. */
    record Row(
            String id,
            @Nullable String family,
            @Nullable String given,
            String sex,
            @Nullable LocalDate born,
            @Nullable LocalDate died,
            int encounters,
            int events,
            int activeConditions,
            int activeMedications,
            @Nullable LocalDateTime lastEncounter) {

        static Row of(PatientSummary summary) {
            Patient patient = summary.patient();
            return new Row(
                    patient.id(),
                    patient.familyName(),
                    patient.givenName(),
                    patient.sex().name().toLowerCase(Locale.ROOT),
                    patient.birthDate(),
                    patient.deathDate(),
                    summary.encounters(),
                    summary.events(),
                    summary.activeConditions(),
                    summary.activeMedications(),
                    summary.lastEncounter());
        }
    }

    @Override
    void run(Workspace workspace, Console console, boolean json) {
        List<Row> rows =
                workspace.cohorts().patients(workspace.cohorts().byName(cohort).id()).stream()
                        .map(Row::of)
                        .toList();
        if (json) {
            console.json(rows);
            return;
        }
        console.line("%-38s %-32s %-10s %-8s %s", "id", "name", "born", "sex", "visits");
        rows.forEach(row ->
                console.line(
                        "%-38s %-32s %-10s %-8s %,6d",
                        row.id(),
                        known(row.family()) + ", " + known(row.given()),
                        known(row.born()),
                        row.sex(),
                        row.encounters()));
    }

    private static String known(@Nullable Object value) {
        return Objects.toString(value, "not known");
    }
}
