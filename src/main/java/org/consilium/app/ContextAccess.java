package org.consilium.app;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.consilium.job.Job;
import org.consilium.ui.common.Services;
import org.consilium.ui.signin.Access;

/** The way in for the window; holds what it opened until it is closed. Thread-safe. */
final class ContextAccess implements Access {
    private static final String USER = System.getProperty("user.name", "clinician");

    private final Home home;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    ContextAccess(Home home) {
        this.home = home;
    }

    @Override
    public boolean storeExists() {
        return home.exists();
    }

    @Override
    public Job<Services> create(char[] passphrase) {
        return progress -> held(home.create(passphrase)).services(USER);
    }

    @Override
    public Job<Services> unlock(char[] passphrase) {
        return progress -> held(home.unlock(passphrase)).services(USER);
    }

    @Override
    public Job<Services> demo() {
        return progress -> held(DemoStore.make(home.models(), progress)).context().services(USER);
    }

    private synchronized <T extends AutoCloseable> T held(T resource) {
        opened.push(resource);
        return resource;
    }

    /** Closes the latest first, and everything even if one of them fails. */
    @Override
    public synchronized void close() throws IOException {
        IOException failure = null;
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                failure = new IOException("The store could not be closed properly.", e);
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
