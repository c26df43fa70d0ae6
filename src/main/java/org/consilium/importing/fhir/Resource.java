package org.consilium.importing.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
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
        String file, String type, @Nullable String fullUrl, JsonNode node, long line, Times times) {

    /** Its own id, else the end of the address of its entry. */
    @Nullable String id() {
        String id = Json.text(node, "id");
        return id != null || fullUrl == null ? id : References.id(fullUrl);
    }

    Address address() {
        return new Address(type, fullUrl, id());
    }

    /** A hash of what tells it from all others: the same resource may come again. */
    long identity() {
        String id = id();
        return id == null
                ? 0
                : LongSet.hash((fullUrl == null ? subject() : fullUrl) + " " + type + "/" + id);
    }

    /**
     * @param startField where its start should be
     */
    Draft.Origin origin(String startField) {
        return new Draft.Origin(
                file,
                type,
                line,
                identity(),
                subject(),
                encounter(),
                reasonReference(),
                startField);
    }

    @Nullable String text(String... path) {
        return Json.text(node, path);
    }

    /** The status; empty when it has none. */
    String status() {
        String status = text("status");
        return status == null ? "" : status;
    }

    /** The code of an element with one coding, as statuses of conditions are. */
    String codeOf(String name) {
        String code = Json.text(node.path(name).path("coding").path(0), "code");
        return code == null ? "" : code;
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
    @Nullable String reference(JsonNode element) {
        String reference = Json.text(element, "reference");
        return reference == null ? null : References.absolute(reference, fullUrl);
    }

    /** What a reference to a contained resource leads to; missing when there is no such. */
    JsonNode contained(String reference) {
        for (JsonNode each : node.path("contained")) {
            if (reference.equals("#" + Json.text(each, "id"))) {
                return each;
            }
        }
        return node.path("");
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
        String reason = reference(node.path("reasonReference").path(0));
        return reason == null ? reference(node.path("addresses").path(0)) : reason;
    }
}
