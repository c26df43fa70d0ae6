package org.consilium.importing.fhir;

import java.io.IOException;
import java.util.regex.Pattern;
import org.consilium.importing.source.InputFile;
import org.consilium.importing.source.TextEncoding;

/** Which files may be bundles, by their names and first kilobytes. */
final class BundleFiles {
    private static final int PEEK = 8192;
    private static final Pattern BUNDLE = Pattern.compile("\"resourceType\"\\s*:\\s*\"Bundle\"");
    private static final String SYNTHEA = "github.com/synthetichealth/synthea";

    private BundleFiles() {}

    /** JSON by its name or, where it has another, by what stands in it. */
    static boolean mayBe(InputFile file) throws IOException {
        return file.plainName().endsWith(".json") || looksLikeBundle(file);
    }

    static boolean looksLikeBundle(InputFile file) throws IOException {
        return BUNDLE.matcher(beginning(file)).find();
    }

    /** Whether Synthea says in it that it made the patient. */
    static boolean isSyntheas(InputFile file) throws IOException {
        return beginning(file).contains(SYNTHEA);
    }

    private static String beginning(InputFile file) throws IOException {
        byte[] head = file.head(PEEK);
        return new String(head, TextEncoding.of(head).charset());
    }
}
