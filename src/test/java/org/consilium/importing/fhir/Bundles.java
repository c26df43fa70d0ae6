package org.consilium.importing.fhir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Writes bundles of invented patients. */
final class Bundles {
    static final String PATIENT =
            entry("Patient", "p", "'gender':'female','birthDate':'1970-05-17'");
    static final String VISIT =
            entry(
                    "Encounter",
                    "v",
                    "'status':'finished','class':{'code':'AMB'},"
                            + "'subject':{'reference':'Patient/p'},"
                            + "'period':{'start':'2020-03-01T09:30:00+02:00',"
                            + "'end':'2020-03-01T10:00:00+02:00'}");

    private Bundles() {}

    /** A file of one bundle; single quotes stand for double ones, each entry has its own line. */
    static Path write(Path folder, String name, String type, List<String> entries)
            throws IOException {
        String text =
                "{'resourceType':'Bundle','type':'%s','entry':[\n%s\n]}"
                        .formatted(type, String.join(",\n", entries));
        return Files.writeString(folder.resolve(name), text.replace('\'', '"'));
    }

    /** A collection with one patient "p" and their visit "v". */
    static Path write(Path folder, String name, String... resources) throws IOException {
        return write(
                folder,
                name,
                "collection",
                Stream.concat(Stream.of(PATIENT, VISIT), Stream.of(resources)).toList());
    }

    static String entry(String type, String id, String elements) {
        return "{'resource':{'resourceType':'%s','id':'%s',%s}}".formatted(type, id, elements);
    }

    /** Something about "p" at "v". */
    static String of(String type, String id, String elements) {
        return entry(
                type,
                id,
                "'subject':{'reference':'Patient/p'},'encounter':{'reference':'Encounter/v'},"
                        + elements);
    }

    /** A CodeableConcept. */
    static String snomed(String code, String display) {
        return coded("http://snomed.info/sct", code, display);
    }

    static String coded(String system, String code, String display) {
        return "{'coding':[{'system':'%s','code':'%s','display':'%s'}]}"
                .formatted(system, code, display);
    }
}
