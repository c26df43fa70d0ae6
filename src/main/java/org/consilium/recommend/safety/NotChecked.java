package org.consilium.recommend.safety;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What could not be checked.
 *
 * @param family null when it is not one family alone
 * @param reason as the end of a sentence, lower case
 */
public record NotChecked(@Nullable Family family, String reason) {

    /** For a person. */
    public String words() {
        if (family == null) {
            return reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1);
        }
        return family.label() + ": " + reason;
    }
}
