package org.consilium.importing.synthea;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.consilium.clinical.AllergyReactions;
import org.consilium.clinical.Category;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.SemanticTag;
import org.consilium.clinical.Value;
import org.consilium.importing.CodeSystems;
import org.consilium.importing.ObservationCategories;
import org.consilium.importing.csv.Row;
import org.consilium.importing.csv.RowException;
import org.jspecify.annotations.Nullable;

/**
 * A Synthea table whose rows are events (Synthea wiki, "CSV File Data Dictionary").
 *
 * @param system of its codes, where the table has no column SYSTEM (older versions have none)
 * @param start column of the start; DATE in versions where there is no START
 */
record EventTable(String file, EventKind kind, CodeSystem system, String start) {
    static final List<EventTable> ALL =
            List.of(
                    table("conditions.csv", EventKind.CONDITION, CodeSystem.SNOMED_CT, "START"),
                    table("medications.csv", EventKind.MEDICATION, CodeSystem.RXNORM, "START"),
                    table("procedures.csv", EventKind.PROCEDURE, CodeSystem.SNOMED_CT, "START"),
                    table("careplans.csv", EventKind.CARE_PLAN, CodeSystem.SNOMED_CT, "START"),
                    table("immunizations.csv", EventKind.IMMUNIZATION, CodeSystem.CVX, "DATE"),
                    table("allergies.csv", EventKind.ALLERGY, CodeSystem.SNOMED_CT, "START"),
                    table("observations.csv", EventKind.OBSERVATION, CodeSystem.LOINC, "DATE"));

    private static EventTable table(String file, EventKind kind, CodeSystem system, String start) {
        return new EventTable(file, kind, system, start);
    }

    List<String> requiredColumns() {
        List<String> columns = new ArrayList<>(List.of("PATIENT", "CODE"));
        columns.add(start.equals("DATE") ? start : start + " or DATE");
        if (kind == EventKind.OBSERVATION) {
            columns.add("VALUE");
        }
        return columns;
    }

    /** The event of a row; a stop before the start is taken as the start. */
    ClinicalEvent event(Row row, @Nullable String encounterId) throws RowException {
        LocalDateTime begun = row.has(start) ? row.time(start) : row.time("DATE");
        LocalDateTime stop = row.optionalTime("STOP");
        boolean observation = kind == EventKind.OBSERVATION;
        return new ClinicalEvent(
                kind,
                observation ? ObservationCategories.named(row.optional("CATEGORY")) : Category.NONE,
                concept(row),
                encounterId,
                begun,
                stop != null && stop.isBefore(begun) ? begun : stop,
                switch (kind) {
                    case OBSERVATION -> value(row);
                    case ALLERGY -> reactions(row);
                    default -> null;
                },
                reason(row));
    }

    private Concept concept(Row row) throws RowException {
        String code = row.required("CODE");
        String display = row.optional("DESCRIPTION");
        return new Concept(systemOf(row, code), code, display == null ? code : display);
    }

    private CodeSystem systemOf(Row row, String code) {
        String named = row.optional("SYSTEM");
        if (named == null || named.equalsIgnoreCase("unknown")) {
            return kind == EventKind.ALLERGY ? CodeSystems.guessed(code) : system;
        }
        return CodeSystems.named(named);
    }

    /** Synthea's reasons are always SNOMED CT. */
    static @Nullable Concept reason(Row row) {
        String code = row.optional("REASONCODE");
        if (code == null) {
            return null;
        }
        String display = row.optional("REASONDESCRIPTION");
        return new Concept(CodeSystem.SNOMED_CT, code, display == null ? code : display);
    }

    /** Of an allergy; its columns are numbered. */
    private static @Nullable Value reactions(Row row) {
        var reactions = new AllergyReactions.Builder().type(row.optional("TYPE"));
        for (int i = 1; row.has("REACTION" + i); i++) {
            String code = row.optional("REACTION" + i);
            String display = row.optional("DESCRIPTION" + i);
            String name = display == null ? code : SemanticTag.without(display);
            if (name != null) {
                reactions.add(name, row.optional("SEVERITY" + i));
            }
        }
        return reactions.value();
    }

    private static @Nullable Value value(Row row) throws RowException {
        String text = row.optional("VALUE");
        if (text == null) {
            return null;
        }
        String unit = row.optional("UNITS");
        return "numeric".equals(row.optional("TYPE"))
                ? new Value.Quantity(row.number("VALUE"), unit == null ? "" : unit)
                : new Value.Text(text);
    }
}
