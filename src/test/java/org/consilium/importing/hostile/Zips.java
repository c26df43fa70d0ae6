package org.consilium.importing.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Makes archives, and breaks them where no library would. */
final class Zips {
    /** Signatures and offsets of APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16. */
    private static final int LOCAL = 0x04034b50;

    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;

    private Zips() {}

    /** Fills an archive. */
    @FunctionalInterface
    interface Filling {
        void of(ZipArchiveOutputStream zip) throws IOException;
    }

    static byte[] zip(Filling filling) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            filling.of(zip);
        }
        return bytes.toByteArray();
    }

    static void add(ZipArchiveOutputStream zip, String name, String text) throws IOException {
        add(zip, name, text.getBytes(StandardCharsets.UTF_8));
    }

    static void add(ZipArchiveOutputStream zip, String name, byte[] content) throws IOException {
        zip.putArchiveEntry(new ZipArchiveEntry(name));
        zip.write(content);
        zip.closeArchiveEntry();
    }

    /** Imports an archive of these bytes. */
    static Path file(Path folder, byte[] bytes) throws IOException {
        return Files.write(folder.resolve("records.zip"), bytes);
    }

    static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packing = new GZIPOutputStream(bytes)) {
            packing.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /**
     * Sets two bytes in every header: flags (local 6, central 8) or method (local 8, central 10).
     */
    static byte[] patched(byte[] zip, int local, int central, int value) {
        ByteBuffer bytes = ByteBuffer.wrap(zip.clone()).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at + 4 <= zip.length; at++) {
            int signature = bytes.getInt(at);
            if (signature == LOCAL || signature == CENTRAL) {
                bytes.putShort(at + (signature == LOCAL ? local : central), (short) value);
            }
        }
        return bytes.array();
    }

    /** With the first entry listed once more, under a name of which the first letter is another. */
    static byte[] overlapping(byte[] zip) {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int end = zip.length - 22;
        while (bytes.getInt(end) != END) {
            end--;
        }
        int directory = bytes.getInt(end + 16);
        byte[] again = Arrays.copyOfRange(zip, directory, end);
        again[46]++;
        ByteBuffer whole =
                ByteBuffer.allocate(zip.length + again.length).order(ByteOrder.LITTLE_ENDIAN);
        whole.put(zip, 0, end).put(again).put(zip, end, zip.length - end);
        int newEnd = end + again.length;
        whole.putShort(newEnd + 8, (short) 2).putShort(newEnd + 10, (short) 2);
        whole.putInt(newEnd + 12, 2 * again.length);
        return whole.array();
    }

    /** With one byte of the content changed. */
    static byte[] spoiled(byte[] zip) {
        byte[] spoiled = zip.clone();
        spoiled[60] ^= 1;
        return spoiled;
    }
}
