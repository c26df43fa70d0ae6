package org.consilium.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.consilium.store.Database;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Demos that were killed: nobody has their key, so they only take room. */
final class LeftDemos {
    static final String PREFIX = "consilium-demo-";

    private static final Logger LOG = LoggerFactory.getLogger(LeftDemos.class);

    private LeftDemos() {}

    /** Deletes every demo in a folder that no process has open. */
    static void delete(Path folder) {
        try (DirectoryStream<Path> demos = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (Path demo : demos) {
                if (isLeft(demo)) {
                    DemoStore.delete(demo);
                }
            }
        } catch (IOException e) {
            LOG.warn(
                    "A demo that was left behind could not be deleted ({}).",
                    e.getClass().getSimpleName());
        }
    }

    private static boolean isLeft(Path demo) throws IOException {
        Path file = Database.file(demo);
        if (!Files.isRegularFile(file)) {
            // another process may be about to make its store
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                @Nullable FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}
