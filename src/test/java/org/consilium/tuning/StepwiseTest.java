package org.consilium.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.consilium.job.Progress;
import org.junit.jupiter.api.Test;

class StepwiseTest {
    private final List<Long> done = new ArrayList<>();
    private final List<Long> totals = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();

    private final Progress watched =
            new Progress() {
                @Override
                public void report(long part, long total, String message) {
                    done.add(part);
                    totals.add(total);
                    messages.add(message);
                }

                @Override
                public void checkCancelled() {}
            };

    @Test
    void oneTotalFromBeginningToEndWhateverTheStepsCount() {
        Stepwise steps = new Stepwise(watched, 2);

        steps.begin("Measuring ridge");
        steps.report(5, 10, "Rows");
        steps.report(3, -1, "Unknown");
        steps.end();
        steps.begin("Measuring base");
        steps.report(7, 7, "Epochs");
        steps.end();

        assertThat(totals).containsOnly(2_000L);
        assertThat(done).containsExactly(0L, 500L, 0L, 1_000L, 2_000L);
        assertThat(messages).contains("Measuring ridge", "Measuring base").hasSize(5);
    }
}
