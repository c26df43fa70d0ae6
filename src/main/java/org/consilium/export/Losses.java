package org.consilium.export;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.consilium.clinical.AllergyReactions;
import org.consilium.clinical.ClinicalEvent;
import org.consilium.clinical.GoalAims;
import org.consilium.clinical.Value;
import org.jspecify.annotations.Nullable;

/** Counts what is lost, and makes what every format writes in the same way. Not thread-safe. */
public final class Losses {
    private static final double LEAST = 1e-30;
    private static final double MOST = 1e30;
    private static final double ALL_DIGITS = 1e15;
    private static final char UNREADABLE = '\uFFFD';
    private static final char INSTEAD = '?';

    private final Map<Loss, Long> counts = new EnumMap<>(Loss.class);

    public void add(Loss loss) {
        counts.merge(loss, 1L, Long::sum);
    }

    /** What is written of an allergy's value: its words, whatever else it was. */
    public @Nullable AllergyReactions reactions(ClinicalEvent allergy) {
        AllergyReactions reactions = AllergyReactions.of(allergy.value());
        Value words = reactions == null ? null : reactions.value();
        if (!Objects.equals(words, allergy.value())) {
            add(Loss.VALUE);
        }
        return reactions;
    }

    /** What is written of a goal's value: its words, whatever else it was. */
    public @Nullable GoalAims aims(ClinicalEvent goal) {
        GoalAims aims = GoalAims.of(goal.value());
        Value words = aims == null ? null : aims.value();
        if (!Objects.equals(words, goal.value())) {
            add(Loss.VALUE);
        }
        return aims;
    }

    /** Those that occurred. */
    public Map<Loss, Long> counts() {
        return new EnumMap<>(counts);
    }

    /**
     * The shortest decimal that reads back as the same number; null where a reader would not take
     * it (not a number, or outside 1e-30 to 1e30: FHIR and CSV are read under the same limits).
     */
    public static @Nullable BigDecimal decimal(double number) {
        double size = Math.abs(number);
        if (!Double.isFinite(number) || size > MOST || size < LEAST && size != 0) {
            return null;
        }
        BigDecimal shortest = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        return shortest.scale() < 0 && size < ALL_DIGITS ? shortest.setScale(0) : shortest;
    }

    /** An end of a reference range; left out where {@link #decimal} has none. */
    public @Nullable BigDecimal rangeEnd(@Nullable Double end) {
        if (end == null) {
            return null;
        }
        BigDecimal decimal = decimal(end);
        if (decimal == null) {
            add(Loss.RANGE_END);
        }
        return decimal;
    }

    /** The time to the second. */
    public @Nullable LocalDateTime second(@Nullable LocalDateTime time) {
        if (time == null || time.getNano() == 0) {
            return time;
        }
        add(Loss.FRACTION_OF_SECOND);
        return time.withNano(0);
    }

    /** Text that can be written in UTF-8 and is not taken for bytes that were none. */
    public @Nullable String text(@Nullable String text) {
        if (text == null) {
            return null;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == UNREADABLE || Character.isSurrogate(c)) {
                return replaced(text);
            }
        }
        return text;
    }

    private String replaced(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .forEach(point -> {
                    boolean halved =
                            point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
                    if (halved || point == UNREADABLE) {
                        add(Loss.CHARACTER);
                        clean.append(INSTEAD);
                    } else {
                        clean.appendCodePoint(point);
                    }
                });
        return clean.toString();
    }
}
