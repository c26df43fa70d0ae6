package org.consilium.export;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
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
import org.jspecify.annotations.Nullable;

/** One invented patient with one of everything. */
public final class Charts {
    public static final LocalDateTime AT = LocalDateTime.of(2019, 4, 30, 8, 10);
    public static final LocalDateTime LATER = LocalDateTime.of(2019, 5, 2, 0, 0);
    public static final Concept DIABETES =
            new Concept(CodeSystem.SNOMED_CT, "44054006", "Type 2 diabetes");
    public static final Concept EXCESS = new Concept(CodeSystem.LOINC, "11555-0", "Base excess");
    public static final Concept SMOKING = new Concept(CodeSystem.TEXT, "smoking", "Smoking");
    public static final Concept NEVER =
            new Concept(CodeSystem.SNOMED_CT, "266919005", "Never smoked");
    public static final Concept METFORMIN =
            new Concept(CodeSystem.RXNORM, "860975", "Metformin 500 MG");
    public static final Concept DIET = new Concept(new CodeSystem("HICL"), "=7", "-foo diet");
    private static final String VISIT = "e1";

    private Charts() {}

    public static Timeline everything() {
        return new Timeline(
                new Patient(
                        "47 11",
                        "Ødegård",
                        "=Kari",
                        Sex.FEMALE,
                        LocalDate.of(1958, 3, 9),
                        LocalDate.of(2021, 11, 30),
                        "White",
                        "not hispanic",
                        "nb-NO",
                        "North/ward 7"),
                List.of(
                        new Encounter(
                                VISIT, "wellness", DIABETES, SMOKING, AT, AT.plusMinutes(30))),
                List.of(
                        event(EventKind.CONDITION, DIABETES, null, null),
                        event(EventKind.ALLERGY, SMOKING, null, null),
                        result(EXCESS, new Value.Quantity(-5.2, "mmol/L", -2., 2.)),
                        result(SMOKING, new Value.Coded(NEVER)),
                        result(SMOKING, new Value.Text("+ \"two\"\nlines")),
                        event(EventKind.MEDICATION, METFORMIN, LATER, DIABETES),
                        event(EventKind.PROCEDURE, DIET, LATER, null),
                        event(EventKind.CARE_PLAN, DIET, LATER, DIABETES),
                        goal("Carbohydrates: <130 g; in progress; on hold", DIABETES),
                        event(
                                EventKind.IMMUNIZATION,
                                new Concept(CodeSystem.CVX, "140", "Influenza"),
                                null,
                                null)));
    }

    public static ClinicalEvent event(
            EventKind kind,
            Concept concept,
            @Nullable LocalDateTime end,
            @Nullable Concept reason) {
        return new ClinicalEvent(kind, Category.NONE, concept, VISIT, AT, end, null, reason);
    }

    public static ClinicalEvent result(Concept concept, @Nullable Value value) {
        return new ClinicalEvent(
                EventKind.OBSERVATION, Category.LABORATORY, concept, VISIT, AT, null, value, null);
    }

    public static ClinicalEvent allergy(Value does) {
        return new ClinicalEvent(
                EventKind.ALLERGY, Category.NONE, SMOKING, VISIT, AT, null, does, null);
    }

    private static ClinicalEvent goal(String aims, Concept reason) {
        LocalDateTime day = AT.toLocalDate().atStartOfDay();
        Value value = new Value.Text(aims);
        return new ClinicalEvent(
                EventKind.GOAL, Category.NONE, DIET, null, day, null, value, reason);
    }

    /** The same patient with other events. */
    public static Timeline with(ClinicalEvent... events) {
        return new Timeline(everything().patient(), everything().encounters(), List.of(events));
    }
}
