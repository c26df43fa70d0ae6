package org.consilium.tuning;

/** How much of a base model a local one starts from. */
public enum Transfer {
    /** What it knows of codes, and by their texts what it can guess of codes that it never saw. */
    FULL("full"),
    /** What it knows of codes that it saw; everything else is learned here. */
    PARTIAL("partial"),
    /** Nothing: a ridge with a text kernel learns from the local patients alone. */
    NONE("none"),
    /** All of it and nothing else: nothing is learned here. */
    UNCHANGED("unchanged");

    private final String words;

    Transfer(String words) {
        this.words = words;
    }

    /** As people write it. */
    public String words() {
        return words;
    }
}
