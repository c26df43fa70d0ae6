package org.consilium.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class CancellationTest {
    private final Cancellation cancellation = new Cancellation();

    @Test
    void aCommandThatNobodyCancelsKeepsItsCode() {
        assertThat(cancellation.guard(() -> 3)).isEqualTo(3);
        cancellation.check();
    }

    @Test
    void aCancelledCommandLearnsOfItAtItsNextStep() {
        int code =
                cancellation.guard(() -> {
                    cancellation.cancel();
                    assertThatThrownBy(cancellation::check)
                            .isInstanceOf(CancellationException.class);
                    return 0;
                });

        assertThat(code).isEqualTo(Exit.CANCELLED);
    }

    @Test
    void whateverElseEndsTheCommandIsCalled() {
        List<String> called = new ArrayList<>();
        cancellation.onCancel(() -> called.add("window closed"));

        cancellation.cancel();

        assertThat(called).containsExactly("window closed");
    }
}
