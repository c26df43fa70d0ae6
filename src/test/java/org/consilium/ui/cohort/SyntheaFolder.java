package org.consilium.ui.cohort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small export in a folder: three invented patients and one row that can't be read. */
final class SyntheaFolder {
    private SyntheaFolder() {}

    static Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("patients.csv"),
                """
                Id,BIRTHDATE,DEATHDATE,FIRST,LAST,RACE,ETHNICITY,GENDER
                p1,1950-01-02,,Ada,Alder,,,F
                p2,2015-05-06,,Ben,Birch,,,M
                p3,1980-07-08,,Cleo,Cedar,,,F
                """);
        Files.writeString(
                folder.resolve("encounters.csv"),
                """
                Id,START,STOP,PATIENT,ENCOUNTERCLASS,CODE,DESCRIPTION
                e1,2024-02-03T10:00:00Z,2024-02-03T10:30:00Z,p1,ambulatory,185345009,Encounter for symptom
                e2,2019-02-03T10:00:00Z,2019-02-03T10:30:00Z,p2,wellness,410620009,Well child visit
                """);
        Files.writeString(
                folder.resolve("medications.csv"),
                """
                START,STOP,PATIENT,ENCOUNTER,CODE,DESCRIPTION
                2024-02-03T10:00:00Z,,p1,e1,314076,lisinopril 10 MG Oral Tablet
                yesterday,,p1,e1,312961,simvastatin 20 MG Oral Tablet
                """);
        Files.writeString(folder.resolve("payers.csv"), "Id,NAME\n1,Nobody\n");
        return folder;
    }
}
