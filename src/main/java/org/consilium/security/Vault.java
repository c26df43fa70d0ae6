package org.consilium.security;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.consilium.files.WholeFile;

/**
 * The store's random 256-bit key, wrapped with AES-256-GCM (NIST SP 800-38D) under a key that
 * Argon2id derives from the passphrase. H2's own derivation has 10 rounds, so a passphrase never
 * reaches it. Thread-safe.
 */
public final class Vault {
    /**
     * Fewest characters of a passphrase (NIST SP 800-63B-4, section 3.1.1.2, asks for 8 at the
     * least).
     */
    public static final int SHORTEST = 8;

    private static final String FILE = "key.json";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Path file;
    private final SecureRandom random = new SecureRandom();

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
        byte[] key = new byte[Derivation.KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }

    /**
     * Makes a key. The passphrase is wiped; the caller wipes the key.
     *
     * @throws AccessException when it is too short or there is a key already
     */
    public byte[] create(char[] passphrase) throws AccessException, IOException {
        int characters = Character.codePointCount(passphrase, 0, passphrase.length);
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
            Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
            WholeFile.write(file, wrap(key, secret).bytes());
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-GCM", e);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /**
     * The key. The passphrase is wiped, the caller wipes the key; nothing is written.
     *
     * @throws AccessException when the passphrase is wrong, or there is no key or a damaged one
     */
    public byte[] unlock(char[] passphrase) throws AccessException {
        byte[] secret = bytes(passphrase);
        try {
            KeyFile stored = KeyFile.read(Files.readAllBytes(file));
            byte[] key = cipher(Cipher.DECRYPT_MODE, stored, secret).doFinal(stored.wrapped());
            if (key.length != Derivation.KEY_BYTES) {
                throw new IOException("the key has a wrong length");
            }
            return key;
        } catch (AEADBadTagException e) {
            throw new AccessException("The passphrase is wrong.", e);
        } catch (NoSuchFileException e) {
            throw new AccessException("There is no store here yet: make one first.", e);
        } catch (IOException | GeneralSecurityException e) {
            throw new AccessException(
                    "The key file is damaged: put back a copy of key.json from a backup; without it the store"
                            + " stays closed.",
                    e);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    private KeyFile wrap(byte[] key, byte[] secret) throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        KeyFile empty = new KeyFile(Derivation.fresh(random), nonce, new byte[0]);
        byte[] wrapped = cipher(Cipher.ENCRYPT_MODE, empty, secret).doFinal(key);
        return new KeyFile(empty.derivation(), nonce, wrapped);
    }

    private static Cipher cipher(int mode, KeyFile file, byte[] secret)
            throws GeneralSecurityException {
        byte[] derived = file.derivation().key(secret);
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    mode,
                    new SecretKeySpec(derived, "AES"),
                    new GCMParameterSpec(TAG_BITS, file.nonce()));
            cipher.updateAAD(file.authenticated());
            return cipher;
        } finally {
            Arrays.fill(derived, (byte) 0);
        }
    }

    private static byte[] bytes(char[] passphrase) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(passphrase));
        byte[] bytes = Arrays.copyOf(encoded.array(), encoded.limit());
        Arrays.fill(encoded.array(), (byte) 0);
        Arrays.fill(passphrase, '\0');
        return bytes;
    }
}
