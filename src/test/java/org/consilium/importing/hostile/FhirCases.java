package org.consilium.importing.hostile;

import static org.consilium.importing.hostile.Fhir.PATIENT;
import static org.consilium.importing.hostile.Fhir.condition;
import static org.consilium.importing.hostile.Fhir.file;
import static org.consilium.importing.hostile.Fhir.measured;
import static org.consilium.importing.hostile.HostileCase.inPart;
import static org.consilium.importing.hostile.HostileCase.refused;
import static org.consilium.importing.hostile.HostileCase.whole;

import java.nio.charset.StandardCharsets;
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

    private FhirCases() {}

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
                        "The file ends in the middle of the bundle; nothing of it was taken.",
                        file(whole.substring(0, whole.length() - 20))),
                rejected(
                        "something after the end",
                        3,
                        "Something follows the end of the bundle.",
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
                        "a bundle of another type",
                        1,
                        "Bundles of this type are not read (only collection, transaction, batch and"
                                + " searchset).",
                        file(whole.replace("collection", "history"))),
                rejected(
                        "a resource of more than 8 MB",
                        3,
                        "A resource is too large for the record of one event.",
                        file(
                                Fhir.text(
                                        PATIENT,
                                        "{'resource':{'resourceType':'Condition','code':["
                                                + "{},".repeat(600_000)
                                                + "{}]}}"))),
                inPart(
                        "a resource without its type",
                        "bundle.json, line 3, resourceType: It is not there.",
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
                        "half a surrogate pair in other texts (U+FFFD in its place)",
                        condition(
                                "'onsetDateTime':'2020','code':{'text':'\\udfff'}"
                                        .replace("'code'", "'z'"))),
                rejected(
                        "a control character that is not escaped",
                        3,
                        "It is not well-formed JSON.",
                        condition("'onsetString':'\u0001'")));
    }

    private static List<HostileCase> numbers() {
        String size = "A number is too large or too small for a measurement.";
        return List.of(
                whole("a number of 40 digits", measured("1" + "0".repeat(39))),
                rejected("a number of 41 digits", 3, TOO_LONG, measured("1" + "0".repeat(40))),
                whole("powers of ten up to 30", measured("1e-30")),
                rejected("powers of ten beyond 30", 3, size, measured("1e31")),
                rejected("1e999999999", 3, size, measured("1e999999999")),
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
