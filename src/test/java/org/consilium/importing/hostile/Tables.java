package org.consilium.importing.hostile;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small export of Synthea's tables, of which a case spoils a part. */
final class Tables {
    static final String PATIENTS = "Id,BIRTHDATE,GENDER\np1,1970-01-02,F\np2,1980-01-02,M\n";
    static final String CONDITIONS = "START,STOP,PATIENT,ENCOUNTER,CODE,DESCRIPTION\n";
    static final String OBSERVATIONS = "DATE,PATIENT,CODE,DESCRIPTION,VALUE,UNITS,TYPE\n";

    private Tables() {}

    /** An export whose table of patients is this. */
    static HostileCase.Maker patients(String table) {
        return patients(table.getBytes(StandardCharsets.UTF_8));
    }

    static HostileCase.Maker patients(byte[] table) {
        return folder -> {
            Files.write(folder.resolve("patients.csv"), table);
            return folder;
        };
    }

    static HostileCase.Maker patients(String table, Charset charset) {
        return patients(table.getBytes(charset));
    }

    /** An export with two patients, and this in another table. */
    static HostileCase.Maker with(String name, String table) {
        return folder -> {
            Files.writeString(folder.resolve(name), table);
            return whole(folder);
        };
    }

    /** An export with one condition of the first patient that began then. */
    static HostileCase.Maker begunAt(String start) {
        return with("conditions.csv", CONDITIONS + start + ",,p1,,38341003,Hypertension\n");
    }

    /** An export with one result of the first patient. */
    static HostileCase.Maker measured(String value) {
        return with(
                "observations.csv",
                OBSERVATIONS + "2020-01-01,p1,8480-6,Systolic," + value + ",mm[Hg],numeric\n");
    }

    /** A whole export that nobody spoiled. */
    static Path whole(Path folder) throws IOException {
        Files.writeString(folder.resolve("patients.csv"), PATIENTS);
        return folder;
    }
}
