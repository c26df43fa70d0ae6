package org.consilium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TimeLeftTest {
    private final AtomicLong now = new AtomicLong();
    private final TimeLeft left = new TimeLeft(now::get);

    private String after(long seconds, long done, long total) {
        now.set(seconds * 1_000_000_000L);
        return left.words(done, total);
    }

    @Test
    void theRestGoesAsFastAsWhatIsDone() {
        assertThat(after(0, 0, 100)).isEmpty();
        assertThat(after(1, 10, 100)).isEmpty();
        assertThat(after(10, 25, 100)).isEqualTo(", about 30 s left");
        assertThat(after(20, 100, 100)).isEmpty();
    }

    @Test
    void minutesAndANewTotal() {
        after(0, 0, 100);
        assertThat(after(60, 10, 100)).isEqualTo(", about 9 min left");
        assertThat(after(61, 10, 200)).isEmpty();
        assertThat(after(71, 105, 200)).isEqualTo(", about 10 s left");
    }
}
