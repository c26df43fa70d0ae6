package org.consilium.clinical;

import java.util.regex.Pattern;

/**
 * The word in brackets that ends a SNOMED CT fully specified name ("Eruption of skin (disorder)")
 * and says what sort of concept it is (SNOMED International, Editorial Guide, "Semantic tag").
 */
public final class SemanticTag {
    private static final Pattern TAG =
            Pattern.compile(
                    " \\((disorder|finding|situation|procedure|regime/therapy|record artifact|substance"
                            + "|person|event|observable entity|product|physical object|environment"
                            + "|organism|edible|morphologic abnormality|qualifier value|social concept)\\)$");

    private SemanticTag() {}

    /** The words without it. */
    public static String without(String words) {
        return TAG.matcher(words).replaceFirst("");
    }
}
