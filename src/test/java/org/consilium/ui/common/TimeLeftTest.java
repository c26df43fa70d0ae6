package org.consilium.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TimeLeftTest {
    private long now = 5;
    private final TimeLeft left = new TimeLeft(() -> now);

    private String after(long seconds, double fraction) {
        now = 5 + TimeUnit.SECONDS.toNanos(seconds);
        return left.words(fraction);
    }

    @Test
    void itIsSaidInTheUnitThatFits() {
        assertThat(after(9, 0.5)).isEqualTo("a few seconds left");
        assertThat(after(30, 0.5)).isEqualTo("about 30 seconds left");
        assertThat(after(60, 0.25)).isEqualTo("about 3 minutes left");
        assertThat(after(100, 0.01)).isEqualTo("about 3 hours left");
    }

    @Test
    void nothingIsSaidBeforeAnythingIsKnown() {
        assertThat(after(1, 0.5)).isEmpty();
        assertThat(after(60, 0.001)).isEmpty();
        assertThat(after(60, -1)).isEmpty();
        assertThat(after(60, 1)).isEmpty();
    }
}
