package org.consilium.importing.hostile;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.consilium.importing.mapping.ColumnMapping;
import org.jspecify.annotations.Nullable;

/**
 * A format that is made of tables: a small export of it has two persons, "1" and "2", in one table
 * and results of theirs in another, of which a case spoils a part.
 *
 * @param people name of the table of persons
 * @param persons what is in it
 * @param table name of the table of results
 * @param columns of the results, each where {@link Cell} says
 * @param kind what stands in the second of them
 * @param mapping null where the format is known
 * @param words what a person reads
 */
record TableForm(
        String people,
        String persons,
        String table,
        String[] columns,
        String kind,
        @Nullable ColumnMapping mapping,
        Words words) {
    static final TableForm OMOP =
            new TableForm(
                    "person.csv",
                    "person_id,gender_concept_id,year_of_birth\n1,8532,1970\n2,8507,1980\n",
                    "measurement.csv",
                    new String[] {
                        "person_id",
                        "measurement_concept_id",
                        "measurement_date",
                        "value_as_number",
                        "measurement_source_value"
                    },
                    "0",
                    null,
                    new Words(
                            "The date is not written as YYYY-MM-DD or YYYYMMDD, with or without a time.",
                            "The cell is not a number.",
                            "measurement.csv has no header row: its first row has to name the columns"
                                    + " of the OMOP table measurement (person_id,"
                                    + " measurement_concept_id, measurement_date or"
                                    + " measurement_datetime ...).",
                            "measurement.csv, line 4, measurement_date: The row is too short.",
                            "person.csv, line 4, person_id: An earlier row has the same id."));
    static final TableForm EVENTS =
            new TableForm(
                    "patients.csv",
                    "patient_id,sex,birth_date\n1,f,1970-01-02\n2,m,1980-01-02\n",
                    "events.csv",
                    new String[] {"patient_id", "kind,value_type", "start", "value", "display"},
                    "observation,number",
                    null,
                    new Words(
                            "The cell is not a date or time.",
                            "The cell is not a number.",
                            "These files are of no known format (known: synthea, omop, fhir, events,"
                                    + " csv). Any other table can be read once its columns are mapped.",
                            "events.csv, line 4, kind: The row is too short.",
                            "patients.csv, line 4, patient_id: An earlier row has the same id."));
    static final TableForm MAPPED =
            new TableForm(
                    "people.csv",
                    "mrn,sex,born\n1,f,1970-01-02\n2,m,1980-01-02\n",
                    "visits.csv",
                    new String[] {"mrn", "kind", "when", "result", "name"},
                    "observation",
                    Mapped.MAPPING,
                    new Words(
                            "The cell is not a date written as the mapping says.",
                            "",
                            "visits.csv has no column mrn, which the mapping names.",
                            "visits.csv, line 4: The row is too short; what it lacks was taken as"
                                    + " empty cells.",
                            "people.csv, line 4, sex: An earlier row says otherwise of the same"
                                    + " patient; the earlier one was kept."));

    /** The columns of a result. */
    enum Cell {
        ID,
        KIND,
        DATE,
        NUMBER,
        TEXT
    }

    /**
     * What a person reads where the formats differ.
     *
     * @param notADate reason
     * @param notANumber reason; empty where it is kept as text
     * @param noHeader refusal of a table of results without its header row
     * @param tooShort the issue when line 4 has one cell only
     * @param twice the issue when line 4 says otherwise of an earlier person
     */
    record Words(
            String notADate, String notANumber, String noHeader, String tooShort, String twice) {}

    String header() {
        return String.join(",", columns) + "\n";
    }

    /** A header and two rows. */
    String good() {
        return header()
                + row("1", day("2019", "02", "01"), "120", "Systolic")
                + row("2", day("2019", "02", "02"), "80", "Pulse");
    }

    /** On lines 2 and 3 of the file there are good ones: this is line 4. */
    String fourth(Cell spoiled, String content) {
        return good() + row(spoiled, content);
    }

    /** One of which a cell is this, as it is written. */
    String row(Cell spoiled, String content) {
        return row(
                spoiled == Cell.ID ? content : "1",
                spoiled == Cell.DATE ? content : day("2019", "02", "03"),
                spoiled == Cell.NUMBER ? content : "130",
                spoiled == Cell.TEXT ? content : "Diastolic");
    }

    private String row(String id, String date, String number, String text) {
        return String.join(",", id, kind, date, number, text) + "\n";
    }

    /** A date as the format writes it. */
    String day(String year, String month, String day) {
        return mapping == null ? year + "-" + month + "-" + day : day + "/" + month + "/" + year;
    }

    /** An issue in that cell of line 4. */
    String issue(Cell cell, String reason) {
        return "%s, line 4, %s: %s".formatted(table, columns[cell.ordinal()], reason);
    }

    HostileCase.Maker results(String content) {
        return results(content.getBytes(StandardCharsets.UTF_8));
    }

    /** An export whose table of results is this. */
    HostileCase.Maker results(byte[] content) {
        return results(table, content);
    }

    /** An export whose table of results is this, under another name. */
    HostileCase.Maker results(String name, byte[] content) {
        return folder -> {
            Files.write(folder.resolve(name), content);
            return withPeople(folder);
        };
    }

    /** An export whose persons are these and more. */
    HostileCase.Maker persons(String more) {
        return folder -> {
            Files.writeString(folder.resolve(table), good());
            Files.writeString(folder.resolve(people), persons + more);
            return folder;
        };
    }

    Path withPeople(Path folder) throws Exception {
        Files.writeString(folder.resolve(people), persons);
        return folder;
    }

    /** A whole export that nobody spoiled. */
    Path whole(Path folder) throws Exception {
        Files.writeString(folder.resolve(table), good());
        return withPeople(folder);
    }
}
