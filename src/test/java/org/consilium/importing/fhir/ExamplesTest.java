package org.consilium.importing.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.consilium.importing.ImportIssue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every JSON file of HL7's test cases and of the examples of all resources is read by the whole
 * reader: to its end, or with an issue that says what is wrong. Files over 300 kB only with {@code
 * -Dconsilium.long=true}.
 */
class ExamplesTest {
    /** Broken on purpose, or of other versions: what is wrong is said, nothing is taken. */
    private static final Set<String> SAID =
            Set.of(
                    "It is not well-formed JSON.",
                    "It is a list: FHIR has Bundles, or one resource a line.",
                    "It is no Bundle of a type of FHIR R4.",
                    "It ends in the middle; nothing of it was taken.",
                    "An element occurs twice in one object.",
                    "It is nested too deeply, or a text or number is too long.",
                    "A number is too large or too small for a measurement.",
                    "It is no FHIR resource.",
                    "Something follows the end of the first resource. Files with many are named"
                            + " .ndjson and have one a line.");

    @TempDir private Path folder = Path.of("unset");

    @Test
    void everyTestCaseOfHl7IsReadOrSaidToBeBad() throws Exception {
        List<String> strange = new ArrayList<>();
        int files =
                Corpus.each(
                        Corpus.TEST_CASES,
                        name -> true,
                        (name, content) -> read(name, content, strange));
        assertThat(files).isGreaterThan(300);
        assertThat(strange).isEmpty();
    }

    @Test
    void everyExampleIsReadWhole() throws Exception {
        List<String> rejectedWhole = new ArrayList<>();
        int files =
                Corpus.each(
                        Corpus.EXAMPLES,
                        name -> !name.startsWith("json/bulk-data/"),
                        (name, content) -> {
                            for (ImportIssue issue : read(name, content, rejectedWhole)) {
                                if (issue.resource() == null) {
                                    rejectedWhole.add(name + ": " + issue.reason());
                                }
                            }
                        });
        assertThat(files).isGreaterThan(3000);
        assertThat(rejectedWhole).isEmpty();
    }

    private List<ImportIssue> read(String name, byte[] content, List<String> strange)
            throws Exception {
        Path file = folder.resolve(name.endsWith(".ndjson") ? "one.ndjson" : "one.json");
        Files.write(file, content);
        Collected found = Collected.read(file);
        for (ImportIssue issue : found.rejected) {
            boolean whole = issue.resource() == null && issue.field() == null;
            if (whole && !SAID.contains(issue.reason())) {
                strange.add(name + ": " + issue.reason());
            }
        }
        Files.delete(file);
        return found.rejected;
    }
}
