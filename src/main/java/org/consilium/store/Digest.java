package org.consilium.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 (FIPS 180-4) over fields, each with its length before it, so that no two lists of fields
 * come to the same bytes. Not thread-safe.
 */
final class Digest {
    private static final int ABSENT = -1;
    private final MessageDigest sha256;

    Digest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    Digest add(@Nullable String field) {
        if (field == null) {
            sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, ABSENT));
            return this;
        }
        return add(field.getBytes(StandardCharsets.UTF_8));
    }

    Digest add(byte[] field) {
        sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, field.length));
        sha256.update(field);
        return this;
    }

    byte[] bytes() {
        return sha256.digest();
    }
}
