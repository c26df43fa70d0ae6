package org.consilium.recommend.safety;

import java.util.Locale;

/** What sort of harm a rule is about; each family has a table of its own. */
public enum Family {
    ALLERGY("Allergy"),
    INTERACTION("Interaction"),
    DUPLICATE("Duplicate"),
    RENAL("Kidney function"),
    PREGNANCY("Pregnancy and lactation"),
    AGE("Age"),
    DISEASE("Other illness");

    private final String label;

    Family(String label) {
        this.label = label;
    }

    /** What a person reads. */
    public String label() {
        return label;
    }

    String file() {
        return name().toLowerCase(Locale.ROOT) + ".csv";
    }
}
