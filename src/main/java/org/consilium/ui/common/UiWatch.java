package org.consilium.ui.common;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * Measures how long the tasks of the window's thread take, and sees what they do. A question is put
 * to the thread again and again; what the thread works until it answers is the rest of the task
 * that is under way, with what was queued before. Work is processor time, so that another program
 * that is busy makes no task long. Thread-safe.
 */
public final class UiWatch implements AutoCloseable {
    /** One picture at 60 a second: longer, and a movement stutters. */
    public static final Duration LIMIT = Duration.ofMillis(16);

    private static final Duration SAMPLE = Duration.ofMillis(4);
    private static final String OURS = "org.consilium.";

    /**
     * A task worked for longer than {@link #LIMIT}.
     *
     * @param place what the person was at, as {@link #at} was told
     * @param culprit the innermost of our methods that was seen most often, else what was on top
     */
    public record Slow(String place, Duration time, String culprit) {
        @Override
        public String toString() {
            return "%d ms at %s in %s".formatted(time.toMillis(), place, culprit);
        }
    }

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Thread ui;
    private final Thread watcher;
    private final List<Slow> slow = new ArrayList<>();
    private volatile boolean open = true;
    private volatile boolean paused;
    private volatile String place = "start";

    private UiWatch(Thread ui) {
        this.ui = ui;
        watcher = Thread.ofPlatform().daemon().name("ui-watch").start(this::watch);
    }

    /** Begins to watch; called on the UI thread. */
    public static UiWatch begin() {
        if (!Platform.isFxApplicationThread()) {
            throw new IllegalStateException("to be called on the thread that is watched");
        }
        return new UiWatch(Thread.currentThread());
    }

    /** What the person is at from now on. */
    public void at(String what) {
        place = what;
    }

    /** While what is done is no person's doing: a picture is taken. */
    public void pause(boolean wanted) {
        paused = wanted;
    }

    /** What was too long, the longest first. */
    public List<Slow> slow() {
        synchronized (slow) {
            return slow.stream().sorted((a, b) -> b.time().compareTo(a.time())).toList();
        }
    }

    private void watch() {
        try {
            while (open) {
                ask();
                Thread.sleep(SAMPLE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask() throws InterruptedException {
        if (paused) {
            return;
        }
        String asked = place;
        long begun = THREADS.getThreadCpuTime(ui.threadId());
        AtomicLong answered = new AtomicLong();
        Platform.runLater(() -> answered.set(THREADS.getThreadCpuTime(ui.threadId())));
        List<String> seen = new ArrayList<>();
        while (open && answered.get() == 0) {
            Thread.sleep(SAMPLE);
            if (answered.get() == 0) {
                seen.add(culprit(ui.getStackTrace()));
            }
        }
        Duration time = Duration.ofNanos(answered.get() - begun);
        if (open && !paused && time.compareTo(LIMIT) > 0) {
            synchronized (slow) {
                slow.add(new Slow(asked, time, mostFrequent(seen)));
            }
        }
    }

    private static String culprit(StackTraceElement[] stack) {
        @Nullable StackTraceElement ours =
                Arrays.stream(stack)
                        .filter(frame -> frame.getClassName().startsWith(OURS))
                        .findFirst()
                        .orElse(null);
        if (ours != null) {
            return ours.getClassName().substring(OURS.length()) + "." + ours.getMethodName();
        }
        // JavaFX's own work: layout, style sheets or drawing, as its outer methods say
        return Arrays.stream(stack)
                .filter(frame -> frame.getClassName().startsWith("javafx.scene.Scene$"))
                .reduce((inner, outer) -> inner)
                .map(frame -> "JavaFX, " + frame.getMethodName())
                .orElse(stack.length == 0 ? "nothing" : "JavaFX, " + stack[0].getMethodName());
    }

    private static String mostFrequent(List<String> seen) {
        return seen.stream()
                .distinct()
                .max((a, b) -> Integer.compare(count(seen, a), count(seen, b)))
                .orElse("what was over before it was seen");
    }

    private static int count(List<String> seen, String one) {
        return (int) seen.stream().filter(one::equals).count();
    }

    @Override
    public void close() {
        open = false;
        watcher.interrupt();
    }
}
