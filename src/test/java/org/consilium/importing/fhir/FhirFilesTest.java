package org.consilium.importing.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.consilium.importing.fhir.Bundles.of;
import static org.consilium.importing.fhir.Bundles.snomed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.consilium.importing.ImportIssue;
import org.consilium.importing.source.Inputs;
import org.consilium.job.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which files are read, and what becomes of broken ones. */
class FhirFilesTest {
    private static final String CONDITION =
            of("Condition", "c", "'code':" + snomed("44054006", "Diabetes"));

    @TempDir private Path folder = Path.of("unset");
    private Path bad = folder;

    @BeforeEach
    void aGoodFile() throws Exception {
        Bundles.write(folder, "good.json", CONDITION);
        bad = folder.resolve("worse.json");
    }

    @Test
    void fhirIsKnownByItsBeginning() throws Exception {
        assertThat(accepts(folder)).isTrue();
        assertThat(accepts(folder.resolve("good.json"))).isTrue();
        Files.writeString(bad, "{\"resourceType\":\"Patient\"}");
        assertThat(accepts(bad)).isTrue();
        Files.writeString(bad, "{\"name\":\"resourceType\"}");
        assertThat(accepts(bad)).isFalse();
    }

    private static boolean accepts(Path path) throws Exception {
        try (Inputs inputs = Inputs.open(List.of(path))) {
            return new FhirReader().accepts(inputs);
        }
    }

    @Test
    void aTruncatedFileIsRejectedWholeAndTheOthersAreTaken() throws Exception {
        String text = Files.readString(folder.resolve("good.json")).replace("\"p\"", "\"q\"");
        Files.writeString(bad, text.substring(0, text.length() - 20));
        Collected found = Collected.read(folder);
        assertThat(found.only().patient().id()).isEqualTo("p");
        assertThat(found.only().events()).hasSize(1);
        ImportIssue issue = found.rejected.getFirst();
        assertThat(found.rejected).hasSize(1);
        assertThat(issue.sentence())
                .isEqualTo("worse.json, line 4: It ends in the middle; nothing of it was taken.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'resourceType':'Bundle','type':'batch','type':'SECRET'} | occurs twice",
                "{'resourceType':'Bundle','total':SECRET} | not well-formed",
                "{'resourceType':'Bundle'} {} | follows the end",
                "{'resourceType':'Patient','id':'SECRET','id':'2'} | occurs twice",
                "{'entry':[]} | no FHIR resource",
                "{'resourceType':'SECRET 1'} | no type of FHIR",
                "{'resourceType':'Bundle','type':'SECRET'} | no Bundle of a type",
                "{'resourceType':'Bundle','entry':[],'type':'history'} | in one go",
                "{'resourceType':'Bundle','entry':[2]} | no object",
                "2 | no FHIR resource",
                "[] | It is a list"
            })
    void aMalformedFileIsNamedWithoutItsContent(String text, String reason) throws Exception {
        Files.writeString(bad, text.replace('\'', '"'));
        assertRejected(reason);
    }

    @Test
    void whatWouldExhaustMemoryIsRefused() throws Exception {
        String value =
                "{'resourceType':'Bundle','entry':[{'resource':{'resourceType':'Observation',"
                        + "'valueQuantity':{'value':%s}}}]}";
        String[] values = {
            "1e999999999", "1e31", "1".repeat(41), "[".repeat(200), "'" + "x".repeat(1 << 21) + "'"
        };
        for (String hostile : values) {
            Files.writeString(bad, value.formatted(hostile).replace('\'', '"'));
            assertRejected("too");
        }
        String many = "[" + "1,".repeat(1 << 20) + "1]";
        Files.writeString(bad, value.formatted(many).replace('\'', '"'));
        assertRejected("too large");
    }

    private void assertRejected(String reason) throws Exception {
        Collected found = Collected.read(folder);
        assertThat(found.patients).hasSize(1);
        assertThat(found.rejected).hasSize(1);
        assertThat(found.rejected.getFirst().file()).isEqualTo("worse.json");
        assertThat(found.rejected.getFirst().line()).isEqualTo(1L);
        assertThat(found.rejected.getFirst().reason()).contains(reason).doesNotContain("SECRET");
    }

    @Test
    void longTextsOfUnusedResourcesAreNoFault() throws Exception {
        String scan = "'content':[{'attachment':{'data':'%s'}}]".formatted("A".repeat(1 << 21));
        Bundles.write(folder, "worse.json", Bundles.entry("DocumentReference", "d", scan));
        Collected found = Collected.read(bad);
        assertThat(found.patients).hasSize(1);
        assertThat(found.rejected).isEmpty();
        assertThat(found.skipped).containsEntry("DocumentReference", 1);
    }

    @Test
    void theTypeOfAResourceMayComeLast() throws Exception {
        String late =
                "{'resource':{'id':'c','subject':{'reference':'Patient/p'},'onsetDateTime':'2020',"
                        + "'code':%s,'resourceType':'Condition'},'fullUrl':'urn:uuid:c'}"
                                .formatted(snomed("38341003", "Hypertension"));
        String claim = "{'resource':{'id':'x','item':[],'resourceType':'Claim'}}";
        Bundles.write(folder, "worse.json", late, claim);
        Collected found = Collected.read(bad);
        assertThat(found.event("38341003").start().getYear()).isEqualTo(2020);
        assertThat(found.skipped).containsEntry("Claim", 1);
    }

    @Test
    void readingStopsWhenItIsNoLongerWanted() {
        Progress cancelled =
                new Progress() {
                    @Override
                    public void report(long done, long total, String message) {}

                    @Override
                    public void checkCancelled() {
                        throw new CancellationException("cancelled");
                    }
                };
        assertThatThrownBy(() -> new FhirReader().read(List.of(folder), new Collected(), cancelled))
                .isInstanceOf(CancellationException.class);
    }
}
