package org.consilium.importing.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consilium.clinical.Concept;
import org.consilium.importing.ImportIssue;
import org.jspecify.annotations.Nullable;

/** What one file holds, apart from all others until it was read to its end. Not thread-safe. */
final class FileContent implements BundleParser.Handler {
    /** What Synthea's CSV dates without a time; the day there is the one written in FHIR. */
    private static final Set<String> DAYS_ONLY =
            Set.of("Patient", "Condition", "CarePlan", "AllergyIntolerance");

    private final String file;
    private final boolean syntheas;
    private final List<PatientDraft> patients = new ArrayList<>();
    private final List<EncounterDraft> encounters = new ArrayList<>();
    private final List<Draft> events = new ArrayList<>();
    private final Map<Address, Concept> medications = new LinkedHashMap<>();
    private final Index<Concept> conditions = new Index<>();
    private final Map<String, Integer> unused = new LinkedHashMap<>();
    private final List<ImportIssue> issues = new ArrayList<>();

    /**
     * @param syntheas whether Synthea made it
     */
    FileContent(String file, boolean syntheas) {
        this.file = file;
        this.syntheas = syntheas;
    }

    List<PatientDraft> patients() {
        return patients;
    }

    List<EncounterDraft> encounters() {
        return encounters;
    }

    List<Draft> events() {
        return events;
    }

    /** Concepts of Medication resources. */
    Map<Address, Concept> medications() {
        return medications;
    }

    /** Concepts of conditions, which others give as their reason. */
    Index<Concept> conditions() {
        return conditions;
    }

    /** Resources not used, by type. */
    Map<String, Integer> unusedByType() {
        return unused;
    }

    /** Resources rejected. */
    List<ImportIssue> issues() {
        return issues;
    }

    @Override
    public boolean uses(String type) {
        return Mappers.uses(type);
    }

    @Override
    public boolean wants(String element) {
        return Mappers.wants(element);
    }

    @Override
    public void unused(String type) {
        unused.merge(type, 1, Integer::sum);
    }

    @Override
    public void untyped(long line) {
        issues.add(new ImportIssue(file, line, null, "resourceType", "It is not there."));
    }

    @Override
    public void resource(String type, @Nullable String fullUrl, ObjectNode node, long line) {
        Resource resource = new Resource(file, type, fullUrl, node, line, times(type));
        try {
            switch (type) {
                case "Patient" -> addPatient(resource);
                case "Encounter" -> addEncounter(resource);
                case "Medication" ->
                        medications.put(
                                resource.address(), resource.concept("code", Codings.DRUGS));
                default -> addEvents(resource);
            }
        } catch (ResourceException e) {
            issues.add(new ImportIssue(file, line, type, e.field(), e.reason()));
        }
    }

    private Times times(String type) {
        Times.Reading reading = Times.Reading.WALL_CLOCK;
        if (syntheas) {
            reading = DAYS_ONLY.contains(type) ? Times.Reading.DAY : Times.Reading.UTC;
        }
        return new Times(reading);
    }

    private void addPatient(Resource resource) throws ResourceException {
        patients.add(
                new PatientDraft(
                        resource.origin("id"),
                        resource.address(),
                        PatientMapper.patient(resource)));
    }

    private void addEncounter(Resource resource) throws ResourceException {
        String why = EncounterMapper.notUsed(resource);
        if (why == null) {
            encounters.add(
                    new EncounterDraft(
                            resource.origin("period.start"),
                            resource.address(),
                            EncounterMapper.encounter(resource)));
        } else {
            notUsed(resource, why);
        }
    }

    private void addEvents(Resource resource) throws ResourceException {
        ResourceMapper mapper = Mappers.EVENTS.get(resource.type());
        String why = mapper == null ? "of no use" : mapper.notUsed(resource);
        if (mapper == null || why != null) {
            notUsed(resource, String.valueOf(why));
            return;
        }
        List<Draft> drafts = mapper.map(resource);
        events.addAll(drafts);
        if (resource.type().equals("Condition")) {
            Concept concept = drafts.getFirst().concept();
            if (concept != null) {
                conditions.add(resource.address(), concept);
            }
        }
    }

    private void notUsed(Resource resource, String why) {
        unused("%s (%s)".formatted(resource.type(), why));
    }
}
