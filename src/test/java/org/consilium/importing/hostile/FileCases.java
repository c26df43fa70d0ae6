package org.consilium.importing.hostile;

import static org.consilium.importing.hostile.HostileCase.inPart;
import static org.consilium.importing.hostile.HostileCase.refused;
import static org.consilium.importing.hostile.HostileCase.whole;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Paths that are no plain files, and files that do not stay as they are. */
final class FileCases {
    private static final String CHANGED =
            "patients.csv was changed while it was being read, so nothing was taken. Try again when"
                    + " it is complete.";

    private FileCases() {}

    static List<HostileCase> all() {
        return Stream.of(paths(), insideFolders(), changing()).flatMap(List::stream).toList();
    }

    private static List<HostileCase> paths() {
        return List.of(
                refused(
                        "a path that leads nowhere",
                        "There is no file or folder nowhere.csv.",
                        folder -> folder.resolve("nowhere.csv")),
                refused(
                        "an empty file",
                        "patients.csv is empty.",
                        folder -> Files.createFile(folder.resolve("patients.csv"))),
                refused(
                        "an empty folder",
                        "empty is empty.",
                        folder -> Files.createDirectory(folder.resolve("empty"))),
                refused(
                        "a pipe",
                        "pipe.csv is neither a file nor a folder: it is not read.",
                        folder -> pipe(folder.resolve("pipe.csv"))),
                refused(
                        "a device",
                        "/dev/zero is neither a file nor a folder: it is not read.",
                        folder -> Path.of("/dev/zero")),
                refused(
                        "a file that may not be read",
                        "patients.csv can't be opened: see whether you may read it.",
                        folder -> {
                            Path file = Tables.whole(folder).resolve("patients.csv");
                            Files.setPosixFilePermissions(
                                    file, PosixFilePermissions.fromString("---------"));
                            Assumptions.assumeFalse(Files.isReadable(file), "root reads all");
                            return file;
                        }),
                refused(
                        "a file of no known format",
                        "These files are of no known format (known: synthea, omop, fhir, events, csv). Any"
                                + " other table can be read once its columns are mapped.",
                        folder -> Files.write(folder.resolve("x.bin"), new byte[100_000])));
    }

    private static List<HostileCase> insideFolders() {
        return List.of(
                inPart(
                        "a pipe in a folder",
                        "pipe.csv is a link or no file: it is not read.",
                        folder -> {
                            pipe(folder.resolve("pipe.csv"));
                            return Tables.whole(folder);
                        }),
                inPart(
                        "a link in a folder, to a file elsewhere",
                        "conditions.csv is a link or no file: it is not read.",
                        folder -> link(folder, "conditions.csv", Path.of("/etc/passwd"))),
                inPart(
                        "folders that lead into themselves by a link",
                        "loop is a link or no file: it is not read.",
                        folder -> link(folder, "loop", folder)),
                inPart(
                        "folders more than 8 deep",
                        "9 lies too deep: it is not read.",
                        folder -> {
                            Files.createDirectories(folder.resolve("1/2/3/4/5/6/7/8/9"));
                            return Tables.whole(folder);
                        }),
                whole(
                        "2,000 other files beside the tables",
                        folder -> {
                            for (int i = 0; i < 2_000; i++) {
                                Files.writeString(folder.resolve(i + ".txt"), "x");
                            }
                            return Tables.whole(folder);
                        }),
                inPart(
                        "a line break in the name of a file",
                        "wards?\u00e9\ud83d\ude00.json, line 1, resourceType: It is not there: this is no FHIR resource.",
                        folder -> {
                            Files.writeString(
                                    folder.resolve("wards\n\u00e9\ud83d\ude00.json"), "{}");
                            return Fhir.bundle(folder, Fhir.PATIENT);
                        }));
    }

    private static List<HostileCase> changing() {
        return List.of(
                refused("a file that grows while it is read", CHANGED, Tables::whole)
                        .when(imported ->
                                Files.writeString(
                                        imported.resolve("patients.csv"),
                                        "p9,,F\n",
                                        StandardOpenOption.APPEND)),
                refused("a file that shrinks while it is read", CHANGED, Tables::whole)
                        .when(imported ->
                                Files.writeString(
                                        imported.resolve("patients.csv"), "Id,BIRTHDATE,GENDER\n")),
                refused("a file that vanishes while it is read", CHANGED, Tables::whole)
                        .when(imported -> Files.delete(imported.resolve("patients.csv"))),
                refused("a file that becomes a pipe while it is read", CHANGED, Tables::whole)
                        .when(imported -> {
                            Files.delete(imported.resolve("patients.csv"));
                            pipe(imported.resolve("patients.csv"));
                        }));
    }

    private static Path link(Path folder, String name, Path to) throws Exception {
        Files.createSymbolicLink(folder.resolve(name), to);
        return Tables.whole(folder);
    }

    static Path pipe(Path at) throws Exception {
        new ProcessBuilder("mkfifo", at.toString()).start().waitFor();
        Assumptions.assumeTrue(Files.exists(at), "this system has no pipes by name");
        return at;
    }
}
