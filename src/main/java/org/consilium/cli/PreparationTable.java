package org.consilium.cli;

import java.util.Locale;
import org.consilium.tuning.task.Preparation;

/** The data of a task as a table that fits 80 columns. */
final class PreparationTable {
    private PreparationTable() {}

    static void print(Preparation prepared, Console console) {
        console.line("Snapshot %s", prepared.hash());
        console.line(
                "%,d of %,d patients, %,d visits, prepared %s",
                prepared.patients(),
                prepared.cohortPatients(),
                prepared.visits(),
                prepared.made().toString().substring(0, 16).replace('T', ' '));
        Preparation.Changes changes = prepared.changes();
        if (changes != null) {
            console.line("%s", changes.words());
        }
        console.line("");
        console.line("  %-58s %9s %9s", "worth leaving out", "patients", "records");
        for (Preparation.Finding each : prepared.findings()) {
            console.line(
                    "  %-58s %,9d %,9d%s",
                    each.what().label(),
                    each.patients(),
                    each.records(),
                    each.leftOut() ? " left out" : "");
            if (each.patients() > 0 && !each.leftOut()) {
                console.line("    %s --leave-out %s", each.what().why(), each.what());
            }
        }
        console.line("");
        prepared.starts()
                .forEach((kind, count) ->
                        console.line(
                                "  %-24s %,9d newly started",
                                kind.name().toLowerCase(Locale.ROOT).replace('_', ' '), count));
        if (!prepared.without().isEmpty()) {
            console.line("  not recommended: %s", String.join(", ", prepared.without()));
        }
        console.line("");
        prepared.groups()
                .forEach(group ->
                        console.line(
                                "  %-40s %,9d patients",
                                group.group().dimension().label() + " " + group.group().value(),
                                group.patients()));
        console.line("  Groups under 20 are not told.");
        prepared.readiness().limits().forEach(each -> console.line("%s", each));
        console.line("%s", prepared.readiness().feedback());
    }
}
