package org.consilium.export.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;
import org.consilium.export.Loss;
import org.consilium.export.Losses;
import org.consilium.importing.CodeSystems;
import org.consilium.importing.PreferredSystems;
import org.jspecify.annotations.Nullable;

/** Data types of FHIR R4 that several resources have. */
record Elements(Losses losses, FurtherCodes further) {
    static final String HL7 = "http://terminology.hl7.org/CodeSystem/";

    ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    ObjectNode reference(String type, String id) {
        return object().put("reference", type + "/" + id);
    }

    ObjectNode identifier(String system, String value) {
        return object().put("system", system).put("value", losses.text(value));
    }

    /** A code of HL7's own terminology. */
    ObjectNode hl7(String system, String code) {
        ObjectNode codeable = object();
        codeable.putArray("coding").addObject().put("system", HL7 + system).put("code", code);
        return codeable;
    }

    /** A concept of an element that is coded in any clinical system. */
    ObjectNode codeable(Concept concept) {
        return codeable(concept, PreferredSystems.CLINICAL);
    }

    /**
     * A concept, its further codes after the first; one that is known by its text alone is a text.
     *
     * @param preferred systems in which the element is usually coded
     */
    ObjectNode codeable(Concept concept, List<CodeSystem> preferred) {
        ObjectNode codeable = object();
        if (concept.system().equals(CodeSystem.TEXT)) {
            boolean same = CodeSystems.ofText(concept.display()).equals(concept);
            return codeable.put("text", losses.text(same ? concept.display() : concept.code()));
        }
        ArrayNode codings = codeable.putArray("coding");
        coding(codings, concept).put("display", losses.text(concept.display()));
        for (Concept other : further.of(concept, preferred)) {
            ObjectNode coding = coding(codings, other);
            if (!other.display().equals(other.code())) {
                coding.put("display", losses.text(other.display()));
            }
        }
        return codeable;
    }

    private ObjectNode coding(ArrayNode codings, Concept concept) {
        return codings.addObject()
                .put("system", SystemUris.uri(concept.system()))
                .put("code", losses.text(concept.code()));
    }

    void codeables(ObjectNode into, String element, @Nullable Concept concept) {
        if (concept != null) {
            into.putArray(element).add(codeable(concept));
        }
    }

    /**
     * A time on the wall clock of the place of care. FHIR wants a zone with a time of day, and none
     * is known: Z stands for it. Midnight sharp is written as the day.
     */
    String time(LocalDateTime time) {
        LocalDateTime second = Objects.requireNonNull(losses.second(time));
        return second.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? second.toLocalDate().toString()
                : second.toLocalDate() + "T" + clock(second) + "Z";
    }

    private static String clock(LocalDateTime time) {
        String text = time.toLocalTime().toString();
        return text.length() == "hh:mm".length() ? text + ":00" : text;
    }

    /** An end that is not before the start. */
    @Nullable LocalDateTime end(LocalDateTime start, @Nullable LocalDateTime end) {
        if (end == null || !end.isBefore(start)) {
            return end;
        }
        losses.add(Loss.END_BEFORE_START);
        return start;
    }

    ObjectNode period(LocalDateTime start, @Nullable LocalDateTime end) {
        ObjectNode period = object().put("start", time(start));
        LocalDateTime until = end(start, end);
        return until == null ? period : period.put("end", time(until));
    }

    /** A quantity in the unit as recorded. */
    ObjectNode quantity(BigDecimal amount, String unit) {
        ObjectNode quantity = object();
        quantity.set("value", DecimalNode.valueOf(amount));
        return unit.isBlank() ? quantity : quantity.put("unit", losses.text(unit));
    }
}
