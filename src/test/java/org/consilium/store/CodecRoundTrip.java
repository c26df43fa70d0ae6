package org.consilium.store;

import java.nio.file.Path;
import org.consilium.clinical.Timeline;

/**
 * Timelines through the form in which a real store keeps them. The store is opened anew from time
 * to time, since every concept it has met stays in its memory. Not thread-safe.
 */
public final class CodecRoundTrip implements AutoCloseable {
    private static final int ROUNDS = 100_000;

    private final Path home;
    private Database database;
    private TimelineCodec codec;
    private int rounds;

    public CodecRoundTrip(Path home) {
        this.home = home;
        this.database = TestStores.open(home);
        this.codec = new TimelineCodec(database.concepts());
    }

    /** What comes back of it. */
    public Timeline of(Timeline timeline) {
        if (++rounds % ROUNDS == 0) {
            database.close();
            database = TestStores.open(home);
            codec = new TimelineCodec(database.concepts());
        }
        return codec.decode(timeline.patient(), codec.encode(timeline));
    }

    @Override
    public void close() {
        database.close();
    }
}
