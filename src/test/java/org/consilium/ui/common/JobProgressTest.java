package org.consilium.ui.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class JobProgressTest {
    private final List<Runnable> later = new ArrayList<>();
    private final List<JobProgress.Report> shown = new ArrayList<>();
    private final JobProgress progress = new JobProgress(later::add, shown::add);

    @Test
    void fastProgressIsShownOnceWithItsLatest() {
        progress.report(1, 3, "Reading");
        progress.report(2, 3, "Reading");
        later.forEach(Runnable::run);
        assertThat(shown).containsExactly(new JobProgress.Report(2, 3, "Reading"));
    }

    @Test
    void whatIsNotCountedHasNoFraction() {
        assertThat(new JobProgress.Report(1, 4, "").fraction()).isEqualTo(.25);
        assertThat(new JobProgress.Report(5, 4, "").fraction()).isEqualTo(1);
        assertThat(new JobProgress.Report(5, -1, "").fraction()).isNegative();
    }

    @Test
    void theJobLearnsThatItIsNoLongerWanted() {
        progress.checkCancelled();
        progress.cancel();
        assertThatThrownBy(progress::checkCancelled).isInstanceOf(CancellationException.class);
    }
}
