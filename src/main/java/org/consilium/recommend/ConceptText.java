package org.consilium.recommend;

import java.util.Locale;
import java.util.Set;

/** When two texts say the same: in whatever case and spacing, with or without a semantic tag. */
final class ConceptText {
    /**
     * Semantic tags that end a fully specified name (SNOMED CT Editorial Guide, "Fully Specified
     * Name"), of what records hold.
     */
    private static final Set<String> TAGS =
            Set.of(
                    "disorder",
                    "finding",
                    "situation",
                    "event",
                    "procedure",
                    "regime/therapy",
                    "observable entity",
                    "substance",
                    "product",
                    "medicinal product",
                    "clinical drug",
                    "qualifier value");

    private ConceptText() {}

    static String normalised(String display) {
        String words = display.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        int open = words.lastIndexOf(" (");
        boolean tagged =
                open > 0
                        && words.endsWith(")")
                        && TAGS.contains(words.substring(open + 2, words.length() - 1));
        return tagged ? words.substring(0, open) : words;
    }
}
