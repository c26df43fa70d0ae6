package org.consilium.ui.signin;

import java.io.IOException;
import org.consilium.job.Job;
import org.consilium.ui.common.Services;

/** The way in; implemented by the composition root. */
public interface Access extends AutoCloseable {
    /** Whether there is a store to unlock; if not, the first run makes one. */
    boolean storeExists();

    /** Makes the store. The passphrase is wiped afterwards. */
    Job<Services> create(char[] passphrase);

    /**
     * Opens the store; the job fails with {@link org.consilium.security.AccessException} on a wrong
     * passphrase, nothing touched. The passphrase is wiped afterwards.
     */
    Job<Services> unlock(char[] passphrase);

    /** A throw-away store with the synthetic demo cohort. */
    Job<Services> demo();

    /** Closes what was opened: the store is locked, a throw-away one is gone. */
    @Override
    void close() throws IOException;
}
