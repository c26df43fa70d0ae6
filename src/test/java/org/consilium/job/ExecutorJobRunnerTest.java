package org.consilium.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExecutorJobRunnerTest {
    private final ExecutorJobRunner runner = new ExecutorJobRunner();
    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicBoolean interrupted = new AtomicBoolean();

    @AfterEach
    void close() {
        runner.close();
    }

    @Test
    void givesWhatTheJobMade() {
        assertThat(runner.io(progress -> 42, Progress.NONE).join()).isEqualTo(42);
    }

    @Test
    void aFailureComesOutAsItWas() {
        assertThatThrownBy(() ->
                        runner.compute(
                                        progress -> {
                                            throw new IllegalArgumentException("No.");
                                        },
                                        Progress.NONE)
                                .join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void cancellingEndsTheJobAtItsNextStep() throws InterruptedException {
        CompletableFuture<Integer> future = runner.io(this::untilCancelled, Progress.NONE);
        started.await();

        future.cancel(true);
        ended.await();

        assertThat(future).isCancelled();
        assertThat(interrupted).isFalse();
    }

    @Test
    void closingEndsEveryJobWithoutAnInterrupt() throws InterruptedException {
        CompletableFuture<Integer> future = runner.compute(this::untilCancelled, Progress.NONE);
        started.await();

        runner.close();

        assertThat(future).isCancelled();
        assertThat(ended.getCount()).isZero();
        assertThat(interrupted).isFalse();
    }

    @Test
    void computesOneAtATimeOnOneThread() {
        CompletableFuture<String> first =
                runner.compute(progress -> Thread.currentThread().getName(), Progress.NONE);
        CompletableFuture<String> second =
                runner.compute(progress -> Thread.currentThread().getName(), Progress.NONE);

        assertThat(first.join()).isEqualTo(second.join());
    }

    private int untilCancelled(Progress progress) {
        started.countDown();
        try {
            while (true) {
                progress.checkCancelled();
                Thread.onSpinWait();
            }
        } catch (CancellationException e) {
            interrupted.set(Thread.currentThread().isInterrupted());
            throw e;
        } finally {
            ended.countDown();
        }
    }
}
