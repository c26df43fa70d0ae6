package org.consilium.tuning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.consilium.clinical.NotFoundException;
import org.consilium.files.WholeFile;
import org.consilium.store.FederationRepository;
import org.consilium.tuning.federated.PublicKeyCard;
import org.consilium.tuning.federated.SignedFile;
import org.consilium.tuning.federated.SigningKey;
import org.jspecify.annotations.Nullable;

/**
 * This installation's signing key, which never leaves the encrypted store, and the keys of others
 * whose files are believed. Thread-safe.
 */
public final class FederationKeys {
    private static final byte[] NOTHING = {};

    private final FederationRepository repository;

    public FederationKeys(FederationRepository repository) {
        this.repository = repository;
    }

    /**
     * Somebody whose files are believed.
     *
     * @param fingerprint of the key, to be compared by voice
     */
    public record Signer(String name, String fingerprint) {
        private static Signer of(FederationRepository.Signer signer) {
            return new Signer(signer.name(), SigningKey.fingerprint(signer.publicKey()));
        }
    }

    /** Made when it is first asked for. */
    SigningKey own() {
        FederationRepository.Keys keys =
                repository.keys(() -> {
                    SigningKey fresh = SigningKey.generate();
                    return new FederationRepository.Keys(fresh.publicKey(), fresh.privateKey());
                });
        return new SigningKey(keys.publicKey(), keys.privateKey());
    }

    /**
     * Writes this installation's public key, for others to trust.
     *
     * @param name as it is to be called
     */
    public Signer write(String name, Path out) throws IOException {
        write(out, new PublicKeyCard(name), NOTHING);
        return new Signer(name, SigningKey.fingerprint(own().publicKey()));
    }

    /** A signed file where there is none yet. */
    void write(Path out, Object header, byte[] data) throws IOException {
        refuseUnwritable(out);
        WholeFile.write(out, SignedFile.signed(header, data, own()));
    }

    /** Before the work is done, and before a round counts as answered. */
    static void refuseUnwritable(Path out) {
        Path folder = out.toAbsolutePath().resolveSibling("");
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException("There is no folder " + folder + " to write to.");
        }
        if (Files.exists(out)) {
            throw new IllegalArgumentException(
                    out.getFileName() + " is there already: choose another name.");
        }
    }

    /**
     * Believes files of that key from now on.
     *
     * @param name what to call it; null for what it calls itself
     */
    public Signer trust(Path file, @Nullable String name) throws IOException {
        SignedFile card = SignedFile.read(file);
        String own = PublicKeyCard.of(card).name();
        FederationRepository.Signer signer =
                new FederationRepository.Signer(
                        Objects.requireNonNullElse(name, own), card.signer());
        repository.trust(signer);
        return Signer.of(signer);
    }

    /**
     * @throws NotFoundException when nobody of that name is trusted
     */
    public void distrust(String name) {
        if (!repository.distrust(name)) {
            throw new NotFoundException("Nobody called " + name + " is trusted.");
        }
    }

    /** Those whose files are believed, by name. */
    public List<Signer> signers() {
        return repository.signers().stream().map(Signer::of).toList();
    }

    /**
     * A file of this installation or of one that it trusts.
     *
     * @throws IllegalArgumentException when it is another's, or was changed
     */
    SignedFile believed(Path path) throws IOException {
        SignedFile file = SignedFile.read(path);
        boolean known =
                Stream.concat(
                                Stream.of(own().publicKey()),
                                repository.signers().stream()
                                        .map(FederationRepository.Signer::publicKey))
                        .anyMatch(key -> Arrays.equals(key, file.signer()));
        if (!known) {
            throw new IllegalArgumentException(
                    "%s is signed by a key that is not trusted here (%s): if you know whose it is, trust it first."
                            .formatted(file.name(), SigningKey.fingerprint(file.signer())));
        }
        return file;
    }

    /**
     * A file of this installation.
     *
     * @throws IllegalArgumentException when it is another's, or was changed
     */
    SignedFile ownFile(Path path) throws IOException {
        SignedFile file = SignedFile.read(path);
        if (!Arrays.equals(file.signer(), own().publicKey())) {
            throw new IllegalArgumentException(
                    file.name() + " was opened by another installation: only that one merges it.");
        }
        return file;
    }
}
