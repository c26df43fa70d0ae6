package org.consilium.meaning;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a result stands (HL7 FHIR R4 observation interpretation: LL, L, N, H, HH). */
public enum Level {
    CRITICAL_LOW,
    LOW,
    NORMAL,
    HIGH,
    CRITICAL_HIGH;

    /** As it stands in facts and on screen: "critical high". */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    public boolean isCritical() {
        return this == CRITICAL_LOW || this == CRITICAL_HIGH;
    }

    /** Whether it is below what is normal. */
    public boolean isLow() {
        return this == CRITICAL_LOW || this == LOW;
    }

    /** The level of those words; null where they are none. */
    public static @Nullable Level of(String words) {
        for (Level level : values()) {
            if (level.words().equals(words)) {
                return level;
            }
        }
        return null;
    }

    /** The level that says less; null where nothing is left to say. */
    public @Nullable Level coarser() {
        return switch (this) {
            case CRITICAL_LOW -> LOW;
            case CRITICAL_HIGH -> HIGH;
            case LOW, NORMAL, HIGH -> null;
        };
    }
}
