package org.consilium.importing.hostile;

import static org.consilium.importing.hostile.Fhir.PATIENT;
import static org.consilium.importing.hostile.Fhir.condition;
import static org.consilium.importing.hostile.Fhir.file;
import static org.consilium.importing.hostile.Fhir.measured;
import static org.consilium.importing.hostile.HostileCase.inPart;
import static org.consilium.importing.hostile.HostileCase.refused;
import static org.consilium.importing.hostile.HostileCase.whole;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

/** FHIR R4 bundles. */
final class FhirCases {
    private static final String NOTHING =
            "No patient could be read, so nothing was changed (rejected: 1). bundle.json, ";
    private static final String TOO_LONG =
            "It is nested too deeply, or a text or number is too long.";
    private static final String NO_ONSET =
            "bundle.json, line 3, onsetDateTime: It is not a date or time.";

    private static final String WOMAN =
            "{'resourceType':'Patient','id':'p','gender':'female','birthDate':'1970-05-17'}";
    private static final String MAN = "{'resourceType':'Patient','id':'q','gender':'male'}";

    private FhirCases() {}

    private static HostileCase.Maker lines(String... resources) {
        String text = String.join("\n", resources).replace('\'', '"') + "\n";
        return folder -> Files.writeString(folder.resolve("patient.ndjson"), text);
    }

    static List<HostileCase> all() {
        return Stream.of(documents(), texts(), numbers(), times()).flatMap(List::stream).toList();
    }

    private static HostileCase rejected(
            String what, int line, String reason, HostileCase.Maker maker) {
        return refused(what, NOTHING + "line " + line + ": " + reason, maker);
    }

    private static List<HostileCase> documents() {
        String whole = Fhir.text(PATIENT);
        return List.of(
                rejected(
                        "a bundle that ends in the middle",
                        2,
                        "It ends in the middle; nothing of it was taken.",
                        file(whole.substring(0, whole.length() - 20))),
                rejected(
                        "something after the end",
                        3,
                        "Something follows the end of the first resource. Files with many are named .ndjson and have one a line.",
                        file(whole + "{}")),
                rejected(
                        "an element twice in one object",
                        2,
                        "An element occurs twice in one object.",
                        file(whole.replace("\"id\":", "\"id\":\"q\",\"id\":"))),
                whole("objects 100 deep (in what is not used)", file(nested(97))),
                rejected("objects 101 deep", 3, TOO_LONG, file(nested(98))),
                rejected(
                        "a hundred thousand brackets",
                        1,
                        TOO_LONG,
                        file("{\"resourceType\":\"Bundle\",\"x\":" + "[".repeat(100_000))),
                rejected(
                        "a bundle of a type that R4 does not have",
                        1,
                        "It is no Bundle of a type of FHIR R4.",
                        file(whole.replace("collection", "parcel"))),
                inPart(
                        "a resource of more than 8 MB",
                        "bundle.json, line 3, resource: A resource is too large for the record of"
                                + " one event.",
                        file(
                                Fhir.text(
                                        PATIENT,
                                        "{'resource':{'resourceType':'Condition','code':["
                                                + "{},".repeat(600_000)
                                                + "{}]}}"))),
                inPart(
                        "a line of NDJSON that is damaged",
                        "patient.ndjson, line 2: It is not well-formed JSON.",
                        lines(WOMAN, "{'resourceType':'Patient',", MAN)),
                inPart(
                        "a type of resource that is none",
                        "patient.ndjson, line 2, resourceType: It is no type of FHIR.",
                        lines(WOMAN, "{'resourceType':'123-45-6789'}")),
                inPart(
                        "a resource without its type",
                        "bundle.json, line 3, resourceType: It is not there: this is no FHIR resource.",
                        file(Fhir.text(PATIENT, "{'resource':{}}"))));
    }

    /** In an entry's resource that far down. */
    private static String nested(int levels) {
        return Fhir.text(PATIENT, "{'x':" + "[".repeat(levels) + "]".repeat(levels) + "}");
    }

