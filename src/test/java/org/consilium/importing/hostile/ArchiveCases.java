package org.consilium.importing.hostile;

import static org.consilium.importing.hostile.HostileCase.inPart;
import static org.consilium.importing.hostile.HostileCase.refused;
import static org.consilium.importing.hostile.HostileCase.whole;
import static org.consilium.importing.hostile.Zips.add;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** ZIP archives and gzip files. */
final class ArchiveCases {
    private static final String DAMAGED = " is damaged: it can't be unpacked to its end.";
    private static final String UNREADABLE =
            "records.zip is encrypted, or packed in a way that can't be read: unpack it first.";
    private static final String NO_ZIP = "records.zip is not a whole ZIP archive.";

    private ArchiveCases() {}

    static List<HostileCase> all() {
        return Stream.of(entries(), bombs(), broken(), gzip()).flatMap(List::stream).toList();
    }

    private static HostileCase.Maker zip(Zips.Filling filling) {
        return folder -> Zips.file(folder, Zips.zip(filling));
    }

    private static byte[] good() throws Exception {
        return Zips.zip(zip -> add(zip, "patients.csv", Tables.PATIENTS));
    }

    private static List<HostileCase> entries() {
        String outside =
                "records.zip holds an entry that points out of the archive: it is not read.";
        return List.of(
                whole("a ZIP archive of tables", folder -> Zips.file(folder, good())),
                refused(
                        "an entry ../patients.csv",
                        outside,
                        zip(zip -> add(zip, "../patients.csv", Tables.PATIENTS))),
                refused(
                        "an entry with an absolute name",
                        outside,
                        zip(zip -> add(zip, "/etc/patients.csv", Tables.PATIENTS))),
                refused(
                        "an entry ..\\patients.csv",
                        outside,
                        // the library makes a slash of it when it writes
                        folder ->
                                Zips.file(
                                        folder,
                                        replaced(
                                                Zips.zip(zip -> add(zip, "..*patients.csv", "x")),
                                                '*',
                                                '\\'))),
                refused(
                        "a NUL in the name of an entry",
                        "records.zip holds an entry whose name is no file name: it is not read.",
                        zip(zip -> add(zip, "patients\0.csv", Tables.PATIENTS))),
                refused(
                        "a name over 1,000 characters",
                        "records.zip holds an entry whose name is too long: it is not read.",
                        zip(zip -> add(zip, "x".repeat(1001), Tables.PATIENTS))),
                inPart(
                        "a link",
                        "records.zip holds a link: it is not read.",
                        zip(ArchiveCases::link)),
                inPart(
                        "an archive in an archive",
                        "records.zip holds another archive, which is not read: unpack it first.",
                        zip(zip -> {
                            add(zip, "patients.csv", Tables.PATIENTS);
                            add(zip, "more.zip", "PK");
                        })),
                refused(
                        "an entry that is encrypted",
                        UNREADABLE,
                        folder -> Zips.file(folder, Zips.patched(good(), 6, 8, 0x0809))),
                refused(
                        "an entry packed by an odd method (xz, zstd)",
                        UNREADABLE,
                        folder -> Zips.file(folder, Zips.patched(good(), 8, 10, 93))));
    }

    private static void link(ZipArchiveOutputStream zip) throws IOException {
        add(zip, "patients.csv", Tables.PATIENTS);
        ZipArchiveEntry link = new ZipArchiveEntry("conditions.csv");
        link.setUnixMode(0120777);
        zip.putArchiveEntry(link);
        zip.write("/etc/passwd".getBytes(StandardCharsets.UTF_8));
        zip.closeArchiveEntry();
    }

