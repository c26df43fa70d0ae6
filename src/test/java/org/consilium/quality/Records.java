package org.consilium.quality;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.consilium.clinical.Category;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Cohort;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Sex;
import org.consilium.clinical.Timeline;
import org.consilium.clinical.Value;
import org.consilium.tuning.ModelKnowledge;
import org.jspecify.annotations.Nullable;

/** Invented records, sound ones and each kind of broken one. */
public final class Records {
    static final Instant IMPORTED = Instant.parse("2026-11-24T10:00:00Z");
    static final LocalDateTime VISIT = LocalDate.of(2020, 3, 4).atTime(9, 30);
    static final Concept ASTHMA = new Concept(CodeSystem.SNOMED_CT, "195967001", "Asthma");
    static final Concept SALBUTAMOL = new Concept(CodeSystem.RXNORM, "435", "albuterol");
    static final Concept GLUCOSE = new Concept(CodeSystem.LOINC, "2345-7", "Glucose");
    static final Concept COUGH = new Concept(CodeSystem.TEXT, "barking cough", "Barking cough");
    static final Concept LOCAL =
            new Concept(new CodeSystem("http://clinic.example/codes"), "X-7", "Ward round");
    static final Concept NAMED = new Concept(new CodeSystem("LAB"), "17", "Some result");

    private Records() {}

    static Cohort cohort(int patients) {
        return new Cohort(7, "Riverside", true, patients, 0, 0, IMPORTED);
    }

    static Patient person(String id) {
        return person(id, "Okafor", "Ngozi " + id, LocalDate.of(1980, 5, 6));
    }

    static Patient person(String id, String family, String given, @Nullable LocalDate birth) {
        return new Patient(
                id, family, given, Sex.FEMALE, birth, null, "black", "nonhispanic", "en", null);
    }

    static Patient died(String id, LocalDate birth, LocalDate death) {
        return new Patient(
                id,
                "Okafor",
                "Ngozi " + id,
                Sex.MALE,
                birth,
                death,
                "black",
                "nonhispanic",
                "en",
                null);
    }

    static ClinicalEvent event(EventKind kind, Concept concept) {
        return event(kind, concept, VISIT, null);
    }

    static ClinicalEvent event(
            EventKind kind, Concept concept, LocalDateTime start, @Nullable LocalDateTime end) {
        return new ClinicalEvent(kind, Category.NONE, concept, "v1", start, end, null, null);
    }

    static ClinicalEvent result(Concept test, @Nullable Value value) {
        return new ClinicalEvent(
                EventKind.OBSERVATION, Category.LABORATORY, test, "v1", VISIT, null, value, null);
    }

    static ClinicalEvent glucose(double amount, String unit) {
        return result(GLUCOSE, new Value.Quantity(amount, unit));
    }

    /** With one visit. */
    static Timeline record(Patient patient, ClinicalEvent... events) {
        Encounter visit = new Encounter("v1", "ambulatory", null, null, VISIT, VISIT.plusHours(1));
        return new Timeline(patient, List.of(visit), Arrays.asList(events));
    }

    /** Nothing to be said against it. */
    static Timeline sound(String id) {
        return record(
                person(id),
                event(EventKind.CONDITION, ASTHMA),
                event(EventKind.MEDICATION, SALBUTAMOL),
                glucose(90, "mg/dL"));
    }

    static QualityReport report(Timeline... timelines) {
        return report(List.of(timelines), List.of());
    }

    static QualityReport report(List<Timeline> timelines, List<ModelKnowledge> models) {
        Assessment assessment =
                new Assessment(cohort(timelines.size()), UnitComparison.AS_TEXT, models);
        timelines.forEach(assessment::take);
        return assessment.report(IMPORTED.plusSeconds(60));
    }

    /** A cohort with a little of everything. */
    public static QualityReport messy() {
        List<Timeline> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            all.add(sound("s" + i));
        }
        all.add(record(person("twin", "Okafor", "Ng\u00f3zi S3", LocalDate.of(1980, 5, 6))));
        all.add(
                record(
                        person("nobirth", "Ade", "Ola", null),
                        event(EventKind.CONDITION, COUGH),
                        event(EventKind.PROCEDURE, LOCAL),
                        result(NAMED, null),
                        glucose(5, "mmol/L"),
                        glucose(6, "")));
        all.add(
                record(
                        died("dead", LocalDate.of(1890, 1, 1), LocalDate.of(2015, 1, 1)),
                        event(EventKind.CONDITION, ASTHMA),
                        event(EventKind.CONDITION, ASTHMA),
                        event(EventKind.MEDICATION, SALBUTAMOL, VISIT, VISIT.minusDays(2))));
        return report(all, List.of());
    }
}
