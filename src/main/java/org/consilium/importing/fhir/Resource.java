package org.consilium.importing.fhir;

import java.util.List;
import java.util.Set;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.importing.LongSet;
import org.jspecify.annotations.Nullable;

/**
 * One resource of a bundle.
 *
 * @param file name of its file
 * @param fullUrl of its entry
 * @param line at which it begins
 */
record Resource(
        String file, String type, @Nullable String fullUrl, Element node, long line, Times times) {
    private static final Set<String> OTHER_SUBJECTS =
            Set.of(
                    "Group",
                    "Device",
                    "Location",
                    "Medication",
                    "Organization",
                    "Practitioner",
                    "PractitionerRole",
                    "Procedure",
                    "Specimen",
                    "Substance");

    /** Its own id, else the end of the address of its entry. */
    @Nullable String id() {
        String id = node.text("id");
        return id != null || fullUrl == null ? id : References.id(fullUrl);
    }

    Address address() {
        return new Address(type, fullUrl, id(), References.identifiers(node.path("identifier")));
    }

    /** A hash of what tells it from all others: the same resource may come again. */
    long identity() {
        String id = id();
        return id == null || id.startsWith(ContainedResults.INSIDE)
                ? 0
                : LongSet.hash((fullUrl == null ? subject() : fullUrl) + " " + type + "/" + id);
    }

    Origin origin(@Nullable String medication) {
        return new Origin(
                file,
                type,
                line,
                identity(),
                Version.of(node.path("meta")),
                isContained(),
                subject(),
                encounter(),
                medication,
                reasonReference());
    }

    private boolean isContained() {
        String id = node.text("id");
        return id != null && id.contains(ContainedResults.INSIDE);
    }

    @Nullable String text(String name) {
        return node.text(name);
    }

    /** The status; empty when it has none. */
    String status() {
        String status = text("status");
        return status == null ? "" : status;
    }

    /** The first of these codes that an element has, as statuses of conditions are coded. */
    @Nullable String codeOf(String name, Set<String> codes) {
        Element element = node.path(name);
        String plain = element.text(); // as in STU3
        if (plain != null && codes.contains(plain)) {
            return plain;
        }
        for (Element coding : element.path("coding")) {
            String code = coding.text("code");
            if (code != null && codes.contains(code)) {
                return code;
            }
        }
        return null;
    }

    /** Whether an element is there and true. */
    boolean isTrue(String name) {
        return node.path(name).isTrue();
    }

    /** Whether it may be about a patient: groups, devices and places have results too. */
    boolean mayBeOfPatient() {
        Element subject = node.path("subject");
        String type = subject.text("type");
        String reference = subject.text("reference");
        String named = reference == null ? null : References.type(reference);
        return !OTHER_SUBJECTS.contains(type == null ? "" : type)
                && !OTHER_SUBJECTS.contains(named == null ? "" : named);
    }

    /** Whom it is about; null when it names nobody. */
    @Nullable String subject() {
        String subject = reference(node.path("subject"));
        return subject == null ? reference(node.path("patient")) : subject;
    }

    @Nullable String encounter() {
        String encounter = reference(node.path("encounter"));
        return encounter == null ? reference(node.path("context")) : encounter;
    }

    /** A Reference as it stands for the whole import; null when there is none. */
    @Nullable String reference(Element element) {
        String reference = element.text("reference");
        return reference == null
                ? References.byIdentifier(element.path("identifier"))
                : References.absolute(reference, fullUrl);
    }

    /** What a reference to a contained resource leads to; missing when there is no such. */
    Element contained(String reference) {
        for (Element each : node.path("contained")) {
            if (reference.equals("#" + each.text("id"))) {
                return each;
            }
        }
        return Element.MISSING;
    }

    /**
     * @throws ResourceException when it has neither code nor text
     */
    Concept concept(String name, List<CodeSystem> preferred) throws ResourceException {
        Concept concept = Codings.concept(node.path(name), preferred);
        if (concept == null) {
            throw new ResourceException(name, "It has neither a code nor a text.");
        }
        return concept;
    }

    /** Why it was done, where that is coded; else null. */
    @Nullable Concept reason() {
        return Codings.first(node.path("reasonCode"), Codings.CLINICAL);
    }

    /** The condition that it was done for. */
    @Nullable String reasonReference() {
        String reason = reference(node.path("reasonReference").first());
        reason = reason == null ? reference(node.path("addresses").first()) : reason;
        String led = reason == null ? null : References.type(reason);
        return led == null || led.equals("Condition") ? reason : null;
    }
}
