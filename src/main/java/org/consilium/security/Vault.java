package org.consilium.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

/**
 * The store's random 256-bit key, wrapped with AES-256-GCM under a key that Argon2id (RFC 9106; 64
 * MiB, 3 passes, 1 lane) derives from the passphrase. H2's own derivation has 10 rounds, so a
 * passphrase never reaches it. Thread-safe.
 */
public final class Vault {
    /**
     * Fewest characters of a passphrase (NIST SP 800-63B-4, section 3.1.1.2, asks for 8 at the
     * least).
     */
    public static final int SHORTEST = 8;

    private static final int VERSION = 1;
    private static final String FILE = "key.json";
    private static final int KEY_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int MEMORY_KIB = 64 * 1024;
    private static final int PASSES = 3;

    private final Path file;
    private final SecureRandom random = new SecureRandom();
    private final ObjectMapper json = new ObjectMapper();

    public Vault(Path home) {
        this.file = home.resolve(FILE);
    }

    /** Whether there is a key to unlock. */
    public boolean exists() {
        return Files.exists(file);
    }

    /** Removes a key whose store could not be made. */
    public void discard() throws IOException {
        Files.deleteIfExists(file);
    }

    /** A key for a store that is thrown away afterwards. */
    public static byte[] throwAwayKey() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }

    /**
     * Makes a key. The passphrase is wiped.
     *
     * @throws AccessException when it is too short or there is a key already
     */
    public byte[] create(char[] passphrase) throws AccessException, IOException {
        int characters = passphrase.length;
        byte[] secret = bytes(passphrase);
        try {
            if (exists()) {
                throw new AccessException("This folder holds a store already: sign in instead.");
            }
            if (characters < SHORTEST) {
                throw new AccessException(
                        "A passphrase needs at least " + SHORTEST + " characters.");
            }
            byte[] key = throwAwayKey();
            write(wrap(key, secret));
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /**
     * The key. The passphrase is wiped; nothing is written.
     *
     * @throws AccessException when the passphrase is wrong, or there is no key or a damaged one
     */
    public byte[] unlock(char[] passphrase) throws AccessException {
        byte[] secret = bytes(passphrase);
        try {
            JsonNode stored = json.readTree(Files.readAllBytes(file));
            if (stored.path("version").asInt() != VERSION) {
                throw damaged(null);
            }
            HexFormat hex = HexFormat.of();
            byte[] salt = hex.parseHex(stored.path("salt").asText());
            byte[] nonce = hex.parseHex(stored.path("nonce").asText());
            byte[] wrapped = hex.parseHex(stored.path("key").asText());
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, secret, salt, nonce);
            return cipher.doFinal(wrapped);
        } catch (AEADBadTagException e) {
            throw new AccessException("The passphrase is wrong.", e);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw exists()
                    ? damaged(e)
                    : new AccessException("There is no store here yet: make one first.", e);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private static AccessException damaged(@Nullable Exception cause) {
        String message =
                "The key file is damaged: put back a copy of key.json from a backup; without it the store stays"
                        + " closed.";
        return cause == null ? new AccessException(message) : new AccessException(message, cause);
    }

    private ObjectNode wrap(byte[] key, byte[] secret) throws GeneralSecurityException {
        byte[] salt = new byte[SALT_BYTES];
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(salt);
        random.nextBytes(nonce);
        byte[] wrapped = cipher(Cipher.ENCRYPT_MODE, secret, salt, nonce).doFinal(key);
        HexFormat hex = HexFormat.of();
        return json.createObjectNode()
                .put("version", VERSION)
                .put("derivation", "argon2id, 64 MiB, 3 passes, 1 lane")
                .put("salt", hex.formatHex(salt))
                .put("nonce", hex.formatHex(nonce))
                .put("key", hex.formatHex(wrapped));
    }

    private static Cipher cipher(int mode, byte[] secret, byte[] salt, byte[] nonce)
            throws GeneralSecurityException {
        Argon2BytesGenerator argon = new Argon2BytesGenerator();
        argon.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withSalt(salt)
                        .withMemoryAsKB(MEMORY_KIB)
                        .withIterations(PASSES)
                        .withParallelism(1)
                        .build());
        byte[] derived = new byte[KEY_BYTES];
        argon.generateBytes(secret, derived);
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    mode, new SecretKeySpec(derived, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher;
        } finally {
            Arrays.fill(derived, (byte) 0);
        }
    }

    /** Whole and on the disk, or not at all: half a key file would lose the store. */
    private void write(ObjectNode content) throws IOException {
        Path home = file.toAbsolutePath().getParent();
        if (home != null) {
            Files.createDirectories(home);
        }
        Path fresh = file.resolveSibling(FILE + ".new");
        try (FileChannel channel =
                FileChannel.open(
                        fresh,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(json.writeValueAsBytes(content)));
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static byte[] bytes(char[] passphrase) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(passphrase));
        byte[] bytes = Arrays.copyOf(encoded.array(), encoded.limit());
        Arrays.fill(encoded.array(), (byte) 0);
        Arrays.fill(passphrase, '\0');
        return bytes;
    }
}
