package org.consilium.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.consilium.cli.Gateway;
import org.consilium.cli.Workspace;
import org.consilium.job.Progress;
import org.consilium.security.AccessException;
import org.jspecify.annotations.Nullable;

/** What the command line can't know by itself. */
record AppGateway(AppPaths paths) implements Gateway {
    @Override
    public Path home(@Nullable Path home) {
        return home == null ? paths.home() : home;
    }

    @Override
    public void create(Path home, char[] passphrase) throws AccessException, IOException {
        new Home(home).create(passphrase).close();
    }

    @Override
    public Workspace open(Path home, char[] passphrase) throws AccessException, IOException {
        return new Home(home).unlock(passphrase);
    }

    @Override
    public boolean exists(Path home) {
        return new Home(home).exists();
    }

    @Override
    public List<Check> doctor(Path home) {
        return new Doctor(home, new Display(paths)).checks();
    }

    @Override
    public boolean hasDisplay() {
        return new Display(paths).isThere();
    }

    @Override
    public void window(Path home, boolean demo) throws NoPicturesException, IOException {
        new Desktop(new Display(paths)).show(home, demo);
    }

    @Override
    public void closeWindow() {
        Desktop.close();
    }

    @Override
    public List<Path> tour(Path out, Progress progress) throws Exception {
        return new Desktop(new Display(paths)).tour(out, progress);
    }

    @Override
    public void makeBaseModel(BaseModelRequest request, Progress progress) throws Exception {
        throw new UnsupportedOperationException("not here yet");
    }
}
