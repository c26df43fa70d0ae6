package org.consilium.importing.fhir;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.consilium.importing.WallClock;
import org.jspecify.annotations.Nullable;

/**
 * Which of two versions of a resource is newer (HL7 FHIR R4, Resource.meta): the one with the later
 * lastUpdated; where neither has one, the one with the higher versionId, which is a number on many
 * servers, though the standard does not say so. A version is a number: seconds after 2000 above 0,
 * a versionId below 0.
 */
final class Version {
    /** Nothing is said. */
    static final int UNKNOWN = 0;

    private static final long YEAR_2000 = Instant.parse("2000-01-01T00:00:00Z").getEpochSecond();
    private static final int LONGEST_NUMBER = 9;

    private Version() {}

    /** The version that an element meta says. */
    static int of(Element meta) {
        String updated = meta.text("lastUpdated");
        int time = updated == null ? UNKNOWN : time(updated);
        return time == UNKNOWN ? number(meta.text("versionId")) : time;
    }

    private static int time(String instant) {
        try {
            long seconds = WallClock.inUtc(instant).toEpochSecond(ZoneOffset.UTC) - YEAR_2000;
            return (int) Math.min(Integer.MAX_VALUE, Math.max(UNKNOWN, seconds));
        } catch (DateTimeException e) {
            return UNKNOWN;
        }
    }

    private static int number(@Nullable String versionId) {
        boolean number =
                versionId != null
                        && versionId.length() <= LONGEST_NUMBER
                        && versionId.chars().allMatch(c -> c >= '0' && c <= '9');
        return number && versionId != null ? -Integer.parseInt(versionId) : UNKNOWN;
    }

    /** Above 0 where the one is newer, below where the other is, 0 where nothing tells. */
    static int compare(int one, int other) {
        if (one > UNKNOWN && other > UNKNOWN) {
            return Integer.compare(one, other);
        }
        return one < UNKNOWN && other < UNKNOWN ? Integer.compare(other, one) : 0;
    }
}
