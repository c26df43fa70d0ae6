package org.consilium.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.consilium.cli.Gateway.Check;
import org.consilium.store.Database;
import org.consilium.torch.Natives;
import org.jspecify.annotations.Nullable;

/** Looks at everything that an installation needs; changes nothing. */
record Doctor(Home home, Display screen) {
    private static final int JAVA = 25;

    /** The unpacked native libraries, a store of some thousand patients, and room to work. */
    private static final long ROOM = 2L << 30;

    List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        checks.add(
                new Check(
                        Runtime.version().feature() >= JAVA,
                        "Java",
                        Runtime.version() + " of " + System.getProperty("java.vendor")));
        checks.add(display());
        checks.add(pytorch());
        checks.add(models());
        checks.add(store());
        checks.add(disk());
        return checks;
    }

    private Check display() {
        boolean there = screen.isThere();
        Set<String> missing = there ? screen.missingForWindow() : screen.missingForPictures();
        String finding =
                there ? "found" : "none, so the window can't open; consilium tour needs none";
        return missing.isEmpty()
                ? new Check(true, "Display", finding)
                : new Check(false, "Display", "install " + String.join(" ", missing));
    }

    private static Check pytorch() {
        try {
            return new Check(true, "PyTorch", Natives.version());
        } catch (RuntimeException | LinkageError e) {
            return new Check(
                    false, "PyTorch", "does not load, so tuning can't run: " + e.getMessage());
        }
    }

    private Check models() {
        Path folder = home.models().toAbsolutePath();
        List<String> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.consilium")) {
                files.forEach(file -> found.add(String.valueOf(file.getFileName())));
            } catch (IOException e) {
                return new Check(false, "Base models", folder + " can't be read");
            }
        }
        return found.isEmpty()
                ? new Check(false, "Base models", "none in " + folder)
                : new Check(true, "Base models", String.join(", ", found) + " in " + folder);
    }

    private Check store() {
        Path folder = home.folder();
        Path file = Database.file(folder);
        if (!home.exists()) {
            return Files.exists(file)
                    ? new Check(false, "Store", folder + " lacks its key.json: restore it")
                    : new Check(true, "Store", folder + ", not made yet: consilium init");
        }
        try {
            return isInUse(file)
                    ? new Check(true, "Store", folder + ", in use now")
                    : new Check(
                            true, "Store", "%s, %,d MB".formatted(folder, Files.size(file) >> 20));
        } catch (IOException e) {
            return new Check(false, "Store", folder + " can't be read");
        }
    }

    private static boolean isInUse(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                @Nullable FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return lock == null;
        }
    }

    private Check disk() {
        Path existing = home.folder().toAbsolutePath();
        while (!Files.exists(existing)) {
            existing = Objects.requireNonNullElse(existing.getParent(), existing.getRoot());
        }
        try {
            long free = Files.getFileStore(existing).getUsableSpace();
            return new Check(free > ROOM, "Free disk", "%,d MB".formatted(free >> 20));
        } catch (IOException e) {
            return new Check(false, "Free disk", "can't be told");
        }
    }
}
