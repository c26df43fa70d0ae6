package org.consilium.importing.hostile;

import static org.consilium.importing.hostile.HostileCase.inPart;
import static org.consilium.importing.hostile.HostileCase.refused;
import static org.consilium.importing.hostile.HostileCase.whole;
import static org.consilium.importing.hostile.Tables.begunAt;
import static org.consilium.importing.hostile.Tables.measured;
import static org.consilium.importing.hostile.Tables.patients;
import static org.consilium.importing.hostile.Tables.with;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Tables of every format that is made of them; Synthea's stands for all. */
final class TableCases {
    private static final String NOTHING = "No patient could be read, so nothing was changed";
    private static final String NO_DATE =
            "conditions.csv, line 2, START: The cell is not a date or time.";
    private static final String NO_NUMBER =
            "observations.csv, line 2, VALUE: The cell is not a number.";

    private TableCases() {}

    static List<HostileCase> all() {
        return Stream.of(header(), rows(), encodings(), times(), numbers())
                .flatMap(List::stream)
                .toList();
    }

    private static List<HostileCase> header() {
        return List.of(
                refused("only a header row", NOTHING + ".", patients("Id,BIRTHDATE,GENDER\n")),
                refused(
                        "no header row",
                        "These files are of no known format (known: synthea, omop, fhir, events, csv). Any"
                                + " other table can be read once its columns are mapped.",
                        patients("p1,1970-01-02,F\n")),
                refused(
                        "a column missing",
                        "patients.csv has no column GENDER.",
                        patients("Id,BIRTHDATE\np1,1970-01-02\n")),
                inPart(
                        "the header row once more",
                        "patients.csv, line 4, BIRTHDATE: The cell is not a date or time.",
                        patients(Tables.PATIENTS + "Id,BIRTHDATE,GENDER\n")),
                inPart(
                        "two columns of one name",
                        "patients.csv, line 1: Several columns have the same name: the first of them is read.",
                        patients("Id,BIRTHDATE,GENDER,Id\np1,1970-01-02,F,x\n")),
                whole(
                        "columns in another case, blanks around their names",
                        patients("ID, BIRTHDATE ,gender\np1,1970-01-02,F\n")),
                refused(
                        "10,000 columns (2,000 are read)",
                        "patients.csv has 10,000 columns: more than 2,000 are not read.",
                        patients("Id,BIRTHDATE,GENDER" + ",x".repeat(9_997) + "\n")));
    }

    private static List<HostileCase> rows() {
        return List.of(
                refused(
                        "a quote that never closes",
                        "patients.csv is not well-formed CSV near line 5: the rest of it can't be read.",
                        patients(Tables.PATIENTS + "\"p3,1970-01-02,F\np4,1970-01-02,F\n")),
                refused(
                        "a row over 2 MB",
                        "patients.csv has a row without an end (a quote that is never closed, it seems).",
                        patients(Tables.PATIENTS + "\"" + "x\n".repeat(1_100_000) + "\",,\n")),
                inPart(
                        "a cell over 1 MB",
                        "patients.csv, line 4, Id: The cell is too long.",
                        patients(Tables.PATIENTS + "x".repeat((1 << 20) + 1) + ",1970-01-02,F\n")),
                inPart(
                        "a row with too many cells",
                        "patients.csv, line 4: The row has more cells than there are columns.",
                        patients(Tables.PATIENTS + "p3,1970-01-02,F,more\n")),
                inPart(
                        "a row with too few cells",
                        "conditions.csv, line 2, PATIENT: The row is too short.",
                        with("conditions.csv", Tables.CONDITIONS + "2020-01-01,\n")),
                inPart(
                        "NUL bytes",
                        "patients.csv, line 4, Id: The cell holds control characters.",
                        patients(Tables.PATIENTS + "p\0003,1970-01-02,F\n")),
                inPart(
                        "control characters in an id",
                        "patients.csv, line 4, Id: The cell holds control characters.",
                        patients(Tables.PATIENTS + "p\u001b3,1970-01-02,F\n")),
                inPart(
                        "an id that differs from another in blanks around it only",
                        "patients.csv, line 4, Id: An earlier row has the same id.",
                        patients(Tables.PATIENTS + " p1 ,1970-01-02,F\n")),
                whole(
                        "ids that differ in case, or in Unicode normalisation (two patients)",
                        patients(Tables.PATIENTS + "P1,1970-01-02,F\n\u00e9,,F\ne\u0301,,F\n")),
                inPart(
                        "a row about a patient who is not there",
                        "conditions.csv, line 2, PATIENT: The patient is not in patients.csv.",
                        with("conditions.csv", Tables.CONDITIONS + "2020-01-01,,p9,,1,x\n")));
    }

    private static List<HostileCase> encodings() {
        String table = "Id,BIRTHDATE,GENDER\ngr\u00f6\u00dfe,1970-01-02,F\n";
        byte[] late =
                (Tables.PATIENTS + "\n".repeat(1 << 16) + "gr?,,F\n")
                        .getBytes(StandardCharsets.UTF_8);
        late[late.length - 5] = (byte) 0xff;
        return List.of(
                whole("UTF-8 with a byte order mark", patients("\ufeff" + table)),
                whole(
                        "UTF-16, little-endian with a mark",
                        patients("\ufeff" + table, StandardCharsets.UTF_16LE)),
                whole(
                        "UTF-16, big-endian with a mark",
                        patients("\ufeff" + table, StandardCharsets.UTF_16BE)),
                whole("UTF-16 without a mark", patients(table, StandardCharsets.UTF_16LE)),
                whole("Windows-1252", patients(table, Charset.forName("windows-1252"))),
                inPart(
                        "bytes that are no UTF-8, after the first 64 KB",
                        "patients.csv, line 65540, Id: The cell holds bytes that are no text.",
                        patients(late)),
                whole("lines that end with CR LF", patients(Tables.PATIENTS.replace("\n", "\r\n"))),
                whole("lines that end with CR", patients(Tables.PATIENTS.replace("\n", "\r"))));
    }

    private static List<HostileCase> times() {
        return List.of(
                inPart("2019-02-30", NO_DATE, begunAt("2019-02-30")),
                inPart("the year 0000", NO_DATE, begunAt("0000-01-01")),
                inPart("the year -001", NO_DATE, begunAt("-001-01-01")),
                inPart("a year of five digits", NO_DATE, begunAt("10000-01-01")),
                whole("the year 9999", begunAt("9999-12-31")),
                inPart("the hour 24", NO_DATE, begunAt("2019-01-01T24:00:00Z")),
                whole("a leap second (the second before it)", begunAt("2016-12-31T23:59:60Z")),
                whole("a zone of +14:00", begunAt("2019-01-01T00:00:00+14:00")),
                inPart("a zone of +14:01", NO_DATE, begunAt("2019-01-01T00:00:00+14:01")));
    }

    private static List<HostileCase> numbers() {
        return List.of(
                whole("a number of 40 characters", measured("1." + "0".repeat(38))),
                inPart("a number of 41 characters", NO_NUMBER, measured("1." + "0".repeat(39))),
                whole("numbers from 1e-30 to 1e30", measured("-1.5e-30")),
                inPart("numbers beyond them", NO_NUMBER, measured("1e31")),
                inPart("1e999999999", NO_NUMBER, measured("1e999999999")),
                inPart("NaN", NO_NUMBER, measured("NaN")),
                inPart("Infinity", NO_NUMBER, measured("-Infinity")),
                inPart("a hexadecimal number", NO_NUMBER, measured("0x1p3")));
    }
}
