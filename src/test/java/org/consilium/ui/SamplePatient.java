package org.consilium.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.consilium.clinical.Category;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Cohort;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Patient;
import org.consilium.clinical.PatientSummary;
import org.consilium.clinical.Sex;
import org.consilium.clinical.Timeline;
import org.consilium.clinical.Value;
import org.consilium.clinical.Value.Quantity;
import org.jspecify.annotations.Nullable;

/** An invented woman of 63 with hypertension, diabetes and a record of twelve years. */
public final class SamplePatient {
    public static final Cohort COHORT =
            new Cohort(
                    7,
                    "Riverside practice",
                    true,
                    1,
                    13,
                    90,
                    Instant.parse("2025-03-01T08:00:00Z"));

    public static final LocalDateTime LATEST = LocalDateTime.of(2025, 2, 11, 9, 30);

    private final List<Encounter> encounters = new ArrayList<>();
    private final List<ClinicalEvent> events = new ArrayList<>();

    private static final Value AMOXICILLIN =
            new Value.Text(
                    "Anaphylaxis (severe), Urticaria (moderate), Angioedema of the lips and tongue"
                            + " (moderate), Nausea (mild); high risk");

    private SamplePatient() {}

    public static Patient patient() {
        return new Patient(
                "b1c7e0a4-5d2f-4c11-9e57-3f0a6d1c2b88",
                "Okonkwo-Hale",
                "Miriam",
                Sex.FEMALE,
                LocalDate.of(1961, 9, 5),
                null,
                null,
                null,
                null,
                null);
    }

    public static PatientSummary summary() {
        return new PatientSummary(COHORT.id(), patient(), 13, 90, 5, 3, LATEST);
    }

    public static Concept snomed(String code, String display) {
        return new Concept(CodeSystem.SNOMED_CT, code, display);
    }

    public static Concept rxnorm(String code, String display) {
        return new Concept(CodeSystem.RXNORM, code, display);
    }

    /** The whole record. */
    public static Timeline timeline() {
        SamplePatient sample = new SamplePatient();
        for (int year = 2013; year <= 2024; year++) {
            sample.visit(
                    "w" + year,
                    "wellness",
                    snomed("162673000", "General examination of patient (procedure)"),
                    null,
                    LocalDateTime.of(year, 3, 4 + year % 7, 10, 0));
        }
        sample.visit(
                "latest",
                "ambulatory",
                snomed("185345009", "Encounter for symptom (procedure)"),
                snomed("44054006", "Diabetes mellitus type 2 (disorder)"),
                LATEST);
        sample.conditions();
        sample.treatments();
        sample.results();
        sample.events.sort(Comparator.comparing(ClinicalEvent::start));
        return new Timeline(patient(), sample.encounters, sample.events);
    }

    private void conditions() {
        condition("59621000", "Essential hypertension (disorder)", 2014, null);
        condition("44054006", "Diabetes mellitus type 2 (disorder)", 2017, null);
        condition("162864005", "Body mass index 30+ - obesity (finding)", 2016, null);
        condition("55822004", "Hyperlipidemia (disorder)", 2019, null);
        condition("431855005", "Chronic kidney disease stage 1 (disorder)", 2023, null);
        condition("271737000", "Anemia (disorder)", 2015, 2016);
        condition("195662009", "Acute viral pharyngitis (disorder)", 2018, 2018);
        condition("444814009", "Viral sinusitis (disorder)", 2020, 2020);
        condition("160903007", "Full-time employment (finding)", 2013, null);
        condition("73595000", "Stress (finding)", 2021, null);
        allergy("294505008", "Allergy to amoxicillin (finding)", AMOXICILLIN);
        allergy("300916003", "Latex allergy (disorder)", null);
    }

    private void treatments() {
        Concept hypertension = snomed("59621000", "Essential hypertension (disorder)");
        Concept diabetes = snomed("44054006", "Diabetes mellitus type 2 (disorder)");
        medication("w2014", "314076", "lisinopril 10 MG Oral Tablet", 2014, hypertension);
        medication(
                "w2017",
                "860975",
                "24 HR metformin hydrochloride 500 MG Extended Release Oral Tablet",
                2017,
                diabetes);
        medication("latest", "310798", "hydrochlorothiazide 25 MG Oral Tablet", 2025, hypertension);
        add(
                EventKind.CARE_PLAN,
                Category.NONE,
                snomed("698360004", "Diabetes self management plan (record artifact)"),
                "w2017",
                at(2017),
                null,
                null);
        goal("HbA1c below 7 %", 2019, null, "Hemoglobin A1c: <7 % by 2026-03-01; not achieved");
        goal("Walk half an hour a day", 2016, 2018, "achieved");
        for (int year = 2019; year <= 2024; year++) {
            add(
                    EventKind.IMMUNIZATION,
                    Category.NONE,
                    new Concept(CodeSystem.CVX, "140", "Influenza, seasonal, injectable"),
                    "w" + year,
                    at(year),
                    null,
                    null);
        }
    }

