package org.consilium.importing.fhir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Encounter;
import org.consilium.importing.ImportIssue;
import org.jspecify.annotations.Nullable;

/**
 * What was read of one file and is not taken yet: a document is taken when it was read to its end,
 * lines one by one. Not thread-safe.
 */
final class FileContent implements ResourceParser.Handler {
    static final String MODIFIED =
            "An extension changes its meaning in a way that is not known here.";

    /** What Synthea's CSV dates without a time; the day there is the one written in FHIR. */
    private static final Set<String> DAYS_ONLY =
            Set.of("Patient", "Condition", "CarePlan", "AllergyIntolerance", "Goal");

    private static final int MOST_RESOURCES = 20_000;
    private static final int MOST_CHARACTERS = 64 << 20;
    private static final int MOST_TYPES = 1000;

    private final String file;
    private final boolean syntheas;
    private final WhenFull whenFull;
    private final List<PatientDraft> patients = new ArrayList<>();
    private final List<EncounterDraft> encounters = new ArrayList<>();
    private final List<ResourceDrafts> events = new ArrayList<>();
    private final List<Named> medications = new ArrayList<>();
    private final List<Named> conditions = new ArrayList<>();
    private final List<FurtherCodings.Pair> codings = new ArrayList<>();
    private final Map<String, Integer> unused = new LinkedHashMap<>();
    private final List<ImportIssue> issues = new ArrayList<>();
    private int resources;
    private int characters;

    /** A resource that others have their concept from. */
    record Named(Address address, Concept concept) {}

    /** What is done when there is as much as should be held. */
    interface WhenFull {
        void full(FileContent content);
    }

    /**
     * @param syntheas whether Synthea made it
     */
    FileContent(String file, boolean syntheas, WhenFull whenFull) {
        this.file = file;
        this.syntheas = syntheas;
        this.whenFull = whenFull;
    }

    List<PatientDraft> patients() {
        return patients;
    }

    List<EncounterDraft> encounters() {
        return encounters;
    }

    List<ResourceDrafts> events() {
        return events;
    }

    List<Named> medications() {
        return medications;
    }

    /** Conditions, which others give as their reason. */
    List<Named> conditions() {
        return conditions;
    }

    /** What else the concepts of all these were coded as. */
    List<FurtherCodings.Pair> codings() {
        return codings;
    }

    /** Resources not used, by type. */
    Map<String, Integer> unusedByType() {
        return unused;
    }

    /** Resources rejected. */
    List<ImportIssue> issues() {
        return issues;
    }

    void clear() {
        List.of(patients, encounters, events, medications, conditions, codings, issues)
                .forEach(List::clear);
        unused.clear();
        resources = 0;
        characters = 0;
    }

    @Override
    public boolean uses(String type) {
        return Mappers.uses(type);
    }

    @Override
    public boolean wants(@Nullable String type, String element) {
        return Mappers.wants(type, element);
    }

    @Override
    public void unused(String type) {
        unused.merge(
                unused.size() < MOST_TYPES || unused.containsKey(type) ? type : "other types",
                1,
                Integer::sum);
    }

    @Override
    public void unreadable(@Nullable String type, long line, String field, String reason) {
        issues.add(new ImportIssue(file, line, type, field, reason));
        count(0);
    }

    @Override
    public void resource(ParsedResource parsed) {
        String type = parsed.type();
        Resource resource =
                new Resource(
                        file, type, parsed.fullUrl(), parsed.node(), parsed.line(), times(type));
        try {
            if (ContainedResults.isReport(type) && !ContainedResults.areIn(resource)) {
                unused(type);
                return;
            }
            requireUnderstood(resource, parsed);
            switch (type) {
                case ContainedResults.REPORT -> addReport(resource);
                case "Patient" -> addPatient(resource);
                case "Encounter" -> addEncounter(resource);
                case "Medication" -> addMedication(resource);
                default -> addEvents(resource);
            }
        } catch (ResourceException e) {
            issues.add(new ImportIssue(file, parsed.line(), type, e.field(), e.reason()));
        }
        count(parsed.size());
    }

    private void count(int size) {
        resources++;
        characters += size;
        if (resources >= MOST_RESOURCES || characters >= MOST_CHARACTERS) {
            whenFull.full(this);
        }
    }