    private static byte[] replaced(byte[] bytes, char from, char to) {
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = bytes[i] == from ? (byte) to : bytes[i];
        }
        return bytes;
    }

    private static List<HostileCase> bombs() {
        String row = "x".repeat(1_000_000) + ",no date,F\n";
        return List.of(
                refused(
                        "more than 64 MB and 200 times its size (a ZIP bomb)",
                        "records.zip unpacks to far more than its size allows for records (over 82"
                                + " MB): it is not read.",
                        zip(zip -> add(zip, "patients.csv", Tables.PATIENTS + row.repeat(100)))),
                refused(
                        "the same in a gzip file",
                        "patients.csv.gz unpacks to far more than its size allows for records (over"
                                + " 82 MB): it is not read.",
                        folder ->
                                Files.write(
                                        folder.resolve("patients.csv.gz"),
                                        Zips.gzip(Tables.PATIENTS + row.repeat(100)))),
                refused(
                        "entries that overlap",
                        "records.zip holds entries that overlap: it is not read.",
                        folder -> Zips.file(folder, Zips.overlapping(good()))),
                whole("20,000 tiny entries beside the tables", tiny(20_000)),
                refused(
                        "more than 200,000 entries",
                        "There are more than 200,000 files: bring them in several parts.",
                        tiny(200_000)));
    }

    private static HostileCase.Maker tiny(int count) {
        return folder -> {
            Path file = folder.resolve("records.zip");
            try (ZipOutputStream zip =
                    new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
                zip.setLevel(0);
                zip.putNextEntry(new ZipEntry("patients.csv"));
                zip.write(Tables.PATIENTS.getBytes(StandardCharsets.UTF_8));
                for (int i = 0; i < count; i++) {
                    zip.putNextEntry(new ZipEntry(i + ".txt"));
                    zip.write('x');
                }
            }
            return file;
        };
    }

    private static List<HostileCase> broken() {
        return List.of(
                refused(
                        "an archive that was cut off",
                        NO_ZIP,
                        folder -> Zips.file(folder, Arrays.copyOf(good(), good().length - 30))),
                refused(
                        "an archive whose directory is overwritten",
                        NO_ZIP,
                        folder -> {
                            byte[] bytes = good();
                            Arrays.fill(bytes, bytes.length - 80, bytes.length, (byte) 7);
                            return Zips.file(folder, bytes);
                        }),
                refused(
                        "a file that is called .zip and is none",
                        NO_ZIP,
                        folder ->
                                Zips.file(
                                        folder, Tables.PATIENTS.getBytes(StandardCharsets.UTF_8))),
                refused(
                        "content that was changed (its checksum tells)",
                        "records.zip" + DAMAGED,
                        folder ->
                                Zips.file(
                                        folder,
                                        Zips.spoiled(
                                                Zips.zip(zip -> {
                                                    zip.setLevel(0);
                                                    add(zip, "patients.csv", Tables.PATIENTS);
                                                })))));
    }

    private static List<HostileCase> gzip() {
        return List.of(
                whole("a gzip file of several members", gzipped(3, 0, "")),
                refused(
                        "a gzip file that was cut off",
                        "patients.csv.gz" + DAMAGED,
                        gzipped(1, 10, "")),
                refused(
                        "a gzip file with rubbish after it",
                        "patients.csv.gz" + DAMAGED,
                        gzipped(1, 0, "rubbish")),
                refused(
                        "a gzip file of which a later member is damaged",
                        "patients.csv.gz" + DAMAGED,
                        gzipped(2, 12, "")),
                refused(
                        "a file that is called .gz and is none",
                        "patients.csv.gz" + DAMAGED,
                        folder ->
                                Files.writeString(
                                        folder.resolve("patients.csv.gz"), Tables.PATIENTS)));
    }

    /** The table in members of its own lines, so many bytes of the last one cut off. */
    private static HostileCase.Maker gzipped(int members, int cut, String after) {
        return folder -> {
            String[] lines = Tables.PATIENTS.split("(?<=\n)");
            var out = new ByteArrayOutputStream();
            for (int i = 0; i < members; i++) {
                boolean last = i == members - 1;
                String part =
                        last
                                ? String.join("", Arrays.asList(lines).subList(i, lines.length))
                                : lines[i];
                byte[] packed = Zips.gzip(part);
                out.write(packed, 0, packed.length - (last ? cut : 0));
            }
            out.writeBytes(after.getBytes(StandardCharsets.UTF_8));
            return Files.write(folder.resolve("patients.csv.gz"), out.toByteArray());
        };
    }
}
