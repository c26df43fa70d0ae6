package org.consilium.ui.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.consilium.job.Job;
import org.consilium.security.AccessException;
import org.consilium.ui.DeferredJobRunner;
import org.consilium.ui.SampleStore;
import org.consilium.ui.common.Services;
import org.consilium.ui.common.ViewState;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SignInViewModelTest {
    @AutoClose private final SampleStore store = new SampleStore();
    private final DeferredJobRunner jobs = new DeferredJobRunner();
    private final List<Entry> entered = new ArrayList<>();
    private final List<String> tried = new ArrayList<>();

    /** A way in that knows one passphrase. */
    private final class Door implements Access {
        private final boolean exists;

        Door(boolean exists) {
            this.exists = exists;
        }

        @Override
        public boolean storeExists() {
            return exists;
        }

        @Override
        public Job<Services> create(char[] passphrase) {
            return unlock(passphrase);
        }

        @Override
        public Job<Services> unlock(char[] passphrase) {
            String words = new String(passphrase);
            return progress -> {
                tried.add(words);
                if (!words.equals("open sesame")) {
                    throw new AccessException("The passphrase is wrong.");
                }
                return store.services(jobs);
            };
        }

        @Override
        public Job<Services> demo() {
            return progress -> {
                progress.report(1, 4, "Reading patients");
                progress.checkCancelled();
                return store.services(jobs);
            };
        }

        @Override
        public void close() {}
    }

    private SignInViewModel model(boolean exists) {
        return new SignInViewModel(new Door(exists), jobs, Runnable::run, entered::add);
    }

    @Test
    void aWrongPassphraseIsSaidAndAsksAgain() {
        SignInViewModel model = model(true);
        model.passphraseProperty().set("open barley");
        model.enter();
        assertThat(model.isRunning()).isTrue();
        jobs.run(0);
        assertThat(model.stateProperty().get())
                .isEqualTo(new ViewState.Failed<>("The passphrase is wrong."));
        assertThat(model.passphraseProperty().get()).isEmpty();
        assertThat(entered).isEmpty();
    }

    @Test
    void theFirstRunWantsThePassphraseTwiceTheSame() {
        SignInViewModel model = model(false);
        model.passphraseProperty().set("open sesame");
        model.repeatedProperty().set("open sesam");
        model.enter();
        assertThat(jobs.waiting()).isZero();
        assertThat(model.stateProperty().get()).isInstanceOf(ViewState.Failed.class);
        model.repeatedProperty().set("open sesame");
        model.enter();
        jobs.run(0);
        assertThat(tried).containsExactly("open sesame");
        assertThat(entered).hasSize(1);
        assertThat(entered.getFirst().demo()).isFalse();
    }

    @Test
    void nothingTypedIsSaidAtOnce() {
        SignInViewModel model = model(true);
        model.enter();
        assertThat(jobs.waiting()).isZero();
        assertThat(model.stateProperty().get())
                .isEqualTo(new ViewState.Failed<>("Type the passphrase first."));
    }

    @Test
    void theDemoTellsHowFarItIsAndCanBeLeft() {
        SignInViewModel model = model(true);
        model.demo();
        model.demo();
        assertThat(jobs.waiting()).isEqualTo(1);
        jobs.run(0);
        assertThat(model.messageProperty().get()).isEqualTo("Reading patients");
        assertThat(model.fractionProperty().get()).isEqualTo(.25);
        assertThat(entered.getFirst().demo()).isTrue();

        SignInViewModel left = model(true);
        left.demo();
        left.cancel();
        jobs.run(0);
        assertThat(left.stateProperty().get()).isInstanceOf(ViewState.Idle.class);
        assertThat(entered).hasSize(1);
    }
}