    private static List<HostileCase> texts() {
        String whole = Fhir.text(PATIENT);
        byte[] broken = Fhir.text(PATIENT.replace("'p'", "'p?'")).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < broken.length; i++) {
            broken[i] = broken[i] == '?' ? (byte) 0xff : broken[i];
        }
        return List.of(
                whole(
                        "a text of 1 MB",
                        condition("'note':'" + "x".repeat(1 << 20) + "','onsetDateTime':'2020'")),
                rejected(
                        "a text over 1 MB",
                        3,
                        TOO_LONG,
                        condition("'onsetString':'" + "x".repeat((1 << 20) + 1) + "'")),
                rejected("bytes that are no UTF-8", 2, "It is not text in UTF-8.", file(broken)),
                whole("UTF-8 with a byte order mark", file("\ufeff" + whole)),
                whole(
                        "UTF-16 with a byte order mark",
                        file(("\ufeff" + whole).getBytes(StandardCharsets.UTF_16LE))),
                inPart(
                        "half a surrogate pair in an id (\\ud800)",
                        "bundle.json, line 3, id: It holds characters that are no text.",
                        file(Fhir.text(PATIENT, PATIENT.replace("'p'", "'q\\ud800'")))),
                inPart(
                        "a control character in an id (\\u0000)",
                        "bundle.json, line 3, id: It holds characters that are no text.",
                        file(Fhir.text(PATIENT, PATIENT.replace("'p'", "'q\\u0000'")))),
                whole(
                        "half a surrogate pair in another text (U+FFFD stands in its place)",
                        file(
                                Fhir.text(
                                        PATIENT.replace(
                                                "'gender'",
                                                "'name':[{'family':'\\udfff'}],'gender'")))),
                rejected(
                        "a control character that is not escaped",
                        3,
                        "It is not well-formed JSON.",
                        condition("'onsetString':'\u0001'")));
    }

    private static List<HostileCase> numbers() {
        String size =
                "bundle.json, line 3, resource: A number is too large or too small for a"
                        + " measurement.";
        return List.of(
                whole("a number of 40 digits", measured("1" + "0".repeat(39))),
                inPart(
                        "a number of 41 digits",
                        "bundle.json, line 3, resource: A number has too many digits for a"
                                + " measurement.",
                        measured("1" + "0".repeat(40))),
                whole("powers of ten up to 30", measured("1e-30")),
                inPart("powers of ten beyond 30", size, measured("1e31")),
                inPart("1e999999999", size, measured("1e999999999")),
                rejected("NaN", 3, "It is not well-formed JSON.", measured("NaN")),
                rejected("Infinity", 3, "It is not well-formed JSON.", measured("-Infinity")));
    }

    private static List<HostileCase> times() {
        String noAge = "bundle.json, line 3, onsetAge: It is not an age.";
        return List.of(
                inPart("2019-02-30", NO_ONSET, condition("'onsetDateTime':'2019-02-30'")),
                inPart("the year 0000", NO_ONSET, condition("'onsetDateTime':'0000'")),
                whole("the year 9999", condition("'onsetDateTime':'9999-12-31'")),
                inPart(
                        "the hour 24",
                        NO_ONSET,
                        condition("'onsetDateTime':'2019-01-01T24:00:00Z'")),
                whole(
                        "a leap second (the second before it)",
                        condition("'onsetDateTime':'2016-12-31T23:59:60Z'")),
                whole("a zone of +14:00", condition("'onsetDateTime':'2019-01-01T00:00:00+14:00'")),
                inPart(
                        "a zone of +14:01",
                        NO_ONSET,
                        condition("'onsetDateTime':'2019-01-01T00:00:00+14:01'")),
                inPart("an age of -1", noAge, condition("'onsetAge':{'value':-1,'code':'a'}")),
                inPart("an age of 999", noAge, condition("'onsetAge':{'value':999,'code':'a'}")));
    }
}
