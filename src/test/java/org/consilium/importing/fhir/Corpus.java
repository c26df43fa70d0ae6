package org.consilium.importing.fhir;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** The JSON files of a library of examples on the class path, by name. */
final class Corpus {
    /**
     * Every resource of R4 in the specification's examples, minimal, complete and with absent data.
     */
    static final String EXAMPLES =
            "/META-INF/maven/org.linuxforhealth.fhir/fhir-examples/pom.properties";

    /** What HL7 tests its own libraries with, good and bad. */
    static final String TEST_CASES =
            "/META-INF/maven/org.hl7.fhir.testcases/fhir-test-cases/pom.properties";

    /** The larger ones are definitions, not records: they are read when there is time. */
    private static final long LARGEST = Boolean.getBoolean("consilium.long") ? 1 << 30 : 300_000;

    /** What is done with a file. */
    @FunctionalInterface
    interface Check {
        void file(String name, byte[] content) throws Exception;
    }

    private Corpus() {}

    /** Returns how many files there were. */
    static int each(String library, Predicate<String> names, Check check) throws Exception {
        URL marker = Corpus.class.getResource(library);
        if (marker == null) {
            throw new IOException("not on the class path: " + library);
        }
        JarURLConnection connection = (JarURLConnection) marker.openConnection();
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            List<JarEntry> entries =
                    jar.stream()
                            .filter(entry -> entry.getName().matches(".*\\.(json|ndjson)"))
                            .filter(entry -> entry.getSize() <= LARGEST)
                            .filter(entry -> names.test(entry.getName()))
                            .sorted(Comparator.comparing(JarEntry::getName))
                            .toList();
            for (JarEntry entry : entries) {
                try (var content = jar.getInputStream(entry)) {
                    check.file(entry.getName(), content.readAllBytes());
                }
            }
            return entries.size();
        }
    }
}
