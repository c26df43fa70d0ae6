package org.consilium.security;

import java.security.SecureRandom;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * How a key is derived from a passphrase: Argon2id (RFC 9106).
 *
 * @param memoryKib memory in KiB
 */
record Derivation(int memoryKib, int passes, int lanes, byte[] salt) {
    static final int KEY_BYTES = 32;
    private static final int SALT_BYTES = 16;

    /** Bounds, so that a key file from elsewhere can't take all memory or time. */
    private static final int MOST_MEMORY_KIB = 1 << 20;

    private static final int MOST_PASSES = 64;
    private static final int MOST_LANES = 16;

    Derivation {
        if (memoryKib < 8
                || memoryKib > MOST_MEMORY_KIB
                || passes < 1
                || passes > MOST_PASSES
                || lanes < 1
                || lanes > MOST_LANES
                || salt.length < SALT_BYTES) {
            throw new IllegalArgumentException("parameters of the derivation out of bounds");
        }
    }

    /** 64 MiB, 3 passes, 1 lane: 0.45 s on the machine of FACTS. */
    static Derivation fresh(SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new Derivation(64 * 1024, 3, 1, salt);
    }

    byte[] key(byte[] secret) {
        Argon2BytesGenerator argon = new Argon2BytesGenerator();
        argon.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withSalt(salt)
                        .withMemoryAsKB(memoryKib)
                        .withIterations(passes)
                        .withParallelism(lanes)
                        .build());
        byte[] key = new byte[KEY_BYTES];
        argon.generateBytes(secret, key);
        return key;
    }
}
