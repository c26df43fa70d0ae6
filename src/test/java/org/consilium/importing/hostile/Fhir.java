package org.consilium.importing.hostile;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small bundle, of which a case spoils a part; single quotes stand for double ones. */
final class Fhir {
    static final String PATIENT =
            "{'resource':{'resourceType':'Patient','id':'p','gender':'female','birthDate':'1970-05-17'}}";

    private Fhir() {}

    static String text(String... entries) {
        String text =
                "{'resourceType':'Bundle','type':'collection','entry':[\n%s\n]}"
                        .formatted(String.join(",\n", entries));
        return text.replace('\'', '"');
    }

    static Path bundle(Path folder, String... entries) throws Exception {
        return Files.writeString(folder.resolve("bundle.json"), text(entries)).getParent();
    }

    /** The whole file, as it is written. */
    static HostileCase.Maker file(byte[] content) {
        return folder -> Files.write(folder.resolve("bundle.json"), content);
    }

    static HostileCase.Maker file(String content) {
        return file(content.getBytes(StandardCharsets.UTF_8));
    }

    /** A bundle with one patient, and a condition with these elements. */
    static HostileCase.Maker condition(String elements) {
        return file(text(PATIENT, resource("Condition", elements)));
    }

    /** A bundle with one patient, and a result whose value is this. */
    static HostileCase.Maker measured(String number) {
        return file(
                text(
                        PATIENT,
                        resource(
                                "Observation",
                                "'status':'final','effectiveDateTime':'2020-01-01',"
                                        + "'valueQuantity':{'value':"
                                        + number
                                        + "}")));
    }

    private static String resource(String type, String elements) {
        return "{'resource':{'resourceType':'%s','id':'r','subject':{'reference':'Patient/p'},'code':{'text':'x'},%s}}"
                .formatted(type, elements);
    }
}
