package org.consilium.importing.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.consilium.importing.ImportException;
import org.consilium.importing.ImportIssue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is passed over byte by byte: resources that are not used, and elements nobody looks at. */
class SkippedContentTest {
    private static final String NOT_WELL_FORMED = "It is not well-formed JSON.";
    private static final String TOO_DEEP =
            "It is nested too deeply, or a text or number is too long.";

    /** Longer than what is read at a time. */
    private static final String LONG = "{'a':['x', 1.5e3, true, null]},\n".repeat(5000) + "{}";

    @TempDir private Path folder = Path.of("unset");

    /** A patient, a claim in lines 4 to 6, and in line 7 a condition without a code. */
    private static String bundle(String claim) {
        return """
        {'resourceType':'Bundle','type':'collection','entry':[
        {'resource':{'resourceType':'Patient','id':'p','birthDate':'1970-05-17'}},

        {'resource':{'resourceType':'Claim',
        %s
        }},
        {'resource':{'resourceType':'Condition','id':'c','subject':{'reference':'Patient/p'}}}]}
        """
                .formatted(claim)
                .replace('\'', '"');
    }

    private Collected read(String text, Charset encoding) throws IOException, ImportException {
        return Collected.read(Files.write(folder.resolve("one.json"), text.getBytes(encoding)));
    }

    private Collected read(String text) throws IOException, ImportException {
        return read(text, StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'id':'1'",
                "'text':'} ] { [ ,'",
                "'text':'\\\\', 'more':'\\\\\\\\'",
                "'item':[{'a':[{}, [], [[{'b':-1.5E+3}]]]}], 'x':{}",
                "'created':true,'enterer':null,'total':{'value':0.5}",
                "'text':'\u00e9 \u6f22 \ud83d\ude00'"
            })
    void anUnusedResourceIsCountedAndWhatFollowsIsRead(String claim) throws Exception {
        for (String end : new String[] {"\n", "\r\n", "\r"}) {
            Collected found = read(bundle(claim).replace("\n", end));
            assertThat(found.patients).hasSize(1);
            assertThat(found.skipped).containsEntry("Claim", 1);
            assertThat(found.rejected)
                    .extracting(ImportIssue::line, ImportIssue::field)
                    .containsExactly(tuple(7L, "code"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-32BE"})
    void linesAreCountedInSkippedContentOfAnyLengthAndEncoding(String encoding) throws Exception {
        Collected found = read(bundle("'item':[" + LONG + "]"), Charset.forName(encoding));
        assertThat(found.skipped).containsEntry("Claim", 1);
        assertThat(found.rejected).extracting(ImportIssue::line).containsExactly(5007L);
    }

    @Test
    void aByteOrderMarkIsNoContent() throws Exception {
        assertThat(read("\ufeff" + bundle("'id':'1'")).patients).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'item':[1}|5",
                "'item':{'a':1]|5",
                "'item':}|6",
                "'item':[?]|5",
                "'item':['tab\tin a text']|5",
                "'item':['\\q']|5",
                "'item':[//\\n]|5"
            })
    void whatIsMalformedInAnUnusedResourceRefusesTheDocument(String claim, long line)
            throws Exception {
        Collected found = read(bundle(claim.replace("\\n", "\n").replace("\\t", "\t")));
        assertThat(found.patients).isEmpty();
        assertThat(found.rejected)
                .extracting(ImportIssue::line, ImportIssue::reason)
                .containsExactly(tuple(line, NOT_WELL_FORMED));
    }

    @Test
    void aTextWithoutAnEndEndsTheDocument() throws Exception {
        String whole = bundle("'item':['" + LONG.replace("'", "") + "']").replace("\n", " ");
        for (int cut : new int[] {2, 200, 70_000, 140_000}) {
            Collected found = read(whole.substring(0, whole.length() - cut));
            assertThat(found.patients).isEmpty();
            assertThat(found.rejected)
                    .extracting(ImportIssue::reason)
                    .containsExactly("It ends in the middle; nothing of it was taken.");
        }
    }

    @Test
    void bytesThatAreNoTextAreFoundInSkippedContent() throws Exception {
        Collected found = read(bundle("'text':'\u00e9'"), StandardCharsets.ISO_8859_1);
        assertThat(found.rejected)
                .extracting(ImportIssue::line, ImportIssue::reason)
                .containsExactly(tuple(5L, "It is not text in UTF-8."));
    }

    @ParameterizedTest
    @ValueSource(ints = {90, 97, 99})
    void depthIsCountedFromTheTopOfTheDocument(int levels) throws Exception {
        // four levels around it: the Bundle, its entries, the entry and the resource
        boolean fits = levels + 4 <= JsonLimits.DEFAULT.depth();
        Collected found = read(bundle("'a':" + "[".repeat(levels) + "]".repeat(levels)));
        assertThat(found.rejected)
                .extracting(ImportIssue::reason)
                .containsExactly(fits ? "It has neither a code nor a text." : TOO_DEEP);
    }

    @Test
    void aLineOfAnUnusedTypeIsPassedOverAndABadOneIsRejectedAlone() throws Exception {
        String lines =
                "{'resourceType':'Patient','id':'p','birthDate':'1970-05-17'}\n"
                        + "{'resourceType':'Claim','item':[{'a':1}]}\n"
                        + "{'resourceType':'Claim','item':[{'a':1]}}\n"
                        + "{'resourceType':'Claim','item':[{'a':1}]} {}\n"
                        + "{'resourceType':'Claim','item':[{'a'\n"
                        + "{'resourceType':'Claim'}\n";
        Path file = folder.resolve("lines.ndjson");
        Collected found = Collected.read(Files.writeString(file, lines.replace('\'', '"')));
        assertThat(found.patients).hasSize(1);
        assertThat(found.rejected).extracting(ImportIssue::line).containsExactly(3L, 4L, 5L);
    }
}
