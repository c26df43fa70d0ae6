package org.consilium.importing.fhir;

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
        Element name = name(resource.node().path("name"));
        return new Patient(
                id,
                name.text("family"),
                given(name),
                sex(resource.text("gender")),
                date(resource.times().time(resource.node(), "birthDate")),
                date(resource.times().time(resource.node(), "deceasedDateTime")),
                usCore(resource.node(), "us-core-race"),
                usCore(resource.node(), "us-core-ethnicity"),
                language(resource.node().path("communication")),
                null);
    }

    private static Element name(Element names) {
        Element found = names.first();
        for (Element name : names) {
            String use = name.text("use");
            if ("official".equals(use)) {
                return name;
            }
            String first = found.text("use");
            if (first != null && OLD_NAMES.contains(first)) {
                found = name;
            }
        }
        return found;
    }

    private static @Nullable String given(Element name) {
        List<String> given = new ArrayList<>();
        for (Element each : name.path("given")) {
            String text = each.text();
            if (text != null) {
                given.add(text);
            }
        }
        return given.isEmpty() ? name.text("text") : String.join(" ", given);
    }

    private static Sex sex(@Nullable String gender) {
        return switch (gender) {
            case "female" -> Sex.FEMALE;
            case "male" -> Sex.MALE;
            case "other" -> Sex.OTHER;
            case null, default -> Sex.UNKNOWN;
        };
    }

    private static @Nullable String usCore(Element node, String name) {
        for (Element extension : node.path("extension")) {
            String url = extension.text("url");
            if (url != null && url.endsWith(name)) {
                return wordsOf(extension);
            }
        }
        return null;
    }

    private static @Nullable String wordsOf(Element extension) {
        String coded = null;
        for (Element part : extension.path("extension")) {
            String text = part.text("valueString");
            if (text != null) {
                return text;
            }
            coded = coded == null ? part.path("valueCoding").text("display") : coded;
        }
        return coded;
    }

    private static @Nullable String language(Element communications) {
        Element best = communications.first();
        for (Element each : communications) {
            if (each.path("preferred").isTrue()) {
                best = each;
            }
        }
        String text = best.path("language").text("text");
        Element coding = best.path("language").path("coding").first();
        String display = text == null ? coding.text("display") : text;
        return display == null ? coding.text("code") : display;
    }

    private static @Nullable LocalDate date(@Nullable LocalDateTime time) {
        return time == null ? null : time.toLocalDate();
    }
}
