package org.consilium.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TimeLeftTest {
    private final AtomicLong now = new AtomicLong();
    private final TimeLeft left = new TimeLeft(now::get);

    private String after(long seconds, long done, long total) {
        now.set(TimeUnit.SECONDS.toNanos(seconds));
        return left.words(done, total);
    }

    @Test
    void theRestGoesAsFastAsWhatIsDone() {
        assertThat(after(0, 0, 100)).isEmpty();
        assertThat(after(1, 10, 100)).isEmpty();
        assertThat(after(10, 25, 100)).isEqualTo("about 30 seconds left");
        assertThat(after(18, 90, 100)).isEqualTo("a few seconds left");
        assertThat(after(20, 100, 100)).isEmpty();
    }

    @Test
    void minutesHoursAndANewTotal() {
        after(0, 0, 100);
        assertThat(after(60, 10, 100)).isEqualTo("about 9 minutes left");
        assertThat(after(100, 1, 100)).isEmpty();
        assertThat(after(200, 2, 100)).isEqualTo("about 3 hours left");
        assertThat(after(201, 10, 200)).isEmpty();
        assertThat(after(211, 105, 200)).isEqualTo("about 10 seconds left");
    }

    @Test
    void nothingIsSaidOfWhatHasNoTotal() {
        after(0, 0, -1);
        assertThat(after(60, 10, -1)).isEmpty();
    }
}
