package org.consilium.importing.fhir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which files of a path may be bundles, by their names and first kilobytes. */
final class BundleFiles {
    private static final int PEEK = 8192;
    private static final Pattern BUNDLE = Pattern.compile("\"resourceType\"\\s*:\\s*\"Bundle\"");
    private static final String SYNTHEA = "github.com/synthetichealth/synthea";

    private BundleFiles() {}

    /** The file itself, or the .json files of a folder and of the folders in it, by name. */
    static List<Path> of(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> inside = Files.walk(path, 2)) {
            return inside.filter(BundleFiles::isJson).sorted().toList();
        }
    }

    static boolean looksLikeBundle(Path file) throws IOException {
        return BUNDLE.matcher(beginning(file)).find();
    }

    /** Whether Synthea says in it that it made the patient. */
    static boolean isSyntheas(Path file) throws IOException {
        return beginning(file).contains(SYNTHEA);
    }

    private static boolean isJson(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".json")
                && Files.isRegularFile(file);
    }

    private static String beginning(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return new String(bytes.readNBytes(PEEK), StandardCharsets.UTF_8);
        }
    }
}
