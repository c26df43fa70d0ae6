package org.consilium.export;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The place beside a target where its content is made, and the move that puts it there whole. Its
 * name follows from the target's, and a lock says whether a process is at work in it: so what a
 * killed process left behind is cleared away by the next export to the same target. Not
 * thread-safe.
 */
final class Staging implements AutoCloseable {
    private final Path target;
    private final Path folder;
    private final Path replaced;
    private final Path lockFile;
    private final FileChannel lock;

    private Staging(Path target, Path lockFile, FileChannel lock) {
        this.target = target;
        this.lockFile = lockFile;
        this.lock = lock;
        folder = beside(target, ".exporting");
        replaced = beside(target, ".replaced");
    }

    /**
     * @param target absolute, in a folder that is there
     * @throws ExportException when another export is at work there
     */
    static Staging claim(Path target) throws ExportException, IOException {
        Path lockFile = beside(target, ".lock");
        FileChannel channel =
                FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isOurs(channel)) {
            channel.close();
            throw new ExportException(
                    "Another export to " + target + " is under way: wait for it to end.");
        }
        Staging staging = new Staging(target, lockFile, channel);
        try {
            staging.clear();
            Files.createDirectory(staging.folder, Private.folder(staging.folder));
        } catch (IOException | RuntimeException e) {
            staging.close();
            throw e;
        }
        return staging;
    }

    private static boolean isOurs(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static Path beside(Path target, String suffix) {
        return target.resolveSibling("." + target.getFileName() + suffix);
    }

    Path folder() {
        return folder;
    }

    /** Puts the content in its place, where an earlier one gives way once the new one is there. */
    void publish() throws IOException {
        boolean earlier = Files.exists(target);
        if (earlier) {
            move(target, replaced);
        }
        try {
            move(folder, target);
        } catch (IOException e) {
            if (earlier) {
                move(replaced, target);
            }
            throw e;
        }
        if (earlier) {
            delete(replaced);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to);
        }
    }

    /** After a process that was killed. */
    private void clear() throws IOException {
        delete(folder);
        if (Files.exists(replaced)) {
            if (Files.exists(target)) {
                delete(replaced);
            } else {
                move(replaced, target);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> inside;
        try (Stream<Path> files = Files.walk(folder)) {
            inside = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : inside) {
            Files.delete(file);
        }
    }

    /** Leaves nothing but what was published. */
    @Override
    public void close() throws IOException {
        try {
            delete(folder);
            Files.deleteIfExists(lockFile);
        } finally {
            lock.close();
        }
    }
}
