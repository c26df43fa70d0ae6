package org.consilium.store;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The texts of one timeline, each once; number 0 is no text. Identifiers that are UUIDs (RFC 9562,
 * in lower case) take 16 bytes. Not thread-safe.
 */
final class TextTable {
    private static final int UUID_MARK = 1;
    private static final int UUID_LENGTH = 36;
    private static final Pattern CANONICAL =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final List<String> texts = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    int number(@Nullable String text) {
        if (text == null) {
            return 0;
        }
        return numbers.computeIfAbsent(
                text,
                fresh -> {
                    texts.add(fresh);
                    return texts.size();
                });
    }

    @Nullable String text(int number) {
        return number == 0 ? null : texts.get(number - 1);
    }

    void write(PackedOutput out) {
        out.number(texts.size());
        for (String text : texts) {
            if (text.length() == UUID_LENGTH && CANONICAL.matcher(text).matches()) {
                UUID uuid = UUID.fromString(text);
                out.number(UUID_MARK);
                out.fixed(uuid.getMostSignificantBits());
                out.fixed(uuid.getLeastSignificantBits());
            } else {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                out.number((long) bytes.length << 1);
                out.bytes(bytes);
            }
        }
    }

    static TextTable read(PackedInput in) {
        TextTable table = new TextTable();
        for (int left = in.count(); left > 0; left--) {
            int length = in.count();
            table.texts.add(
                    length == UUID_MARK
                            ? new UUID(in.fixed(), in.fixed()).toString()
                            : new String(in.bytes(length >> 1), StandardCharsets.UTF_8));
        }
        return table;
    }
}
