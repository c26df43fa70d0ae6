package org.consilium.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.PrintWriter;
import java.util.Locale;
import org.consilium.job.Progress;
import org.consilium.job.TimeLeft;

/** Results on one stream, progress and messages on another, so that results can be piped. */
final class Console implements Progress {
    private static final long QUIET_NANOS = 500_000_000L;
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
                    .build();

    private final PrintWriter out;
    private final PrintWriter messages;
    private final Cancellation cancellation;
    private final TimeLeft timeLeft = new TimeLeft(System::nanoTime);
    private long lastReport = System.nanoTime();

    Console(PrintWriter out, PrintWriter messages, Cancellation cancellation) {
        this.out = out;
        this.messages = messages;
        this.cancellation = cancellation;
    }

    void line(String format, Object... values) {
        out.println(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
        out.flush();
    }

    void json(Object value) {
        out.println(jsonText(value));
        out.flush();
    }

    /** What {@link #json} prints. */
    String jsonText(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a result could not be written as JSON", e);
        }
    }

    void message(String text) {
        messages.println(text);
        messages.flush();
    }

    @Override
    public void report(long done, long total, String message) {
        long now = System.nanoTime();
        if (now - lastReport < QUIET_NANOS) {
            return;
        }
        lastReport = now;
        if (total > 0) {
            String left = timeLeft.words(done, total);
            message(
                    message
                            + " "
                            + Math.round(100.0 * done / total)
                            + "%"
                            + (left.isEmpty() ? "" : ", " + left));
        } else {
            message(message + " " + done);
        }
    }

    @Override
    public void checkCancelled() {
        cancellation.check();
    }
}
