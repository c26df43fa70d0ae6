package org.consilium.quality;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One number for a cohort: {@code 100 x mean of the shares}, each share counted once and equally.
 * The formula is Consilium's own and simple on purpose: it orders cohorts and shows whether an
 * import made things better; it is no measure of fitness for a use.
 *
 * @param points 0 to 100; null where there is nothing to judge
 * @param parts in the order of {@link ScoreItem}; those that nothing applies to are left out
 */
public record QualityScore(@Nullable Double points, List<Part> parts) {
    public static final String FORMULA =
            "100 \u00d7 the mean of these shares, each counted equally; those that nothing applies to are left out.";

    /**
     * @param good how many are as they should be
     * @param of how many were looked at; never 0
     */
    public record Part(ScoreItem item, long good, long of) {
        public double share() {
            return (double) good / of;
        }
    }

    public QualityScore {
        parts = List.copyOf(parts);
    }

    static QualityScore of(List<Part> all) {
        List<Part> parts = all.stream().filter(part -> part.of() > 0).toList();
        OptionalDouble mean = parts.stream().mapToDouble(Part::share).average();
        return new QualityScore(mean.isPresent() ? 100 * mean.getAsDouble() : null, parts);
    }

    /** As a whole number for a person; 100 only where nothing at all was found. */
    public String words() {
        return words(points);
    }

    /** As {@link #words()}. */
    public static String words(@Nullable Double points) {
        return points == null
                ? "\u2013"
                : String.valueOf((int) Math.floor(Objects.requireNonNull(points) + 1e-9));
    }
}
