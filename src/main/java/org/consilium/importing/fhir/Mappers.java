package org.consilium.importing.fhir;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consilium.clinical.EventKind;
import org.jspecify.annotations.Nullable;

/** Which resources and which of their elements are used. */
final class Mappers {
    /** The resources that become events. */
    static final Map<String, ResourceMapper> EVENTS =
            Map.ofEntries(
                    Map.entry("Condition", new ConditionMapper()),
                    Map.entry("AllergyIntolerance", new AllergyMapper()),
                    Map.entry("Observation", new ObservationMapper()),
                    Map.entry("MedicationRequest", new MedicationRequestMapper()),
                    Map.entry(
                            "MedicationStatement",
                            new MedicationMapper(
                                    Set.of("entered-in-error", "not-taken", "intended"))),
                    Map.entry(
                            "MedicationAdministration",
                            new MedicationMapper(Set.of("entered-in-error", "not-done"))),
                    Map.entry("MedicationDispense", new DispenseMapper()),
                    Map.entry(
                            "Procedure",
                            new DoneMapper(
                                    EventKind.PROCEDURE,
                                    "code",
                                    "performed",
                                    Codings.CLINICAL,
                                    Set.of("entered-in-error", "not-done", "preparation"))),
                    Map.entry(
                            "Immunization",
                            new DoneMapper(
                                    EventKind.IMMUNIZATION,
                                    "vaccineCode",
                                    "occurrence",
                                    Codings.VACCINES,
                                    Set.of("entered-in-error", "not-done"))),
                    Map.entry("ServiceRequest", new ServiceRequestMapper()),
                    Map.entry("CarePlan", new CarePlanMapper()),
                    Map.entry("Goal", new GoalMapper()));

    private static final Set<String> OTHERS =
            Set.of("Patient", "Encounter", "Medication", ContainedResults.REPORT);

    /** Resources that others may refer to by an identifier alone. */
    private static final Set<String> IDENTIFIED = Set.of("Patient", "Encounter", "Medication");

    /** Elements at the top of a resource that somebody here looks at. */
    private static final Set<String> ELEMENTS = // a HashSet: asked for every element
            new HashSet<>(
                    List.of(
                            // of several
                            "id",
                            "meta",
                            "identifier",
                            "modifierExtension",
                            "implicitRules",
                            "status",
                            "intent",
                            "doNotPerform",
                            "subject",
                            "patient",
                            "encounter",
                            "context",
                            "code",
                            "category",
                            "reasonCode",
                            "reasonReference",
                            "addresses",
                            "contained",
                            "clinicalStatus",
                            "verificationStatus",
                            "period",
                            "created",
                            "title",
                            "activity",
                            "description",
                            "lifecycleStatus",
                            "achievementStatus",
                            "target",
                            // when
                            "onsetDateTime",
                            "onsetPeriod",
                            "onsetAge",
                            "onsetString",
                            "onsetRange",
                            "abatementDateTime",
                            "abatementPeriod",
                            "abatementAge",
                            "abatementString",
                            "abatementRange",
                            "abatementBoolean",
                            "recordedDate",
                            "effectiveDateTime",
                            "effectivePeriod",
                            "effectiveInstant",
                            "effectiveTiming",
                            "issued",
                            "performedDateTime",
                            "performedPeriod",
                            "performedAge",
                            "performedString",
                            "performedRange",
                            "occurrenceDateTime",
                            "occurrencePeriod",
                            "occurrenceString",
                            "occurrenceTiming",
                            "whenHandedOver",
                            "whenPrepared",
                            "daysSupply",
                            "recorded",
                            "authoredOn",
                            "dateAsserted",
                            "startDate",
                            "startCodeableConcept",
                            "statusDate",
                            // Patient and Encounter
                            "name",
                            "gender",
                            "birthDate",
                            "deceasedDateTime",
                            "extension",
                            "communication",
                            "class",
                            "type",
                            "statusHistory",
                            "location",
                            // Observation
                            "focus",
                            "valueRange",
                            "valueRatio",
                            "valuePeriod",
                            "valueQuantity",
                            "valueCodeableConcept",
                            "valueString",
                            "valueBoolean",
                            "valueInteger",
                            "valueDateTime",
                            "valueTime",
                            "referenceRange",
                            "component",
                            // medications, vaccines, allergies
                            "medicationCodeableConcept",
                            "medicationReference",
                            "dosageInstruction",
                            "dispenseRequest",
                            "reportedBoolean",
                            "reportedReference",
                            "ingredient",
                            // of older versions, where it would change the meaning
                            "notDone",
                            "notGiven",
                            "taken",
                            "vaccineCode",
                            "type",
                            "criticality",
                            "reaction"));

    private Mappers() {}

    static boolean uses(String type) {
        return OTHERS.contains(type) || EVENTS.containsKey(type);
    }

    /**
     * @param type null where it is not known yet
     */
    static boolean wants(@Nullable String type, String element) {
        return ELEMENTS.contains(element)
                && (type == null
                        || switch (element) {
                            case "extension" -> type.equals("Patient");
                            case "description", "target" -> type.equals("Goal");
                            case "identifier" -> IDENTIFIED.contains(type);
                            case "code", "category" -> !type.equals(ContainedResults.REPORT);
                            default -> true;
                        });
    }
}
