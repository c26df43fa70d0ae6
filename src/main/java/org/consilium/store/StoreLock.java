package org.consilium.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second instance out, also one in this process (H2 would let that in, to a second writing
 * connection), and remembers whether the store was closed. The file is never deleted, since that
 * would race with another process; it is empty while the store is closed. Not thread-safe.
 */
final class StoreLock implements AutoCloseable {
    private final FileChannel channel;
    private final boolean leftOpen;

    private StoreLock(FileChannel channel, boolean leftOpen) {
        this.channel = channel;
        this.leftOpen = leftOpen;
    }

    static StoreLock acquire(Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (lock(channel) == null) {
                throw Failures.inUse(null);
            }
            boolean leftOpen = channel.size() > 0;
            channel.write(ByteBuffer.wrap(new byte[] {'\n'}), 0);
            return new StoreLock(channel, leftOpen);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Whether whoever held it last did not get to closing the store. */
    boolean leftOpen() {
        return leftOpen;
    }

    /** Lets go and leaves the mark that the store was not closed properly. */
    void abandon() throws IOException {
        channel.close();
    }

    /** Lets go after the store was closed. */
    @Override
    public void close() throws IOException {
        try {
            channel.truncate(0);
        } finally {
            channel.close();
        }
    }
}
