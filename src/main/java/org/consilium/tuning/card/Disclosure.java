package org.consilium.tuning.card;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is disclosed of a model; holds no patients.
 *
 * @param format of this record as JSON: 1
 * @param synthetic whether it learned from people who are not real
 * @param attributes all 31, in their order
 * @param reporting items of TRIPOD+AI that the program knows
 */
public record Disclosure(
        int format,
        String model,
        boolean synthetic,
        List<Entry> attributes,
        List<ReportingItem> reporting) {
    /** Of the JSON. */
    public static final int FORMAT = 1;

    /** What stands where nobody has said anything. */
    public static final String NOT_PROVIDED = "not provided";

    public Disclosure {
        attributes = List.copyOf(attributes);
        reporting = List.copyOf(reporting);
    }

    /**
     * @param words {@link #NOT_PROVIDED} where nobody has said anything
     * @param by who wrote it; null where the program filled it, or nobody did
     */
    public record Entry(
            SourceAttribute attribute, String label, String words, @Nullable String by) {
        public boolean isProvided() {
            return !words.equals(NOT_PROVIDED);
        }
    }

    /**
     * An item of TRIPOD+AI (Collins et al., BMJ 2024;385:e078378), in our own words.
     *
     * @param number as "12c"
     */
    public record ReportingItem(String number, String label, String words) {}

    /** How many attributes are filled. */
    public int provided() {
        return (int) attributes.stream().filter(Entry::isProvided).count();
    }
}
