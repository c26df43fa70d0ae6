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
record AppGateway(AppPaths paths, Desktop desktop) implements Gateway {
    AppGateway(AppPaths paths) {
        this(paths, new Desktop(new Display(paths)));
    }

    @Override
    public Path home(@Nullable Path home) {
        return home == null ? paths.home() : home;
    }

    private Home store(Path home) {
        return new Home(home, paths.models());
    }

    @Override
    public void create(Path home, char[] passphrase) throws AccessException, IOException {
        store(home).create(passphrase).close();
    }

    @Override
    public Workspace open(Path home, char[] passphrase) throws AccessException, IOException {
        return store(home).unlock(passphrase);
    }

    @Override
    public boolean exists(Path home) {
        return store(home).exists();
    }

    @Override
    public List<Check> doctor(Path home) {
        return new Doctor(store(home), new Display(paths)).checks();
    }

    @Override
    public boolean hasDisplay() {
        return new Display(paths).isThere();
    }

    @Override
    public void window(Path home, boolean demo) throws NoPicturesException, IOException {
        desktop.show(store(home), demo);
    }

    @Override
    public void closeWindow() {
        desktop.close();
    }

    @Override
    public List<Path> tour(Path out, Progress progress) throws Exception {
        return desktop.tour(store(out.resolve("no-store")), out, progress);
    }

    @Override
    public void makeBaseModel(BaseModelRequest request, Progress progress) throws Exception {
        BaseModelMaking.make(request, progress);
    }
}
