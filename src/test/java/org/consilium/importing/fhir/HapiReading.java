package org.consilium.importing.fhir;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.consilium.clinical.Concept;
import org.consilium.clinical.Value;
import org.consilium.importing.CodeSystems;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** Where our reading of one resource is not what HAPI's model of it holds. */
final class HapiReading {
    private static final Instant YEAR_2000 = Instant.parse("2000-01-01T00:00:00Z");

    private final Resource resource;
    private final String type;
    private final List<String> differences = new ArrayList<>();

    private HapiReading(Resource resource) {
        this.resource = resource;
        type = resource.fhirType();
    }

    static List<String> differences(FileContent ours, Resource theirs) {
        HapiReading reading = new HapiReading(theirs);
        ours.patients().forEach(reading::patient);
        ours.encounters().forEach(reading::encounter);
        ours.events().forEach(reading::events);
        ours.medications().forEach(each -> reading.medication(each));
        reading.results(ours);
        return reading.differences;
    }

    /** How many results inside other resources were read, as HAPI has them too. */
    static long contained(FileContent ours) {
        return ours.events().stream()
                .filter(each -> each.origin().contained() && !each.drafts().isEmpty())
                .count();
    }

    private void results(FileContent ours) {
        List<Resource> inside =
                resource instanceof DomainResource whole ? whole.getContained() : List.of();
        long theirs =
                inside.stream()
                        .filter(each -> each instanceof Observation result && hasValue(result))
                        .count();
        boolean report = type.equals("DiagnosticReport");
        differ("contained", report && ours.issues().isEmpty() && contained(ours) != theirs);
    }

    private static boolean hasValue(Observation result) {
        return result.hasValue()
                || result.getComponent().stream()
                        .anyMatch(Observation.ObservationComponentComponent::hasValue);
    }

    private void medication(FileContent.Named ours) {
        concept(ours.concept(), all(resource));
        identifiers(ours.address());
    }

    private void identifiers(Address ours) {
        Property property = resource.getNamedProperty("identifier");
        List<String> theirs = new ArrayList<>();
        for (Base each : property.getValues()) {
            String reference = byIdentifier((Identifier) each);
            if (reference != null) {
                theirs.add(reference);
            }
        }
        differ("identifier", !ours.identifiers().equals(theirs));
    }

    private void version(Origin ours) {
        Date updated = resource.getMeta().getLastUpdated();
        String number = resource.getMeta().getVersionId();
        if (updated != null) {
            long seconds = updated.toInstant().getEpochSecond();
            differ("lastUpdated", ours.version() != seconds - YEAR_2000.getEpochSecond());
        } else {
            boolean numeric = number != null && number.matches("\\d{1,9}");
            differ("versionId", ours.version() != (numeric ? -Integer.parseInt(number) : 0));
        }
    }

    private void patient(PatientDraft ours) {
        identifiers(ours.address());
        version(ours.origin());
        var theirs = (org.hl7.fhir.r4.model.Patient) resource;
        same("id", ours.patient().id(), id());
        String gender = theirs.getGender() == null ? "unknown" : theirs.getGender().toCode();
        same("gender", ours.patient().sex().name().toLowerCase(Locale.ROOT), gender);
        among("birthDate", day(ours.patient().birthDate()), theirs.getBirthDateElement());
        if (theirs.hasDeceasedDateTimeType()) {
            same(
                    "deceased",
                    String.valueOf(ours.patient().deathDate()),
                    theirs.getDeceasedDateTimeType().getValueAsString().substring(0, 10));
        }
        boolean named =
                theirs.getName().stream()
                        .anyMatch(name ->
                                Objects.equals(name.getFamily(), ours.patient().familyName()));
        differ("name", !named && theirs.hasName());
    }

    private static @Nullable LocalDateTime day(java.time.@Nullable LocalDate date) {
        return date == null ? null : date.atStartOfDay();
    }

    private void encounter(EncounterDraft ours) {
        var theirs = (org.hl7.fhir.r4.model.Encounter) resource;
        same("id", ours.encounter().id(), id());
        identifiers(ours.address());
        origin(ours.origin(), "subject");
        among("period", ours.encounter().start(), resource);
        if (ours.encounter().end() != null) {
            among("period", ours.encounter().end(), resource);
        }
        differ(
                "class",
                theirs.getClass_().hasCode() && ours.encounter().encounterClass().isEmpty());
        if (ours.encounter().type() != null) {
            concept(ours.encounter().type(), all(resource));
        }
    }

    private void events(ResourceDrafts ours) {
        if (ours.drafts().isEmpty()) {
            return; // it withdraws what an older version said
        }
        boolean patient = type.equals("Immunization") || type.equals("AllergyIntolerance");
        origin(ours.origin(), patient ? "patient" : "subject");
        List<Base> everything = all(resource);
        for (Draft draft : ours.drafts()) {
            if (draft.concept() != null) {
                concept(draft.concept(), everything);
            }
            if (draft.start().time() != null) {
                among("start", draft.start().time(), resource);
            }
            if (draft.end().time() != null && !type.equals("MedicationDispense")) {
                among("end", draft.end().time(), resource);
            }
            value(draft.value(), everything);
            if (resource instanceof Goal goal) {
                HapiGoal.missing(draft.value(), goal).forEach(each -> differ(each, true));
            }
        }
        differ("no date", hasDate() && ours.drafts().getFirst().start().isUnknown());
    }

