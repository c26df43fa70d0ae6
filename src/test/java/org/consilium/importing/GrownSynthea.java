package org.consilium.importing;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes a large Synthea CSV export of a small one: every table again and again, each time with
 * other identifiers. Tables stay whole, so a patient's rows lie as far apart as in a real export of
 * that size.
 */
final class GrownSynthea {
    private static final Pattern UUID =
            Pattern.compile("([0-9a-f]{8})(?=-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})");
    private static final List<String> TABLES =
            List.of(
                    "patients.csv",
                    "encounters.csv",
                    "conditions.csv",
                    "medications.csv",
                    "procedures.csv",
                    "careplans.csv",
                    "immunizations.csv",
                    "allergies.csv",
                    "observations.csv");

    private GrownSynthea() {}

    /** Arguments: folder of a Synthea CSV export, how many times, folder to make. */
    public static void main(String[] arguments) throws IOException {
        Path small = Path.of(arguments[0]);
        int times = Integer.parseInt(arguments[1]);
        Path large = Files.createDirectories(Path.of(arguments[2]));
        for (String table : TABLES) {
            if (Files.exists(small.resolve(table))) {
                grow(small.resolve(table), times, large.resolve(table));
            }
        }
    }

    private static void grow(Path small, int times, Path large) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(large)) {
            for (int time = 0; time < times; time++) {
                try (BufferedReader in = Files.newBufferedReader(small);
                        Stream<String> rows = in.lines().skip(time == 0 ? 0 : 1)) {
                    for (String row : (Iterable<String>) rows::iterator) {
                        out.write(time == 0 ? row : renamed(row, time));
                        out.newLine();
                    }
                }
            }
        }
    }

    private static String renamed(String row, int time) {
        return UUID.matcher(row)
                .replaceAll(match ->
                        "%08x"
                                .formatted(
                                        Integer.parseUnsignedInt(match.group(1), 16)
                                                ^ time * 7919));
    }
}
