package org.consilium.store;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.consilium.clinical.Timeline;

/** Real stores in a folder that the test throws away. */
public final class TestStores {
    public static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-23T08:15:30.123456789Z"), ZoneOffset.UTC);

    private TestStores() {}

    public static byte[] key() {
        byte[] key = new byte[32];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) (i * 7 - 100);
        }
        return key;
    }

    public static Database open(Path home) {
        return Database.open(home, key());
    }

    static Database open(Path home, String... migrations) {
        return Database.open(home, key(), new StoreOptions("tester", List.of(migrations), 2));
    }

    /** Imports patients p0, p1 ... and returns what was put. */
    public static List<Timeline> fill(Database database, String cohort, int patients, long seed) {
        RandomTimelines random = new RandomTimelines(seed);
        List<Timeline> timelines =
                IntStream.range(0, patients).mapToObj(i -> random.next("p" + i, 5, 40)).toList();
        try (ImportSession session =
                new CohortRepository(database, CLOCK).beginImport(cohort, true)) {
            timelines.forEach(session::put);
            session.commit();
        }
        return timelines;
    }
}
