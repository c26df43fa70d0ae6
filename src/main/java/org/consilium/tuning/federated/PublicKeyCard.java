package org.consilium.tuning.federated;

/**
 * Header of a file that tells others the key of an installation; it has no data. It is signed by
 * that key, which shows that it came over whole, not whose it is.
 *
 * @param name of the installation, as it calls itself
 */
public record PublicKeyCard(String kind, String name) {
    static final String KIND = "key";

    public PublicKeyCard(String name) {
        this(KIND, name);
    }

    /**
     * @throws IllegalArgumentException when the file holds no key
     */
    public static PublicKeyCard of(SignedFile file) {
        return file.header(PublicKeyCard.class, KIND);
    }
}
