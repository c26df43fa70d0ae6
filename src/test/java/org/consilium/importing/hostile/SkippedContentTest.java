package org.consilium.importing.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.consilium.importing.fhir.FhirReader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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
     * @param elements of an object that is not used, as they are written
     */
    record Skipped(String what, Supplier<String> elements) {
        /** A single quote stands for a double one, and a letter of Latin-1 for its byte. */
        byte[] bytes() {
            return SkippedContentTest.bytes(elements.get());
        }

        @Override
        public String toString() {
            return what;
        }
    }

    /**
     * Where they stand.
     *
     * <p>RESOURCE: in a resource of a type that is not used. ELEMENT: in an element that is not
     * looked at, of a patient "r".
     */
    enum Where {
        RESOURCE("{'resourceType':'Claim',", "}"),
        ELEMENT("{'resourceType':'Patient','id':'r','text':{", "}}");

        private final byte[] before;
        private final byte[] after;

        Where(String before, String after) {
            this.before = bytes(before);
            this.after = bytes(after);
        }
    }

    private static final List<Skipped> SKIPPED =
            List.of(
                    new Skipped("an element twice", () -> "'x':1,'x':2"),
                    new Skipped("its type twice", () -> "'resourceType':'Patient'"),
                    new Skipped("an element twice, deeper", () -> "'x':[{'y':1,'y':{}}]"),
                    new Skipped(
                            "a million times one name", () -> "'x':1,".repeat(1_000_000) + "'x':1"),
                    new Skipped("a number of 41 digits", () -> "'x':1" + "0".repeat(40)),
                    new Skipped("a number of 2,000 digits", () -> "'x':1" + "0".repeat(2_000)),
                    new Skipped("a number of 20 MB", () -> "'x':1" + "0".repeat(20 << 20)),
                    new Skipped("1e999999999", () -> "'x':1e999999999"),
                    new Skipped(
                            "a text over 1 MB", () -> "'x':'" + "y".repeat((1 << 20) + 1) + "'"),
                    new Skipped("a text of 50 MB", () -> "'x':'" + "y".repeat(50 << 20) + "'"),
                    new Skipped("a name of 2,000 letters", () -> "'" + "x".repeat(2_000) + "':1"),
                    new Skipped("a name of 20 MB", () -> "'" + "x".repeat(20 << 20) + "':1"),
                    new Skipped("20 MB of objects", () -> "'x':[" + "{},".repeat(7 << 20) + "{}]"),
                    new Skipped("100,000 brackets", () -> "'x':" + "[".repeat(100_000)),
                    new Skipped("half a surrogate pair", () -> "'x':'\\ud800'"),
                    new Skipped("a control character", () -> "'x':'\u0001'"),
                    new Skipped("a wrong escape", () -> "'x':'\\q'"),
                    new Skipped("NaN", () -> "'x':NaN"),
                    new Skipped("a bracket too many", () -> "'x':[]]"),
                    new Skipped("bytes that are no UTF-8", () -> "'x':'\u00ff'"));

    static Stream<Arguments> skipped() {
        return SKIPPED.stream()
                .flatMap(each -> Stream.of(Where.values()).map(where -> Arguments.of(each, where)));
    }

    @ParameterizedTest
    @MethodSource("skipped")
    void inABundleAllIsTakenOrTheFileIsRefused(Skipped skipped, Where where) throws Exception {
        byte[] head =
                bytes("{'resourceType':'Bundle','type':'collection','entry':[\n" + Fhir.PATIENT);
        write(
                "bundle.json",
                head,
                bytes(",\n{'resource':"),
                where,
                skipped,
                bytes("},\n" + MAN + "]}"));

        String refusal = trial.refusalIfAny(folder);

        if (refusal.isEmpty()) {
            assertThat(patients()).containsExactlyElementsOf(everybody(where));
        } else {
            Invariants.sentence(refusal);
            assertThat(refusal)
                    .startsWith("No patient could be read, so nothing was changed (rejected: 1).")
                    .contains("bundle.json, line 3: ");
        }
    }

    @ParameterizedTest
    @MethodSource("skipped")
    void inNdjsonTheOtherLinesAreTaken(Skipped skipped, Where where) throws Exception {
        byte[] head = bytes("{'resourceType':'Patient','id':'p'}\n");
        byte[] tail = bytes("\n{'resourceType':'Patient','id':'q'}\n");
        write("all.ndjson", head, new byte[0], where, skipped, tail);

        assertThat(trial.refusalIfAny(folder)).isEmpty();

        if (trial.issues().isEmpty()) {
            assertThat(patients()).containsExactlyElementsOf(everybody(where));
        } else {
            assertThat(patients()).containsExactly("p", "q");
            assertThat(trial.issues())
                    .singleElement()
                    .asString()
                    .startsWith("all.ndjson, line 2: ");
        }
    }

    private static List<String> everybody(Where where) {
        return where == Where.RESOURCE ? List.of("p", "q") : List.of("p", "q", "r");
    }

    /** But for who was there before. */
    private static List<String> patients() {
        return trial.content().stream()
                .map(timeline -> timeline.patient().id())
                .filter(id -> id.length() == 1)
                .sorted()
                .toList();
    }

    private void write(
            String name, byte[] head, byte[] open, Where where, Skipped skipped, byte[] tail)
            throws IOException {
        try (OutputStream file = Files.newOutputStream(folder.resolve(name))) {
            for (byte[] part :
                    List.of(head, open, where.before, skipped.bytes(), where.after, tail)) {
                file.write(part);
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.ISO_8859_1);
    }
}
