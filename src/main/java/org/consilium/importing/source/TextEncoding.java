package org.consilium.importing.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * How a text file is written down: by its byte order mark (Unicode Standard, section 23.8), else
 * UTF-16 where every other byte of its beginning is 0, else UTF-8 where its beginning is that but
 * for a few bytes, else Windows-1252, which older Western systems export.
 *
 * @param mark length of the byte order mark in bytes
 */
public record TextEncoding(Charset charset, int mark) {
    /** What a byte that can't be read becomes (Unicode REPLACEMENT CHARACTER). */
    public static final char UNREADABLE = '\uFFFD';

    private static final int LOOKED_AT = 1 << 16;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** The encoding of a file, by its first bytes. */
    public static TextEncoding of(InputFile file) throws IOException {
        return of(file.head(LOOKED_AT));
    }

    /** The encoding of a file that begins so. */
    public static TextEncoding of(byte[] head) {
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return new TextEncoding(StandardCharsets.UTF_8, 3);
        }
        if (startsWith(head, 0xFE, 0xFF)) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 2);
        }
        if (startsWith(head, 0xFF, 0xFE)) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 2);
        }
        Charset wide = wide(head);
        if (wide != null) {
            return new TextEncoding(wide, 0);
        }
        return new TextEncoding(isUtf8(head) ? StandardCharsets.UTF_8 : WINDOWS, 0);
    }

    /** Name for a person. */
    public String label() {
        return mark == 3 ? charset.name() + " with byte order mark" : charset.name();
    }

    /** The text without its mark; what can't be read becomes {@link #UNREADABLE}. */
    public Reader reader(InputStream content) throws IOException {
        InputStream buffered = new BufferedInputStream(content, LOOKED_AT);
        buffered.skipNBytes(mark);
        return new InputStreamReader(buffered, charset);
    }

    private static boolean startsWith(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xff) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    /** UTF-16 without a mark: Latin letters have a 0 before or after them, and no text has both. */
    private static @Nullable Charset wide(byte[] head) {
        int[] zeros = new int[2];
        for (int i = 0; i < head.length; i++) {
            zeros[i & 1] += head[i] == 0 ? 1 : 0;
        }
        int many = head.length / 4;
        if (Math.max(zeros[0], zeros[1]) <= many || Math.min(zeros[0], zeros[1]) > 0) {
            return null;
        }
        return zeros[0] > 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }

    /**
     * Perhaps with a few bytes that are none: whole characters of several bytes are more than
     * those, as they hardly ever are by chance in another encoding. A surrogate in three bytes
     * (CESU-8) passes for whole, since it is no text in Windows-1252 either; one that the end cuts
     * off is no error.
     */
    private static boolean isUtf8(byte[] head) {
        int whole = 0;
        int odd = 0;
        int at = 0;
        while (at < head.length) {
            int length = length(head[at] & 0xff);
            if (length > 0 && continues(head, at + 1, at + length)) {
                whole += length > 1 ? 1 : 0;
                at += length;
            } else {
                odd++;
                at++;
            }
        }
        return odd == 0 || whole > odd;
    }

    /** Bytes of a character by the first of them (Unicode Standard, table 3-7); 0 for none. */
    private static int length(int first) {
        if (first < 0x80) {
            return 1;
        }
        if (first < 0xC2 || first > 0xF4) {
            return 0;
        }
        return first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    }

    private static boolean continues(byte[] head, int from, int to) {
        for (int i = from; i < Math.min(to, head.length); i++) {
            if ((head[i] & 0xC0) != 0x80) {
                return false;
            }
        }
        return true;
    }
}
