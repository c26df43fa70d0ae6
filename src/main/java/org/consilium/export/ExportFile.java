package org.consilium.export;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.consilium.export.ExportRequest.Compression;

/**
 * One file of an export as it is written: its rows and bytes are counted and its SHA-256 (FIPS
 * 180-4) is taken on the way to the disk. Not thread-safe.
 */
public final class ExportFile {
    private static final int BUFFER = 1 << 16;

    private final String name;
    private final String type;
    private final FileChannel channel;
    private final MessageDigest sha256 = sha256();
    private final OutputStream content;
    private long rows;
    private long bytes;

    ExportFile(Path file, String type, Compression compression) throws IOException {
        this.name = String.valueOf(file.getFileName());
        this.type = type;
        channel =
                FileChannel.open(
                        file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        Private.file(file));
        OutputStream disk = new ToDisk(Channels.newOutputStream(channel));
        content =
                new BufferedOutputStream(
                        compression == Compression.GZIP ? new GZIPOutputStream(disk, BUFFER) : disk,
                        BUFFER);
    }

    /** Where its content goes. Closing it brings the file to the disk. */
    public OutputStream content() {
        return content;
    }

    /** One more row. */
    public void row() {
        rows++;
    }

    /** What a manifest says of it, once its content is closed. */
    Manifest.Entry entry() {
        return new Manifest.Entry(
                name, type, rows, bytes, HexFormat.of().formatHex(sha256.digest()));
    }

    /** Gives the file back to the operating system, whatever state it is in. */
    void abandon() throws IOException {
        channel.close();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private final class ToDisk extends FilterOutputStream {
        ToDisk(OutputStream disk) {
            super(new DigestOutputStream(disk, sha256));
        }

        @Override
        public void write(int single) throws IOException {
            out.write(single);
            bytes++;
        }

        @Override
        public void write(byte[] from, int offset, int length) throws IOException {
            out.write(from, offset, length);
            bytes += length;
        }

        @Override
        public void close() throws IOException {
            if (channel.isOpen()) {
                channel.force(true);
            }
            super.close();
        }
    }
}