    /** HL7 FHIR R4, "Modifier Extensions" and "Resource.implicitRules". */
    private static void requireUnderstood(Resource resource, ParsedResource parsed)
            throws ResourceException {
        if (parsed.modified() || !resource.node().path("modifierExtension").isMissing()) {
            throw new ResourceException("modifierExtension", MODIFIED);
        }
        if (resource.text("implicitRules") != null) {
            throw new ResourceException(
                    "implicitRules", "It follows rules of its own that are not known here.");
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
                        resource.origin(null),
                        resource.address(),
                        PatientMapper.patient(resource)));
    }

    private void addEncounter(Resource resource) throws ResourceException {
        String why =
                resource.mayBeOfPatient() ? EncounterMapper.notUsed(resource) : "of no patient";
        if (why == null) {
            Encounter encounter = EncounterMapper.encounter(resource);
            encounters.add(
                    new EncounterDraft(resource.origin(null), resource.address(), encounter));
            if (FurtherCodings.areIn(resource.node())) {
                List<Concept> taken =
                        Stream.of(encounter.type(), encounter.reason())
                                .flatMap(Stream::ofNullable)
                                .toList();
                FurtherCodings.add(resource.node(), taken, codings);
            }
            addContained(resource);
        } else {
            notUsed(resource, why);
        }
    }

    private void addMedication(Resource resource) throws ResourceException {
        Concept concept = Medications.concept(resource.node());
        if (concept == null) {
            throw new ResourceException("code", "It has neither a code nor a text.");
        }
        medications.add(new Named(resource.address(), concept));
        FurtherCodings.add(resource.node(), List.of(concept), codings);
    }

    private void addEvents(Resource resource) throws ResourceException {
        ResourceMapper mapper = Mappers.EVENTS.get(resource.type());
        if (mapper == null) {
            unused(resource.type());
            return;
        }
        String why = resource.mayBeOfPatient() ? mapper.notUsed(resource) : "of no patient";
        if (why != null) {
            notUsed(resource, why);
            return;
        }
        List<Draft> drafts = mapper.map(resource);
        if (drafts.isEmpty()) {
            notUsed(resource, "no value");
            return;
        }
        events.add(new ResourceDrafts(resource.origin(mapper.medication(resource)), drafts));
        if (FurtherCodings.areIn(resource.node())) {
            FurtherCodings.add(resource.node(), FurtherCodings.taken(drafts), codings);
        }
        Concept concept = drafts.getFirst().concept();
        if (resource.type().equals("Condition") && concept != null) {
            conditions.add(new Named(resource.address(), concept));
        }
        addContained(resource);
    }

    /** Of a report only the results that stand inside it are read. */
    private void addReport(Resource report) {
        String why = report.mayBeOfPatient() ? ContainedResults.notUsed(report) : "of no patient";
        if (why == null) {
            unused(report.type());
            addContained(report);
        } else {
            notUsed(report, why);
        }
    }

    private void addContained(Resource resource) {
        for (Resource each : ContainedResults.of(resource)) {
            try {
                addEvents(each);
            } catch (ResourceException e) {
                issues.add(new ImportIssue(file, each.line(), each.type(), e.field(), e.reason()));
            }
        }
    }

    /** It records nothing; what an older version of it recorded is withdrawn. */
    private void notUsed(Resource resource, @Nullable String why) {
        unused("%s (%s)".formatted(resource.type(), why));
        withdraw(resource);
        ContainedResults.of(resource).forEach(this::withdraw);
    }

    private void withdraw(Resource resource) {
        Origin origin = resource.origin(null);
        if (origin.identity() != 0) {
            events.add(new ResourceDrafts(origin, List.of()));
        }
    }

    /** How much there is, to come back to when what follows turns out to be bad. */
    Mark mark() {
        return new Mark(
                patients.size(),
                encounters.size(),
                events.size(),
                medications.size(),
                conditions.size(),
                codings.size(),
                issues.size());
    }

    /** Forgets what came after. */
    void backTo(Mark mark) {
        cut(patients, mark.patients);
        cut(encounters, mark.encounters);
        cut(events, mark.events);
        cut(medications, mark.medications);
        cut(conditions, mark.conditions);
        cut(codings, mark.codings);
        cut(issues, mark.issues);
    }

    private static void cut(List<?> list, int size) {
        list.subList(size, list.size()).clear();
    }

    /** Sizes of the lists. */
    record Mark(
            int patients,
            int encounters,
            int events,
            int medications,
            int conditions,
            int codings,
            int issues) {}
}
