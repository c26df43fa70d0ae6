package org.consilium.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.consilium.clinical.NotFoundException;
import org.consilium.export.ExportRequest.Compression;
import org.consilium.export.ExportRequest.Existing;
import org.consilium.export.ExportRequest.Packing;
import org.consilium.job.Progress;
import org.consilium.store.TestStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole or not at all: what is where, whatever happens. */
class ExportServiceTest {
    private static final String WARD = "ward";
    private static final int PATIENTS = 9;

    @TempDir private Path home = Path.of("unset");
    @TempDir private Path folder = Path.of("unset");
    private ExportStore store;
    private Path target;

    @BeforeEach
    void open() {
        store = new ExportStore(home);
        TestStores.fill(store.database(), WARD, PATIENTS, 3);
        target = folder.resolve("out");
    }

    @AfterEach
    void close() {
        store.close();
    }

    private List<String> inFolder() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private JsonNode manifest() throws IOException {
        return new ObjectMapper().readTree(target.resolve("manifest.json").toFile());
    }

    private static ExportRequest chosen(Path target, String... patients) {
        return new ExportRequest(WARD, Set.of(patients), ExportStore.EVENTS, target, Packing.PLAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {ExportStore.EVENTS, ExportStore.FHIR})
    void theManifestSaysWhatIsThereAndThatItIsWhole(String format) throws Exception {
        ExportReport report = store.export(WARD, format, target);
        assertThat(report.patients()).isEqualTo(PATIENTS);
        assertThat(report.encounters()).isEqualTo(PATIENTS * 5);
        assertThat(report.events()).isEqualTo(PATIENTS * 40);
        assertThat(report.folder()).isEqualTo(target);
        JsonNode manifest = manifest();
        assertThat(manifest.get("format").asText()).isEqualTo("consilium-" + format);
        assertThat(manifest.get("synthetic").asBoolean()).isTrue();
        assertThat(manifest.get("note").asText()).startsWith("SYNTHETIC DATA");
        assertThat(manifest.get("created").asText()).isEqualTo("2026-11-23T08:15:30Z");
        assertThat(manifest.get("losses").get("fraction-of-second").asInt()).isPositive();
        for (JsonNode entry : manifest.get("files")) {
            byte[] bytes = Files.readAllBytes(target.resolve(entry.get("name").asText()));
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            assertThat(entry.get("sha256").asText()).isEqualTo(HexFormat.of().formatHex(digest));
            assertThat(entry.get("bytes").asInt()).isEqualTo(bytes.length);
        }
        assertThat(inFolder()).containsExactly("out");
    }

    @Test
    void realPatientsAreNotCalledSynthetic() throws Exception {
        store.put("real ward", List.of(Charts.everything()));
        store.export("real ward", ExportStore.EVENTS, target);
        assertThat(manifest().get("synthetic").asBoolean()).isFalse();
        assertThat(manifest().has("note")).isFalse();
    }

    @Test
    void theAuditTrailSaysThatItLeftButNotWho() throws Exception {
        store.run(chosen(target, "p3", "p5"));
        assertThat(store.audit().entries().getLast().what()).isEqualTo("export cohort");
        assertThat(store.audit().entries().getLast().subject())
                .endsWith("events, patients: 2")
                .doesNotContain("p3");
        assertThat(store.audit().broken()).isEmpty();
    }

    @Test
    void onlyThoseChosenAreWritten() throws Exception {
        store.run(chosen(target, "p5", "p3"));
        assertThat(manifest().get("selection").asText()).isEqualTo("chosen");
        assertThat(Files.readAllLines(target.resolve("patients.csv")))
                .filteredOn(line -> line.startsWith("p"))
                .extracting(line -> line.substring(0, 2))
                .containsExactly("pa", "p3", "p5");
    }

    @Test
    void somebodyWhoIsNotThereStopsItBeforeAnythingIsWritten() throws Exception {
        assertThatThrownBy(() -> store.run(chosen(target, "p5", "nobody")))
                .isInstanceOf(NotFoundException.class)
                .hasMessage("Patients asked for that are not in the cohort: 1 of 2.");
        assertThat(inFolder()).isEmpty();
    }

    @Test
    void anUnknownFormatIsToldWithThoseThatThereAre() {
        assertThatThrownBy(() -> store.export(WARD, "pdf", target))
                .isInstanceOf(ExportException.class)
                .hasMessage("There is no format called pdf (known: events, fhir-ndjson).");
    }

    @Test
    void compressedItHoldsTheSame() throws Exception {
        store.export(WARD, ExportStore.EVENTS, target);
        Path packed = folder.resolve("packed");
        store.run(
                new ExportRequest(
                        WARD,
                        Set.of(),
                        ExportStore.EVENTS,
                        packed,
                        new Packing(Compression.GZIP, Existing.KEEP)));
        try (InputStream bytes =
                new GZIPInputStream(Files.newInputStream(packed.resolve("events.csv.gz")))) {
            assertThat(bytes.readAllBytes())
                    .isEqualTo(Files.readAllBytes(target.resolve("events.csv")));
        }
    }

    @Test
    void cancelledItLeavesNothing() throws Exception {
        Progress impatient =
                new Progress() {
                    private long seen;

                    @Override
                    public void report(long done, long total, String message) {
                        assertThat(message).isEqualTo("Exporting patients");
                        assertThat(total).isEqualTo(PATIENTS);
                        seen = done;
                    }

                    @Override
                    public void checkCancelled() {
                        if (seen == 4) {
                            throw new CancellationException();
                        }
                    }
                };
        ExportRequest request =
                new ExportRequest(WARD, Set.of(), ExportStore.FHIR, target, Packing.PLAIN);
        assertThatThrownBy(() -> store.exports().exporting(request).run(impatient))
                .isInstanceOf(CancellationException.class);
        assertThat(inFolder()).isEmpty();
        assertThat(store.audit().entries()).noneMatch(e -> e.what().equals("export cohort"));
    }

    @Test
    void anEarlierExportIsReplacedOnlyWhenThatIsAskedFor() throws Exception {
        store.export(WARD, ExportStore.EVENTS, target);
        assertThatThrownBy(() -> store.export(WARD, ExportStore.FHIR, target))
                .isInstanceOf(ExportException.class)
                .hasMessageContaining("holds an earlier export");
        assertThat(target.resolve("events.csv")).exists();
        store.replace(WARD, ExportStore.FHIR, target);
        assertThat(target.resolve("events.csv")).doesNotExist();
        assertThat(target.resolve("Patient.ndjson")).exists();
        assertThat(inFolder()).containsExactly("out");
    }

    @Test
    void nobodysOtherFilesAreReplaced() throws Exception {
        store.export(WARD, ExportStore.EVENTS, target);
        Path thesis = Files.writeString(target.resolve("thesis.txt"), "years of work");
        assertThatThrownBy(() -> store.replace(WARD, ExportStore.EVENTS, target))
                .isInstanceOf(ExportException.class)
                .hasMessageContaining("holds files that are no export");
        assertThat(thesis).hasContent("years of work");
        assertThatThrownBy(() -> store.replace(WARD, ExportStore.EVENTS, thesis))
                .isInstanceOf(ExportException.class)
                .hasMessageContaining("is a file");
    }

    @Test
    void anEmptyFolderIsFilledAndMissingOnesAreMade() throws Exception {
        Files.createDirectory(target);
        store.export(WARD, ExportStore.EVENTS, target);
        store.export(WARD, ExportStore.EVENTS, folder.resolve("a/b/c"));
        assertThat(target.resolve("manifest.json")).exists();
        assertThat(folder.resolve("a/b/c/manifest.json")).exists();
        assertThat(inFolder()).containsExactly("a", "out");
    }

    @Test
    void whatAKilledExportLeftIsClearedAway() throws Exception {
        Path left = Files.createDirectory(folder.resolve(".out.exporting"));
        Files.writeString(left.resolve("events.csv"), "half");
        Files.createFile(folder.resolve(".out.lock"));
        store.export(WARD, ExportStore.EVENTS, target);
        assertThat(inFolder()).containsExactly("out");
        assertThat(target.resolve("manifest.json")).exists();
    }

    @Test
    void killedBetweenTheTwoMovesTheEarlierExportIsPutBack() throws Exception {
        store.export(WARD, ExportStore.EVENTS, target);
        Files.move(target, folder.resolve(".out.replaced"));
        assertThatThrownBy(() -> store.export(WARD, ExportStore.FHIR, target))
                .isInstanceOf(ExportException.class)
                .hasMessageContaining("holds an earlier export");
        assertThat(target.resolve("events.csv")).exists();
        store.replace(WARD, ExportStore.FHIR, target);
        assertThat(target.resolve("Patient.ndjson")).exists();
        assertThat(inFolder()).containsExactly("out");
    }

    @Test
    void twoExportsDoNotShareATarget() throws Exception {
        try (FileChannel other =
                FileChannel.open(
                        folder.resolve(".out.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE)) {
            other.lock();
            assertThatThrownBy(() -> store.export(WARD, ExportStore.EVENTS, target))
                    .isInstanceOf(ExportException.class)
                    .hasMessageContaining("is under way");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theFilesAreTheirOwnersAlone() throws Exception {
        store.export(WARD, ExportStore.EVENTS, target);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                .isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(target)) {
            assertThat(files).hasSize(3).allMatch(file -> permissions(file).equals("rw-------"));
        }
        assertThat(target.resolve("manifest.json"))
                .content(StandardCharsets.UTF_8)
                .doesNotContain("Ødegård");
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
