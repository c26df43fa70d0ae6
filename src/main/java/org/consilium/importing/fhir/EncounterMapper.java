package org.consilium.importing.fhir;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Encounter;
import org.jspecify.annotations.Nullable;

/**
 * Encounters that took place or go on. One that is part of another (a ward during an admission) is
 * an encounter of its own.
 */
final class EncounterMapper {
    private static final Set<String> NO_FACT = Set.of("entered-in-error", "cancelled", "planned");

    /** HL7 v3 ActEncounterCode, in the words of Synthea's CSV, with which the base models learn. */
    private static final Map<String, String> CLASSES =
            Map.of(
                    "AMB", "ambulatory",
                    "EMER", "emergency",
                    "FLD", "field",
                    "HH", "home",
                    "IMP", "inpatient",
                    "ACUTE", "inpatient",
                    "NONAC", "inpatient",
                    "OBSENC", "observation",
                    "SS", "short stay",
                    "VR", "virtual");

    /** SNOMED CT types of encounter that say more than their class can. */
    private static final Map<String, String> TYPES =
            Map.of(
                    "162673000", "wellness", // General examination of patient
                    "410620009", "wellness", // Well child visit
                    "702927004", "urgentcare", // Urgent care clinic
                    "305336008", "hospice", // Admission to hospice
                    "449411000124106", "snf"); // Admission to skilled nursing facility

    private EncounterMapper() {}

    static @Nullable String notUsed(Resource resource) {
        return NO_FACT.contains(resource.status()) ? resource.status() : null;
    }

    static Encounter encounter(Resource resource) throws ResourceException {
        String id = resource.id();
        if (id == null) {
            throw new ResourceException("id", "It has neither an id nor a fullUrl.");
        }
        LocalDateTime end = resource.times().time(resource.node(), "period", "end");
        LocalDateTime start = start(resource);
        start = start == null ? end : start;
        if (start == null) {
            throw new ResourceException("period.start", "It has no date.");
        }
        Concept type = Codings.first(resource.node().path("type"), Codings.CLINICAL);
        return new Encounter(
                id,
                encounterClass(resource.node().path("class"), type),
                type,
                resource.reason(),
                start,
                end != null && end.isBefore(start) ? start : end);
    }

    /** Of its period, else of the first of its statuses or places. */
    private static @Nullable LocalDateTime start(Resource resource) throws ResourceException {
        LocalDateTime first = resource.times().time(resource.node(), "period", "start");
        if (first != null) {
            return first;
        }
        for (String element : List.of("statusHistory", "location")) {
            for (Element part : resource.node().path(element)) {
                LocalDateTime start = resource.times().time(part, "period", "start");
                first = first == null || start != null && start.isBefore(first) ? start : first;
            }
        }
        return first;
    }

    private static String encounterClass(Element coding, @Nullable Concept type) {
        String special =
                type != null && type.system().equals(CodeSystem.SNOMED_CT)
                        ? TYPES.get(type.code())
                        : null;
        if (special != null) {
            return special;
        }
        String code = coding.text("code");
        if (code == null) {
            return "";
        }
        return CLASSES.getOrDefault(code.toUpperCase(Locale.ROOT), code.toLowerCase(Locale.ROOT));
    }
}
