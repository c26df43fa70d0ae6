package org.consilium.store;

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

/** Two people of nobody, and events to give them. */
final class SamplePeople {
    static final LocalDateTime MARCH = LocalDateTime.of(2024, 3, 5, 9, 30);

    private SamplePeople() {}

    static Timeline woman(String id) {
        return of(person(id, Sex.FEMALE, LocalDate.of(1950, 2, 1)), condition(null, "Asthma"));
    }

    static Timeline man(String id) {
        return of(person(id, Sex.MALE, LocalDate.of(1987, 6, 5)), condition(null, "Asthma"));
    }

    static Patient person(String id, Sex sex, @Nullable LocalDate born) {
        return new Patient(id, "Doe", null, sex, born, null, "white", null, null, null);
    }

    static Timeline of(Patient patient, ClinicalEvent... events) {
        return new Timeline(patient, List.of(), List.of(events));
    }

    static Timeline visited(Patient patient, Encounter... encounters) {
        return new Timeline(patient, List.of(encounters), List.of());
    }

    static Encounter visit(String id, @Nullable LocalDateTime end) {
        return new Encounter(id, "ambulatory", null, null, MARCH, end);
    }

    static ClinicalEvent condition(@Nullable LocalDateTime end, String name) {
        return new ClinicalEvent(
                EventKind.CONDITION,
                Category.NONE,
                new Concept(CodeSystem.SNOMED_CT, "195967001", name),
                "v1",
                MARCH,
                end,
                null,
                null);
    }

    static ClinicalEvent allergy(@Nullable String does) {
        return new ClinicalEvent(
                EventKind.ALLERGY,
                Category.NONE,
                new Concept(CodeSystem.SNOMED_CT, "91936005", "Allergy to penicillin"),
                "v1",
                MARCH,
                null,
                does == null ? null : new Value.Text(does),
                null);
    }

    static ClinicalEvent result(double amount, @Nullable Double low, @Nullable Double high) {
        return new ClinicalEvent(
                EventKind.OBSERVATION,
                Category.LABORATORY,
                new Concept(CodeSystem.LOINC, "4548-4", "HbA1c"),
                "v1",
                MARCH,
                null,
                new Value.Quantity(amount, "%", low, high),
                null);
    }
}
