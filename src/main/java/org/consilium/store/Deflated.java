package org.consilium.store;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Bytes in a small envelope: version (1 byte), CRC32C of all that follows (4), length of the
 * content (4), content deflated. The checksum is looked at before anything is inflated.
 */
final class Deflated {
    /** Bytes before the deflated content. */
    static final int HEADER = 9;

    private static final int LARGEST = 1 << 29;
    private static final int BUFFER = 8192;

    private Deflated() {}

    static byte[] text(String text) {
        return of((byte) 1, text.getBytes(StandardCharsets.UTF_8));
    }

    static String text(byte[] envelope) {
        return new String(content((byte) 1, envelope), StandardCharsets.UTF_8);
    }

    static byte[] of(byte version, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length / 2 + HEADER);
        out.writeBytes(new byte[HEADER]);
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(content);
            deflater.finish();
            byte[] buffer = new byte[BUFFER];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
        } finally {
            deflater.end();
        }
        byte[] bytes = out.toByteArray();
        ByteBuffer.wrap(bytes).put(version).putInt(0).putInt(content.length);
        return ByteBuffer.wrap(bytes).putInt(1, checksum(bytes)).array();
    }

    /**
     * @throws StoreException when it is damaged or of another version
     */
    static byte[] content(byte version, byte[] envelope) {
        if (!isSound(envelope) || envelope[0] != version) {
            throw damaged();
        }
        byte[] content = new byte[ByteBuffer.wrap(envelope).getInt(5)];
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(envelope, HEADER, envelope.length - HEADER);
            int at = 0;
            while (at < content.length) {
                int read = inflater.inflate(content, at, content.length - at);
                if (read == 0) {
                    throw damaged();
                }
                at += read;
            }
            return content;
        } catch (DataFormatException e) {
            throw damaged();
        } finally {
            inflater.end();
        }
    }

    /** Whether it is as it was written. */
    static boolean isSound(byte[] envelope) {
        if (envelope.length < HEADER) {
            return false;
        }
        ByteBuffer header = ByteBuffer.wrap(envelope);
        int length = header.getInt(5);
        return length >= 0 && length <= LARGEST && header.getInt(1) == checksum(envelope);
    }

    private static int checksum(byte[] envelope) {
        CRC32C checksum = new CRC32C();
        checksum.update(envelope, 0, 1);
        checksum.update(envelope, 5, envelope.length - 5);
        return (int) checksum.getValue();
    }

    static StoreException damaged() {
        return new StoreException(
                StoreException.Kind.DAMAGED,
                "A record in the store is damaged: put a backup of consilium.mv.db in its place.",
                null);
    }
}
