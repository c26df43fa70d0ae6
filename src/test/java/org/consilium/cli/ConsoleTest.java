package org.consilium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Map;
import org.consilium.clinical.Cohort;
import org.consilium.tuning.Estimate;
import org.consilium.tuning.Metric;
import org.junit.jupiter.api.Test;

class ConsoleTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter messages = new StringWriter();
    private final Console console =
            new Console(
                    new PrintWriter(out, true),
                    new PrintWriter(messages, true),
                    new Cancellation());

    @Test
    void jsonHasIsoTimesAndLowerCaseWords() {
        console.json(new Cohort(1, "clinic", true, 2, 3, 4, Instant.parse("2026-01-02T03:04:05Z")));
        console.json(Map.of(Metric.NDCG_10, new Estimate(.5, .4, .6)));

        assertThat(out.toString())
                .contains("\"importedAt\" : \"2026-01-02T03:04:05Z\"")
                .contains("\"ndcg_10\" : {");
        assertThat(messages.toString()).isEmpty();
    }

    @Test
    void progressGoesToTheOtherStreamAndIsNoFlood() {
        for (int done = 0; done < 1000; done++) {
            console.report(done, 1000, "Reading patients");
        }

        assertThat(out.toString()).isEmpty();
        assertThat(messages.toString().lines().count()).isLessThan(10);
    }

    @Test
    void numbersAreWrittenTheSameEverywhere() {
        console.line("%,d and %.2f", 12345, 1.5);
        console.line("100% as it is");

        assertThat(out.toString().lines()).containsExactly("12,345 and 1.50", "100% as it is");
    }
}
