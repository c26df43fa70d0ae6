package org.consilium.importing.hostile;

import static org.consilium.importing.hostile.HostileCase.inPart;
import static org.consilium.importing.hostile.HostileCase.refused;
import static org.consilium.importing.hostile.HostileCase.whole;
import static org.consilium.importing.hostile.TableForm.OMOP;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/** What only OMOP tables have: years of birth, and a vocabulary that is written in its own way. */
final class OmopCases {
    private static final String HEADER = "concept_id\tconcept_name\tvocabulary_id\tconcept_code\n";
    private static final String NO_BIRTH =
            "person.csv, line 4, year_of_birth: The date of birth does not exist.";

    private OmopCases() {}

    static List<HostileCase> all() {
        return List.of(
                inPart("a birth in the year 99999", NO_BIRTH, OMOP.persons("3,8507,99999\n")),
                inPart("a birth in the year -1", NO_BIRTH, OMOP.persons("3,8507,-1\n")),
                whole("a name with a quote in it", concepts(HEADER + concept("\"Systolic"))),
                whole(
                        "lines that end with CR",
                        concepts((HEADER + concept("Systolic")).replace("\n", "\r"))),
                whole(
                        "lines that end with CR LF",
                        concepts((HEADER + concept("Systolic")).replace("\n", "\r\n"))),
                refused(
                        "no header row",
                        "concept.csv has no header row: its first row has to name the columns of the"
                                + " OMOP table concept (concept_id, concept_name, vocabulary_id,"
                                + " concept_code ...).",
                        concepts(concept("Systolic"))),
                refused(
                        "a column missing",
                        "concept.csv has no column concept_code.",
                        concepts("concept_id\tconcept_name\tvocabulary_id\n")),
                refused(
                        "a line of 3 MB",
                        "concept.csv has a line without an end.",
                        concepts(HEADER + concept("x".repeat(3 << 20)))),
                inPart(
                        "a NUL in a name",
                        "concept.csv, line 2, concept_name: The cell holds control characters.",
                        concepts(HEADER + concept("Syst\0lic"))),
                inPart(
                        "half a surrogate pair in a name",
                        "concept.csv, line 2, concept_name: The cell holds bytes that are no text.",
                        concepts(
                                ("\ufeff" + HEADER + concept("Syst\ud800lic"))
                                        .getBytes(StandardCharsets.UTF_16BE))));
    }

    private static String concept(String name) {
        return "3004249\t" + name + "\tLOINC\t8480-6\n";
    }

    private static HostileCase.Maker concepts(String table) {
        return concepts(table.getBytes(StandardCharsets.UTF_8));
    }

    /** An export with a result whose concept is in this table of concepts. */
    private static HostileCase.Maker concepts(byte[] table) {
        return folder -> {
            Files.write(folder.resolve("concept.csv"), table);
            String results = OMOP.good().replace(",0,", ",3004249,");
            return OMOP.results(results).in(folder);
        };
    }
}
