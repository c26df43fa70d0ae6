package org.consilium.importing.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.consilium.importing.ImportException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {
    private static final InputLimits TIGHT = new InputLimits(3, 2, 10, 1000);

    @TempDir private Path folder = Path.of("unset");

    @Test
    void filesOfFoldersAndArchivesReadAlike() throws Exception {
        Files.writeString(folder.resolve("plain.csv"), "a");
        write(folder.resolve("packed.csv.gz"), gzipped("b"));
        zip("whole.zip", "in/side.csv", "c", "in/packed.csv.gz", null);
        Files.writeString(folder.resolve(".hidden.csv"), "no");
        try (Inputs inputs = Inputs.open(List.of(folder))) {
            assertThat(inputs.files().stream().map(InputFile::name))
                    .containsExactly("packed.csv.gz", "plain.csv", "packed.csv.gz", "side.csv");
            assertThat(content(inputs.files().get(0))).isEqualTo("b");
            assertThat(content(inputs.files().get(1))).isEqualTo("a");
            assertThat(content(inputs.files().get(2))).isEqualTo("d");
            assertThat(content(inputs.files().get(3))).isEqualTo("c");
            assertThat(inputs.byFolder()).hasSize(2);
            assertThat(inputs.files().get(0).plainName()).isEqualTo("packed.csv");
        }
    }

    @Test
    void linksAndPipesAreNotFollowed() throws Exception {
        Files.writeString(folder.resolve("plain.csv"), "a");
        Files.createSymbolicLink(folder.resolve("link.csv"), Path.of("/etc/passwd"));
        Path pipe = folder.resolve("pipe.csv");
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        try (Inputs inputs = Inputs.open(List.of(folder))) {
            assertThat(inputs.files()).hasSize(1);
            assertThat(inputs.leftOut()).hasSize(2).allMatch(each -> each.contains("not read"));
        }
        assertThatThrownBy(() -> Inputs.open(List.of(pipe)))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("neither a file nor a folder");
        assertThatThrownBy(() -> Inputs.open(List.of(Path.of("/dev/zero"))))
                .hasMessageContaining("neither a file nor a folder");
    }

    @Test
    void anArchiveThatExplodesIsRefusedWhileItIsRead() throws Exception {
        zip("bomb.zip", "a.csv", "0".repeat(30_000), "b.csv", "0".repeat(30_000));
        write(folder.resolve("bomb.csv.gz"), gzipped("0".repeat(100_000)));
        try (Inputs inputs = Inputs.open(List.of(folder), TIGHT)) {
            for (InputFile file : inputs.files()) {
                assertThatThrownBy(() -> content(file))
                        .isInstanceOf(RefusedInputException.class)
                        .hasMessageContaining("bomb")
                        .hasMessageContaining("not read");
            }
        }
    }

    @Test
    void anArchiveWithEntriesOutsideOrTooManyOfThemIsRefused() throws Exception {
        zip("out.zip", "../outside.csv", "x");
        assertThatThrownBy(() -> Inputs.open(List.of(folder)))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("out.zip")
                .hasMessageContaining("points out of the archive");
        Files.delete(folder.resolve("out.zip"));
        zip("many.zip", "1", "x", "2", "x", "3", "x", "4", "x");
        assertThatThrownBy(() -> Inputs.open(List.of(folder), TIGHT))
                .hasMessageContaining("more than 3 files");
        Files.writeString(folder.resolve("many.zip"), "this is no archive");
        assertThatThrownBy(() -> Inputs.open(List.of(folder)))
                .hasMessageContaining("not a whole ZIP archive");
    }

    @Test
    void aFileThatChangesMeanwhileIsNoticed() throws Exception {
        Path file = Files.writeString(folder.resolve("plain.csv"), "a");
        try (Inputs inputs = Inputs.open(List.of(file))) {
            inputs.requireUnchanged();
            Files.writeString(file, "aa");
            assertThatThrownBy(inputs::requireUnchanged)
                    .isInstanceOf(ImportException.class)
                    .hasMessageContaining("changed while it was being read");
        }
    }

    @Test
    void aSampleEndsWithALine() throws Exception {
        Path file = Files.writeString(folder.resolve("lines.csv"), "one\ntwo\n".repeat(100));
        try (Inputs inputs = Inputs.open(List.of(file));
                Inputs sample = inputs.sample(10, 10)) {
            assertThat(content(sample.files().getFirst())).isEqualTo("one\ntwo\n");
            assertThat(sample.isSample()).isTrue();
        }
    }

    private static String content(InputFile file) throws IOException {
        try (var content = file.open(ByteProgress.none(), "")) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] gzipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packing = new GZIPOutputStream(bytes)) {
            packing.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes);
    }

    /** Names and contents in turn; a gzipped "d" where the content is null. */
    private void zip(String name, @Nullable String... entries) throws IOException {
        try (ZipOutputStream zip =
                new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            for (int i = 0; i < entries.length; i += 2) {
                zip.putNextEntry(new ZipEntry(entries[i]));
                String text = entries[i + 1];
                zip.write(text == null ? gzipped("d") : text.getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
