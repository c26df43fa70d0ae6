package org.consilium.meaning;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.consilium.clinical.CodeSystem;
import org.consilium.clinical.Concept;

/**
 * Which share of the drug names of a table resolves to ingredients, by distinct names and by rows.
 * Arguments: a CSV file (or .gz), the column of the names, then {@code column=value} that rows must
 * have (several: all of them), then {@code rxnorm} where the names are RxNorm's. Prints the shares
 * and 100 names drawn at random with what was made of them, to be read by eye.
 */
final class DrugNamesReport {
    private static final int SHOWN = 100;

    private DrugNamesReport() {}

    public static void main(String[] args) throws IOException {
        boolean rxNorm = args[args.length - 1].equals("rxnorm");
        CodeSystem system = rxNorm ? CodeSystem.RXNORM : CodeSystem.TEXT;
        Map<String, Long> names = names(args);
        Ingredients ingredients = Ingredients.shipped();
        long rows = 0;
        long resolvedRows = 0;
        int resolved = 0;
        List<String> lines = new ArrayList<>();
        for (Map.Entry<String, Long> each : names.entrySet()) {
            String key = ingredients.key(new Concept(system, "x" + each.getKey(), each.getKey()));
            rows += each.getValue();
            if (key != null) {
                resolved++;
                resolvedRows += each.getValue();
            }
            lines.add("%6d  %-70s -> %s".formatted(each.getValue(), each.getKey(), key));
        }
        Collections.shuffle(lines, new Random(7));
        lines.stream().limit(SHOWN).forEach(System.out::println);
        System.out.printf(
                "%d of %d names (%.1f%%), %d of %d rows (%.1f%%)%n",
                resolved,
                names.size(),
                100.0 * resolved / names.size(),
                resolvedRows,
                rows,
                100.0 * resolvedRows / rows);
    }

    private static Map<String, Long> names(String[] args) throws IOException {
        Map<String, Long> names = new LinkedHashMap<>();
        try (Reader reader = reader(Path.of(args[0]))) {
            CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().get();
            for (CSVRecord row : format.parse(reader)) {
                boolean wanted = true;
                for (int i = 2; i < args.length && args[i].contains("="); i++) {
                    String[] want = args[i].split("=", 2);
                    wanted &= row.get(want[0]).equals(want[1]);
                }
                if (wanted && !row.get(args[1]).isBlank()) {
                    names.merge(row.get(args[1]).strip(), 1L, Long::sum);
                }
            }
        }
        return names;
    }

    private static Reader reader(Path file) throws IOException {
        var bytes = Files.newInputStream(file);
        return new BufferedReader(
                new InputStreamReader(
                        file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes,
                        StandardCharsets.UTF_8));
    }
}
