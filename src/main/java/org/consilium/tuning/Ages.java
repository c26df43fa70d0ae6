package org.consilium.tuning;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whose visits are learned from, by age in whole years at the visit.
 *
 * @param from the youngest
 * @param below the first age that is too old
 */
public record Ages(int from, int below) {
    public static final Ages ALL = new Ages(0, Integer.MAX_VALUE);

    public Ages {
        if (from < 0 || below <= from) {
            throw new IllegalArgumentException("Ages go from a younger to an older one.");
        }
    }

    /** Whether a visit counts. Without a birth date only where every age is wanted. */
    public boolean contains(@Nullable LocalDate birth, LocalDate visit) {
        if (equals(ALL)) {
            return true;
        }
        int age = birth == null ? -1 : birth.until(visit).getYears();
        return age >= from && age < below;
    }

    /** As a person writes them: 65-, 0-17. */
    public String words() {
        return from + "-" + (below == Integer.MAX_VALUE ? "" : String.valueOf(below - 1));
    }

    /**
     * @throws IllegalArgumentException when the text is no range of ages
     */
    public static Ages of(String text) {
        if (!text.matches("\\d{1,3}-(\\d{1,3})?")) {
            throw new IllegalArgumentException(
                    "Ages are written 0-17 or 65- and not \"" + text + "\".");
        }
        String[] ends = text.split("-");
        return new Ages(
                Integer.parseInt(ends[0]),
                ends.length == 1 ? Integer.MAX_VALUE : Integer.parseInt(ends[1]) + 1);
    }
}