    private boolean hasDate() {
        return resource.children().stream()
                .filter(each -> each.getName().matches("(onset|effective|performed|occurrence).*"))
                .flatMap(each -> each.getValues().stream())
                .anyMatch(each -> each instanceof BaseDateTimeType time && time.hasValue());
    }

    private void origin(Origin ours, String subject) {
        version(ours);
        differ("identity", (id() == null) != (ours.identity() == 0));
        same("subject", ours.subject(), reference(subject));
        String encounter = reference("encounter");
        same("encounter", ours.encounter(), encounter == null ? reference("context") : encounter);
    }

    private @Nullable String id() {
        return resource.getIdElement().getIdPart();
    }

    private @Nullable String reference(String name) {
        Property property = resource.getNamedProperty(name);
        return property != null
                        && property.hasValues()
                        && property.getValues().getFirst() instanceof Reference reference
                ? reference.getReferenceElement().toUnqualifiedVersionless().isEmpty()
                        ? byIdentifier(reference.getIdentifier())
                        : reference.getReferenceElement().toVersionless().getValue()
                : null;
    }

    private static @Nullable String byIdentifier(Identifier identifier) {
        return identifier.hasSystem() && identifier.hasValue()
                ? "identifier:" + identifier.getSystem() + "|" + identifier.getValue()
                : null;
    }

    /** The concept is one of those that stand somewhere in the resource. */
    private void concept(Concept ours, List<Base> everything) {
        Set<Concept> theirs = new HashSet<>();
        for (Base each : everything) {
            if (each instanceof Coding coding && coding.hasCode() && coding.hasSystem()) {
                theirs.add(
                        new Concept(
                                CodeSystems.named(coding.getSystem()),
                                coding.getCode(),
                                coding.getCode()));
            }
            Stream.of(
                            each instanceof Coding coding ? coding.getDisplay() : null,
                            each instanceof Coding coding ? coding.getCode() : null,
                            each instanceof CodeableConcept codeable ? codeable.getText() : null,
                            each instanceof Reference reference ? reference.getDisplay() : null,
                            each.isPrimitive() ? each.primitiveValue() : null)
                    .filter(text -> text != null && !text.isBlank())
                    .forEach(text -> theirs.add(CodeSystems.ofText(text)));
        }
        differ("code", !theirs.contains(ours));
    }

    private void value(@Nullable Value ours, List<Base> everything) {
        if (ours instanceof Value.Quantity quantity) {
            boolean found = everything.stream().anyMatch(each -> isSame(quantity, each));
            differ("value", !found);
        } else if (ours instanceof Value.Coded coded) {
            concept(coded.concept(), everything);
        }
    }

    private static boolean isSame(Value.Quantity ours, Base theirs) {
        if (theirs instanceof Quantity quantity) {
            return quantity.hasValue()
                    && quantity.getValue().doubleValue() == ours.amount()
                    && (ours.unit().equals(quantity.hasCode() ? quantity.getCode() : "")
                            || ours.unit().equals(quantity.hasUnit() ? quantity.getUnit() : ""));
        }
        return theirs.isPrimitive()
                && String.valueOf((long) ours.amount()).equals(theirs.primitiveValue());
    }

    static List<Base> all(Base root) {
        List<Base> found = new ArrayList<>();
        found.add(root);
        for (Property property : root.children()) {
            property.getValues().forEach(each -> found.addAll(all(each)));
        }
        return found;
    }

    /** The time is one of those that stand somewhere, as its own fields tell it. */
    private void among(String what, @Nullable LocalDateTime ours, Base root) {
        boolean some = false;
        for (Base each : all(root)) {
            if (each instanceof BaseDateTimeType time && time.hasValue()) {
                some = true;
                if (wallClock(time).equals(ours)) {
                    return;
                }
            }
        }
        differ(what, some || ours != null);
    }

    private static LocalDateTime wallClock(BaseDateTimeType time) {
        int month = time.getMonth() == null ? 0 : time.getMonth();
        int precision = time.getPrecision().stringLength();
        LocalDateTime all =
                LocalDateTime.of(
                        time.getYear(),
                        month + 1,
                        time.getDay(),
                        time.getHour(),
                        time.getMinute(),
                        time.getSecond());
        if (precision <= 4) {
            return LocalDateTime.of(all.getYear(), 1, 1, 0, 0);
        }
        return precision <= 7
                ? LocalDateTime.of(all.getYear(), all.getMonth(), 1, 0, 0)
                : precision <= 10 ? all.toLocalDate().atStartOfDay() : all;
    }

    private void same(String what, @Nullable String ours, @Nullable String theirs) {
        differ(what, !Objects.equals(ours, theirs));
    }

    private void differ(String what, boolean does) {
        if (does) {
            differences.add(type + "." + what + " differs");
        }
    }
}
