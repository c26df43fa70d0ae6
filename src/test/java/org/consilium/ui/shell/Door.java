package org.consilium.ui.shell;

import org.consilium.job.Job;
import org.consilium.job.JobRunner;
import org.consilium.security.AccessException;
import org.consilium.ui.SampleStore;
import org.consilium.ui.common.Services;
import org.consilium.ui.signin.Access;

/** The way in to a sample store. */
final class Door implements Access {
    static final String PASSPHRASE = "open sesame";

    private final SampleStore store;
    private final JobRunner jobs;
    private boolean closed;

    Door(SampleStore store, JobRunner jobs) {
        this.store = store;
        this.jobs = jobs;
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public boolean storeExists() {
        return true;
    }

    @Override
    public Job<Services> create(char[] passphrase) {
        return unlock(passphrase);
    }

    @Override
    public Job<Services> unlock(char[] passphrase) {
        String words = new String(passphrase);
        return progress -> {
            if (!words.equals(PASSPHRASE)) {
                throw new AccessException("The passphrase is wrong.");
            }
            return store.services(jobs);
        };
    }

    @Override
    public Job<Services> demo() {
        return progress -> store.services(jobs);
    }

    @Override
    public void close() {
        closed = true;
    }
}
