package org.consilium.importing.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.consilium.clinical.Patient;
import org.consilium.clinical.Sex;
import org.consilium.importing.source.TextEncoding;
import org.jspecify.annotations.Nullable;

/** Patients, with the race and ethnicity of US Core. */
final class PatientMapper {
    private static final Set<String> OLD_NAMES = Set.of("old", "maiden", "nickname", "anonymous");

    private PatientMapper() {}

    static Patient patient(Resource resource) throws ResourceException {
        String id = resource.id();
        if (id == null) {
            throw new ResourceException("id", "It has neither an id nor a fullUrl.");
        }
        if (id.indexOf(TextEncoding.UNREADABLE) >= 0) {
            throw new ResourceException("id", "It holds characters that are no text.");
        }
        JsonNode name = name(resource.node().path("name"));
        return new Patient(
                id,
                Json.text(name, "family"),
                given(name),
                sex(resource.text("gender")),
                date(resource.times().time(resource.node(), "birthDate")),
                date(resource.times().time(resource.node(), "deceasedDateTime")),
                usCore(resource.node(), "us-core-race"),
                usCore(resource.node(), "us-core-ethnicity"),
                language(resource.node().path("communication")),
                null);
    }

    private static JsonNode name(JsonNode names) {
        JsonNode found = names.path(0);
        for (JsonNode name : names) {
            String use = Json.text(name, "use");
            if ("official".equals(use)) {
                return name;
            }
            String first = Json.text(found, "use");
            if (first != null && OLD_NAMES.contains(first)) {
                found = name;
            }
        }
        return found;
    }

    private static @Nullable String given(JsonNode name) {
        List<String> given = new ArrayList<>();
        for (JsonNode each : name.path("given")) {
            String text = Json.text(each);
            if (text != null) {
                given.add(text);
            }
        }
        return given.isEmpty() ? Json.text(name, "text") : String.join(" ", given);
    }

    private static Sex sex(@Nullable String gender) {
        return switch (gender) {
            case "female" -> Sex.FEMALE;
            case "male" -> Sex.MALE;
            case "other" -> Sex.OTHER;
            case null, default -> Sex.UNKNOWN;
        };
    }

    private static @Nullable String usCore(JsonNode node, String name) {
        for (JsonNode extension : node.path("extension")) {
            String url = Json.text(extension, "url");
            if (url != null && url.endsWith(name)) {
                return wordsOf(extension);
            }
        }
        return null;
    }

    private static @Nullable String wordsOf(JsonNode extension) {
        String coded = null;
        for (JsonNode part : extension.path("extension")) {
            String text = Json.text(part, "valueString");
            if (text != null) {
                return text;
            }
            coded = coded == null ? Json.text(part, "valueCoding", "display") : coded;
        }
        return coded;
    }

    private static @Nullable String language(JsonNode communications) {
        JsonNode best = communications.path(0);
        for (JsonNode each : communications) {
            if (each.path("preferred").asBoolean()) {
                best = each;
            }
        }
        String text = Json.text(best, "language", "text");
        JsonNode coding = best.path("language").path("coding").path(0);
        String display = text == null ? Json.text(coding, "display") : text;
        return display == null ? Json.text(coding, "code") : display;
    }

    private static @Nullable LocalDate date(@Nullable LocalDateTime time) {
        return time == null ? null : time.toLocalDate();
    }
}
