package org.consilium.tuning;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.consilium.tuning.federated.SharedModel;
import org.consilium.tuning.federated.SignedFile;
import org.consilium.tuning.federated.SigningKey;

/**
 * Models that leave this installation, and those that come in: weights, card and signature in one
 * file, never a patient's record. Thread-safe.
 */
public final class SharingService {
    private final ModelRegistry registry;
    private final FederationKeys keys;
    private final CardService cards;

    public SharingService(ModelRegistry registry, FederationKeys keys, CardService cards) {
        this.registry = registry;
        this.keys = keys;
        this.cards = cards;
    }

    /**
     * What was written or kept.
     *
     * @param fingerprint of the key that signed it
     * @param privacy what was measured of membership
     */
    public record Shared(String model, String sha256, String fingerprint, String privacy) {}

    /**
     * Writes a model for others, signed by this installation.
     *
     * @throws org.consilium.clinical.NotFoundException when there is no such model
     * @throws IllegalArgumentException when the file is there already
     */
    public Shared write(String model, Path out) throws IOException {
        LearnedModel learned = registry.learned(model);
        byte[] bytes = new ModelFile().write(learned);
        String hash = SigningKey.hash(bytes);
        String privacy = privacy(model);
        keys.write(
                out,
                new SharedModel(
                        model,
                        hash,
                        ModelFile.FORMAT,
                        learned.provenance().patients(),
                        privacy,
                        registry.card(model),
                        cards.written(model)),
                bytes);
        return new Shared(model, hash, SigningKey.fingerprint(keys.own().publicKey()), privacy);
    }

    private String privacy(String model) {
        if (registry.isShipped(model)) {
            return "It comes with the program and learned from nobody real.";
        }
        return registry.run(model)
                .map(FineTuneRun::findings)
                .map(RunFindings::membership)
                .map(MembershipTest::words)
                .orElse(
                        "Nobody has measured whether it can be told from the weights whom it learned from.");
    }

    /**
     * Keeps a model from elsewhere; it is not served, and the gate holds it back until it was
     * measured here.
     *
     * @param name to keep it under
     * @throws IllegalArgumentException when the signature, the hash or the format is not right, its
     *     signer is not trusted, or the name is taken
     */
    public Shared take(Path file, String name) throws IOException {
        if (registry.exists(name)) {
            throw new IllegalArgumentException(
                    "There is already a model called " + name + ": choose another name.");
        }
        SignedFile signed = keys.believed(file);
        SharedModel shared = SharedModel.of(signed);
        if (shared.modelFormat() > ModelFile.FORMAT) {
            throw new IllegalArgumentException(
                    signed.name() + " was made by a later version of Consilium.");
        }
        LearnedModel model = new ModelFile().read(signed.data()).named(name);
        String fingerprint = SigningKey.fingerprint(signed.signer());
        registry.keep(model, record(model, fingerprint), card(shared, fingerprint));
        cards.keep(name, shared.attributes(), "signer " + fingerprint);
        return new Shared(name, shared.sha256(), fingerprint, shared.privacy());
    }

    private static String record(LearnedModel model, String fingerprint)
            throws JsonProcessingException {
        return Json.mapper()
                .writeValueAsString(
                        new EvaluationReport(
                                model.cohort(),
                                "none here: tune and evaluate measure it on your own patients",
                                List.of(),
                                List.of("Taken from a file signed by " + fingerprint + ".")));
    }

    private static String card(SharedModel shared, String fingerprint) {
        return "%s%n%n## From elsewhere%n%n- **Signed by**: %s%n- **There called**: %s%n- **SHA-256**: `%s`%n- **Whom it learned from**: %s%n"
                .formatted(
                        shared.card().strip(),
                        fingerprint,
                        shared.name(),
                        shared.sha256(),
                        shared.privacy());
    }
}
