package org.consilium.tuning.bridge;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.consilium.clinical.Concept;
import org.consilium.clinical.EventKind;
import org.jspecify.annotations.Nullable;

/**
 * Ingredients with their class and use in the text that the encoder reads; the concept stays the
 * same. From a table with a source in each row ({@code drug-uses.csv}).
 */
public final class DescribedDrugs implements ConceptBridge {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .setCommentMarker('#')
                    .get();

    private final Map<String, String> texts = new HashMap<>();

    private DescribedDrugs() {}

    public static DescribedDrugs shipped() throws IOException {
        DescribedDrugs drugs = new DescribedDrugs();
        try (Reader reader =
                new InputStreamReader(
                        Objects.requireNonNull(
                                DescribedDrugs.class.getResourceAsStream("drug-uses.csv")),
                        StandardCharsets.UTF_8)) {
            for (CSVRecord row : FORMAT.parse(reader)) {
                String use = row.get("use").isEmpty() ? "" : "used for " + row.get("use");
                drugs.texts.put(
                        row.get("ingredient"),
                        Stream.of(row.get("class"), use)
                                .filter(each -> !each.isEmpty())
                                .collect(
                                        Collectors.joining(
                                                ", ", row.get("ingredient") + " (", ")")));
            }
        }
        return drugs;
    }

    /** Null where the table does not say. */
    public @Nullable String text(String ingredient) {
        return texts.get(ingredient);
    }

    @Override
    public Concept of(EventKind kind, Concept concept) {
        String text =
                concept.system().equals(IngredientBridge.INGREDIENTS)
                        ? texts.get(concept.code())
                        : null;
        return text == null ? concept : new Concept(concept.system(), concept.code(), text);
    }
}
