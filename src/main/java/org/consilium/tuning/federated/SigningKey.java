package org.consilium.tuning.federated;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/**
 * The Ed25519 key pair of an installation (RFC 8032). Arrays are shared, not copied; thread-safe as
 * long as nobody writes to them.
 *
 * @param publicKey SubjectPublicKeyInfo (RFC 8410), 44 bytes
 * @param privateKey PKCS #8 (RFC 8410); never leaves the store
 */
public record SigningKey(byte[] publicKey, byte[] privateKey) {
    static final int PUBLIC_BYTES = 44;
    static final int SIGNATURE_BYTES = 64;
    private static final String ALGORITHM = "Ed25519";

    /** A new one. */
    public static SigningKey generate() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return new SigningKey(pair.getPublic().getEncoded(), pair.getPrivate().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has Ed25519", e);
        }
    }

    byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(
                    KeyFactory.getInstance(ALGORITHM)
                            .generatePrivate(new PKCS8EncodedKeySpec(privateKey)));
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The store's signing key is damaged.", e);
        }
    }

    /** Whether the message was signed by the holder of that key, which may be no key at all. */
    static boolean verifies(byte[] publicKey, byte[] signature, byte[] message) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(
                    KeyFactory.getInstance(ALGORITHM)
                            .generatePublic(new X509EncodedKeySpec(publicKey)));
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** What people compare by voice: SHA-256 of the public key, hexadecimal in groups of four. */
    public static String fingerprint(byte[] publicKey) {
        return HexFormat.of().formatHex(sha256(publicKey)).replaceAll("(.{4})(?!$)", "$1 ");
    }

    /** SHA-256, hexadecimal. */
    public static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(sha256(bytes));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
