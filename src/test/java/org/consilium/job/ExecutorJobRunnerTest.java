package org.consilium.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExecutorJobRunnerTest {
    private final ExecutorJobRunner runner = new ExecutorJobRunner();

    @AfterEach
    void close() {
        runner.close();
    }

    @Test
    void aJobRunsOnANamedThreadAndReports() throws Exception {
        List<String> reports = new CopyOnWriteArrayList<>();
        Progress progress =
                new Progress() {
                    @Override
                    public void report(long done, long total, String message) {
                        reports.add(done + "/" + total + " " + message);
                    }

                    @Override
                    public void checkCancelled() {}
                };
        String thread =
                runner.io(
                                given -> {
                                    given.report(1, 2, "half");
                                    return Thread.currentThread().getName();
                                },
                                progress)
                        .get();
        assertThat(thread).startsWith("consilium-io-");
        assertThat(reports).containsExactly("1/2 half");
    }

    @Test
    void everythingThatComputesSharesOneThread() {
        List<CompletableFuture<Thread>> futures =
                IntStream.range(0, 20)
                        .mapToObj(i -> runner.compute(p -> Thread.currentThread(), Progress.NONE))
                        .toList();
        assertThat(futures.stream().map(CompletableFuture::join).distinct()).hasSize(1);
    }

    @Test
    void cancellingTheFutureStopsTheJobAtItsNextCheck() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        CompletableFuture<Integer> future =
                runner.io(
                        progress -> {
                            started.countDown();
                            try {
                                while (true) {
                                    progress.checkCancelled();
                                    Thread.onSpinWait();
                                }
                            } finally {
                                stopped.countDown();
                            }
                        },
                        Progress.NONE);
        started.await();
        future.cancel(true);
        stopped.await();
        assertThatThrownBy(future::get).isInstanceOf(CancellationException.class);
    }

    @Test
    void aJobThatIsCancelledBeforeItsTurnNeverRuns() throws Exception {
        CountDownLatch hold = new CountDownLatch(1);
        List<String> ran = new CopyOnWriteArrayList<>();
        CompletableFuture<Boolean> first =
                runner.compute(
                        p -> {
                            hold.await();
                            return true;
                        },
                        Progress.NONE);
        CompletableFuture<Boolean> second = runner.compute(p -> ran.add("second"), Progress.NONE);
        second.cancel(false);
        hold.countDown();
        first.get();
        assertThat(runner.compute(p -> ran.add("third"), Progress.NONE).get()).isTrue();
        assertThat(ran).containsExactly("third");
    }

    @Test
    void whoeverWatchesMayCancelAsWell() {
        Progress watched =
                new Progress() {
                    @Override
                    public void report(long done, long total, String message) {}

                    @Override
                    public void checkCancelled() {
                        throw new CancellationException("no longer wanted");
                    }
                };
        CompletableFuture<Integer> future = runner.io(p -> 1, watched);
        assertThatThrownBy(future::join).isInstanceOf(CancellationException.class);
        assertThat(future).isCancelled();
    }

    @Test
    void whatAJobThrowsComesOut() {
        IllegalStateException failure = new IllegalStateException("no luck");
        CompletableFuture<Integer> future =
                runner.io(
                        p -> {
                            throw failure;
                        },
                        Progress.NONE);
        assertThatThrownBy(future::get).isInstanceOf(ExecutionException.class).hasCause(failure);
    }

    @Test
    void closingCancelsWhatRunsWithoutInterruptingAndTakesNothingMore() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        List<Boolean> interrupted = new CopyOnWriteArrayList<>();
        CompletableFuture<Integer> running =
                runner.io(
                        progress -> {
                            started.countDown();
                            try {
                                while (true) {
                                    progress.checkCancelled();
                                }
                            } finally {
                                interrupted.add(Thread.currentThread().isInterrupted());
                            }
                        },
                        Progress.NONE);
        started.await();
        runner.close();
        assertThat(running).isCancelled();
        assertThat(interrupted).containsExactly(false);
        assertThat(runner.io(p -> 1, Progress.NONE)).isCancelled();
    }
}