    private void results() {
        double[] a1c = {6.1, 6.4, 7.2, 6.9, 6.8, 7.1, 7.4, 7.9, 8.2};
        double[] systolic = {148, 151, 139, 137, 141, 138, 136, 142, 146};
        double[] weight = {81.2, 83.0, 84.6, 85.1, 84.9, 86.3, 87.7, 88.0, 88.4};
        double[] ldl = {128, 131, 136, 140, 133, 118, 121, 126, 131};
        double[] egfr = {94, 93, 92, 90, 91, 88, 86, 84, 79};
        for (int i = 0; i < a1c.length; i++) {
            String visit = i == 8 ? "latest" : "w" + (2017 + i - 1);
            LocalDateTime when = i == 8 ? LATEST.plusMinutes(20) : at(2017 + i - 1);
            lab(
                    visit,
                    when,
                    "4548-4",
                    "Hemoglobin A1c/Hemoglobin.total in Blood",
                    a1c[i],
                    "%",
                    4.0,
                    5.7);
            lab(
                    visit,
                    when,
                    "18262-6",
                    "Low Density Lipoprotein Cholesterol [Mass/volume] in Serum or Plasma",
                    ldl[i],
                    "mg/dL",
                    null,
                    100.0);
            lab(
                    visit,
                    when,
                    "33914-3",
                    "Estimated Glomerular Filtration Rate",
                    egfr[i],
                    "mL/min/{1.73_m2}",
                    60.0,
                    null);
            vital(visit, when, "8480-6", "Systolic Blood Pressure", systolic[i], "mm[Hg]");
            vital(visit, when, "8462-4", "Diastolic Blood Pressure", systolic[i] - 58, "mm[Hg]");
            vital(visit, when, "29463-7", "Body Weight", weight[i], "kg");
            vital(
                    visit,
                    when,
                    "39156-5",
                    "Body mass index (BMI) [Ratio]",
                    weight[i] / 2.72,
                    "kg/m2");
        }
        add(
                EventKind.OBSERVATION,
                Category.SOCIAL_HISTORY,
                new Concept(CodeSystem.LOINC, "72166-2", "Tobacco smoking status"),
                "latest",
                LATEST,
                null,
                new Value.Coded(snomed("8517006", "Ex-smoker (finding)")));
    }

    private static LocalDateTime at(int year) {
        return LocalDateTime.of(year, 3, 4 + year % 7, 10, 0);
    }

    private void visit(
            String id, String kind, Concept type, @Nullable Concept reason, LocalDateTime start) {
        encounters.add(new Encounter(id, kind, type, reason, start, start.plusMinutes(30)));
    }

    private void condition(String code, String display, int from, @Nullable Integer to) {
        add(
                EventKind.CONDITION,
                Category.NONE,
                snomed(code, display),
                "w" + from,
                at(from),
                to == null ? null : at(to).plusDays(20),
                null);
    }

    private void allergy(String code, String display, @Nullable Value does) {
        add(EventKind.ALLERGY, Category.NONE, snomed(code, display), "w2013", at(2013), null, does);
    }

    private void medication(String visit, String code, String display, int year, Concept reason) {
        LocalDateTime start = year == 2025 ? LATEST.plusMinutes(25) : at(year);
        events.add(
                new ClinicalEvent(
                        EventKind.MEDICATION,
                        Category.NONE,
                        rxnorm(code, display),
                        visit,
                        start,
                        null,
                        null,
                        reason));
    }

    private void goal(String text, int from, @Nullable Integer to, String aims) {
        events.add(
                new ClinicalEvent(
                        EventKind.GOAL,
                        Category.NONE,
                        new Concept(CodeSystem.TEXT, text.toLowerCase(Locale.ROOT), text),
                        null,
                        at(from),
                        to == null ? null : at(to),
                        new Value.Text(aims),
                        null));
    }

    private void lab(
            String visit,
            LocalDateTime when,
            String code,
            String display,
            double amount,
            String unit,
            @Nullable Double low,
            @Nullable Double high) {
        Concept test = new Concept(CodeSystem.LOINC, code, display);
        Value value = new Quantity(amount, unit, low, high);
        add(EventKind.OBSERVATION, Category.LABORATORY, test, visit, when, null, value);
    }

    private void vital(
            String visit,
            LocalDateTime when,
            String code,
            String display,
            double amount,
            String unit) {
        Concept sign = new Concept(CodeSystem.LOINC, code, display);
        Value value = new Quantity(amount, unit);
        add(EventKind.OBSERVATION, Category.VITAL_SIGNS, sign, visit, when, null, value);
    }

    private void add(
            EventKind kind,
            Category category,
            Concept concept,
            String visit,
            LocalDateTime start,
            @Nullable LocalDateTime end,
            @Nullable Value value) {
        events.add(new ClinicalEvent(kind, category, concept, visit, start, end, value, null));
    }
}
