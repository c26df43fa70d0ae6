package org.consilium.importing.omop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.importing.ImportException;
import org.consilium.importing.source.Inputs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables that are folders of parts, as Apache Spark writes them. */
class OmopSparkTest {
    private static final String PART = "part-0000%d-6f0b2c1e-1b1c-4b52-9a4e-c000.csv";

    @TempDir Path folder;

    private static String part(int number) {
        return PART.formatted(number);
    }

    /** One in parts with and without names, one packed, one empty, and what Spark adds. */
    private OmopFolder export(Path root) throws Exception {
        OmopFolder written =
                new OmopFolder(root)
                        .with("person.csv/" + part(0), OmopFolder.PERSON, "1,8532,1970,3,1,8527,0")
                        .with("person.csv/" + part(1), "", "2,8507,1980,3,1,8527,0")
                        .with("person.csv/" + part(2), OmopFolder.PERSON)
                        .with(
                                "condition_occurrence/" + part(0),
                                OmopFolder.CONDITION,
                                "5,1,0,2020-01-01,,,Cough,0")
                        .with("condition_occurrence/part-00003", "", "7,2,0,never,,,Rash,0")
                        .with(
                                "CONCEPT/" + part(0),
                                "",
                                "9000001\tName\tDrug\tLocal\tDrug\tS\tX\t1970-01-01\t2099-12-31\t")
                        .with("CONCEPT/" + part(1), OmopFolder.CONCEPT);
        Files.createFile(root.resolve("person.csv/_SUCCESS"));
        Files.createFile(root.resolve("person.csv/" + part(3)));
        try (OutputStream packed =
                new GZIPOutputStream(
                        Files.newOutputStream(
                                root.resolve("condition_occurrence/" + part(1) + ".gz")))) {
            packed.write("6,2,9000001,2020-01-02,,,Fever,0\n".getBytes(StandardCharsets.UTF_8));
        }
        return written;
    }

    private static void isWhole(OmopFolder read) {
        assertThat(read.patients).hasSize(2);
        assertThat(read.patients)
                .flatExtracting(each -> each.events())
                .extracting((ClinicalEvent event) -> event.concept().display())
                .containsExactly("Cough", "Name");
        assertThat(read.rejections())
                .containsExactly(
                        "condition_occurrence/part-00003, line 1, condition_start_date: The date is"
                                + " not written as YYYY-MM-DD or YYYYMMDD, with or without a time.");
        assertThat(read.skipped).isEmpty();
    }

    @Test
    void aFolderOfPartsIsOneTable() throws Exception {
        OmopFolder written = export(folder);
        try (Inputs inputs = Inputs.open(List.of(folder))) {
            assertThat(new OmopReader().accepts(inputs)).isTrue();
        }
        isWhole(written.read());
    }

    @Test
    void inAnArchiveTheyAreReadAlike() throws Exception {
        Path plain = folder.resolve("plain");
        export(plain);
        Path packed = Files.createDirectory(folder.resolve("packed"));
        try (ZipOutputStream zip =
                        new ZipOutputStream(Files.newOutputStream(packed.resolve("cdm.zip")));
                var files = Files.walk(plain)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(
                        new ZipEntry(plain.relativize(file).toString().replace('\\', '/')));
                zip.write(Files.readAllBytes(file));
                zip.closeEntry();
            }
        }
        isWhole(new OmopFolder(packed).read());
    }

    @Test
    void partsOfWhichNoneNamesItsColumnsAreRefusedByName() throws Exception {
        OmopFolder read =
                new OmopFolder(folder)
                        .with("person/" + part(0), OmopFolder.PERSON, "1,8532,1970,3,1,8527,0")
                        .with(
                                "condition_occurrence/part-00000.csv",
                                "",
                                "5,1,0,2020-01-01,,,Cough,0");
        assertThatThrownBy(read::read)
                .isInstanceOf(ImportException.class)
                .hasMessageStartingWith(
                        "condition_occurrence/part-00000.csv has no header row: its first row has"
                                + " to name the columns of the OMOP table condition_occurrence");
    }

    @Test
    void aFolderOfFilesThatAreNoPartsIsADatabase() throws Exception {
        OmopFolder read =
                new OmopFolder(folder)
                        .with("person/person.csv", OmopFolder.PERSON, "1,8532,1970,3,1,8527,0")
                        .with("person/part-list.txt", "", "nothing")
                        .read();
        assertThat(read.patients).hasSize(1);
        assertThat(read.skipped).containsExactly("part-list.txt");
    }
}
