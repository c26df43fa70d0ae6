package org.consilium.clinical;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who may be one person. */
public final class Namesakes {
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern MARK = Pattern.compile("\\p{M}+");

    private Namesakes() {}

    /**
     * Birth date, sex and the letters of the name without case and accents: the same for patients
     * who may be one person; null where one of these is not known.
     */
    public static @Nullable String key(Patient patient) {
        String family = patient.familyName();
        String given = patient.givenName();
        if (patient.birthDate() == null || family == null || given == null) {
            return null;
        }
        return patient.birthDate()
                + "|"
                + patient.sex()
                + "|"
                + letters(family)
                + "|"
                + letters(given);
    }

    private static String letters(String name) {
        String bare = MARK.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        return NO_LETTER.matcher(bare).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
