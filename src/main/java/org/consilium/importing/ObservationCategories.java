package org.consilium.importing;

import java.util.Locale;
import org.consilium.clinical.Category;
import org.jspecify.annotations.Nullable;

/** Observation categories by their codes (HL7 FHIR R4 observation-category). */
public final class ObservationCategories {
    private ObservationCategories() {}

    /** The category of that code; NONE where it is none of them. */
    public static Category named(@Nullable String name) {
        if (name == null) {
            return Category.NONE;
        }
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "vital-signs" -> Category.VITAL_SIGNS;
            case "laboratory" -> Category.LABORATORY;
            case "social-history" -> Category.SOCIAL_HISTORY;
            case "survey" -> Category.SURVEY;
            case "exam" -> Category.EXAM;
            case "procedure" -> Category.PROCEDURE;
            case "imaging" -> Category.IMAGING;
            case "therapy" -> Category.THERAPY;
            case "activity" -> Category.ACTIVITY;
            default -> Category.NONE;
        };
    }
}
