package org.consilium.importing.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.consilium.clinical.Timeline;
import org.consilium.importing.fhir.FhirReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What stands in resources that are not used: either it is passed over and all patients are taken,
 * or the document (of NDJSON: the line) is refused in one sentence. Which of both may change with
 * how they are skipped; a crash, a hang, or a patient too many or too few may not be.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SkippedContentTest {
    private static final String MAN =
            "{'resource':{'resourceType':'Patient','id':'q','gender':'male'}}";

    @TempDir private static Path home = Path.of("unset");
    private static Trial trial;

    @TempDir private Path folder = Path.of("unset");

    @BeforeAll
    static void open() {
        trial = new Trial(home, List.of(new FhirReader()));
    }

    @AfterAll
    static void close() {
        trial.close();
    }

    /**
     * @param what it is
     * @param elements of a resource that is not used, as they are written
     */
    record Skipped(String what, byte[] elements) {
        Skipped(String what, String elements) {
            this(what, elements.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Skipped> skipped() {
        return Stream.of(
                new Skipped("an element twice", "'x':1,'x':2"),
                new Skipped("its type twice", "'resourceType':'Patient'"),
                new Skipped("an element twice, deeper", "'x':[{'y':1,'y':{}}]"),
                new Skipped("a million elements of one name", "'x':1,".repeat(1_000_000) + "'x':1"),
                new Skipped("a number of 41 digits", "'x':1" + "0".repeat(40)),
                new Skipped("a number of 2,000 digits", "'x':1" + "0".repeat(2_000)),
                new Skipped("a number of 20 MB", "'x':1" + "0".repeat(20 << 20)),
                new Skipped("1e999999999", "'x':1e999999999"),
                new Skipped("a text over 1 MB", "'x':'" + "y".repeat((1 << 20) + 1) + "'"),
                new Skipped("a text of 50 MB", "'x':'" + "y".repeat(50 << 20) + "'"),
                new Skipped("a name of 2,000 letters", "'" + "x".repeat(2_000) + "':1"),
                new Skipped("a name of 20 MB", "'" + "x".repeat(20 << 20) + "':1"),
                new Skipped("a resource of 20 MB", "'x':[" + "{},".repeat(7 << 20) + "{}]"),
                new Skipped("100,000 brackets", "'x':" + "[".repeat(100_000)),
                new Skipped("half a surrogate pair", "'x':'\\ud800'"),
                new Skipped("a control character", "'x':'\u0001'"),
                new Skipped("a wrong escape", "'x':'\\q'"),
                new Skipped("NaN", "'x':NaN"),
                new Skipped("a bracket too many", "'x':[]]"),
                new Skipped(
                        "bytes that are no UTF-8", new byte[] {'"', 'x', '"', ':', '"', -1, '"'}));
    }

    @ParameterizedTest
    @MethodSource("skipped")
    void inABundleAllIsTakenOrTheFileIsRefused(Skipped skipped) throws Exception {
        byte[] head =
                text("{'resourceType':'Bundle','type':'collection','entry':[\n" + Fhir.PATIENT);
        byte[] claim = text(",\n{'resource':{'resourceType':'Claim',");
        byte[] tail = text("}},\n" + MAN + "]}");
        Files.write(folder.resolve("bundle.json"), joined(head, claim, skipped.elements(), tail));

        String refusal = trial.refusalIfAny(folder);

        if (refusal.isEmpty()) {
            assertThat(patients()).containsExactly("p", "q");
        } else {
            Invariants.sentence(refusal);
            assertThat(refusal)
                    .startsWith("No patient could be read, so nothing was changed (rejected: 1).")
                    .contains("bundle.json, line 3: ");
        }
    }

    @ParameterizedTest
    @MethodSource("skipped")
    void inNdjsonTheOtherLinesAreTaken(Skipped skipped) throws Exception {
        byte[] head = text("{'resourceType':'Patient','id':'p'}\n{'resourceType':'Claim',");
        byte[] tail = text("}\n{'resourceType':'Patient','id':'q'}\n");
        Files.write(folder.resolve("all.ndjson"), joined(head, skipped.elements(), tail));

        assertThat(trial.refusalIfAny(folder)).isEmpty();

        assertThat(patients()).containsExactly("p", "q");
        trial.issues().forEach(each -> assertThat(each).startsWith("all.ndjson, line 2"));
    }

    private static List<String> patients() {
        return trial.content().stream()
                .map(Timeline::patient)
                .map(each -> each.id())
                .filter(id -> id.length() == 1)
                .toList();
    }

    private static byte[] text(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
