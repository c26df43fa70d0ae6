package org.consilium.recommend.safety;

/** What a rule says of an item, the worse first. */
public enum SafetyVerdict {
    /** Not to be given: the item is withheld. */
    CONTRAINDICATED("Contraindicated"),
    /** To be thought over: the item stays in the list. */
    CAUTION("Caution");

    private final String label;

    SafetyVerdict(String label) {
        this.label = label;
    }

    /** What a person reads. */
    public String label() {
        return label;
    }
}
