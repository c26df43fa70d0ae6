package org.consilium.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.Encounter;
import org.consilium.clinical.EventKind;
import org.consilium.clinical.Sex;
import org.consilium.clinical.Timeline;

/** The patients of {@link SampleClinic} as Synthea would have written them. */
final class SampleFolder {
    private SampleFolder() {}

    static void write(Path folder, int patients) throws IOException {
        List<String> people = table("Id,BIRTHDATE,DEATHDATE,FIRST,LAST,RACE,ETHNICITY,GENDER");
        List<String> visits =
                table(
                        "Id,START,STOP,PATIENT,ENCOUNTERCLASS,CODE,DESCRIPTION,REASONCODE,REASONDESCRIPTION");
        List<String> conditions = table("START,STOP,PATIENT,ENCOUNTER,CODE,DESCRIPTION");
        List<String> drugs =
                table("START,STOP,PATIENT,ENCOUNTER,CODE,DESCRIPTION,REASONCODE,REASONDESCRIPTION");
        List<String> shots = table("DATE,PATIENT,ENCOUNTER,CODE,DESCRIPTION");
        for (Timeline each : SampleClinic.patients(patients)) {
            String id = each.patient().id();
            String sex = each.patient().sex() == Sex.FEMALE ? "F" : "M";
            people.add(
                    "%s,%s,,Ada,Sample,white,nonhispanic,%s"
                            .formatted(id, each.patient().birthDate(), sex));
            for (Encounter visit : each.encounters()) {
                visits.add(
                        "%s-%s,%s:00Z,%s:00Z,%s,ambulatory,185345009,Encounter for symptom,,"
                                .formatted(id, visit.id(), visit.start(), visit.end(), id));
            }
            for (ClinicalEvent event : each.events()) {
                String what =
                        "%s,%s-%s,%s,\"%s\""
                                .formatted(
                                        id,
                                        id,
                                        event.encounterId(),
                                        event.concept().code(),
                                        event.concept().display());
                if (event.kind() == EventKind.CONDITION) {
                    conditions.add(event.start().toLocalDate() + ",," + what);
                } else if (event.kind() == EventKind.MEDICATION) {
                    drugs.add(event.start() + ":00Z,," + what + ",,");
                } else if (event.kind() == EventKind.IMMUNIZATION) {
                    shots.add(event.start() + ":00Z," + what);
                }
            }
        }
        Files.createDirectories(folder);
        Files.write(folder.resolve("patients.csv"), people);
        Files.write(folder.resolve("encounters.csv"), visits);
        Files.write(folder.resolve("conditions.csv"), conditions);
        Files.write(folder.resolve("medications.csv"), drugs);
        Files.write(folder.resolve("immunizations.csv"), shots);
    }

    private static List<String> table(String header) {
        return new ArrayList<>(List.of(header));
    }
}
