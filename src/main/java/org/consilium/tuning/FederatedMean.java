package org.consilium.tuning;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consilium.tuning.federated.ClinicPrivacy;
import org.consilium.tuning.federated.Round;
import org.consilium.tuning.federated.SignedFile;
import org.consilium.tuning.federated.SigningKey;
import org.consilium.tuning.federated.Update;

/**
 * The mean of the clinics' changes, each weighted by its visits (McMahan et al., AISTATS 2017,
 * algorithm 1). Whose file is believed was settled before.
 */
final class FederatedMean {
    /** With one alone the next round would show its change bare. */
    private static final int FEWEST = 2;

    /** A clip is checked but for the rounding of the ridge to 16 bits. */
    private static final double ROUNDING = 1.01;

    private final LearnedModel base;
    private final Round round;
    private final Map<String, String> signers = new HashMap<>();
    private final List<Update> updates = new ArrayList<>();
    private final List<ModelDelta> deltas = new ArrayList<>();

    FederatedMean(LearnedModel base, Round round) {
        this.base = base;
        this.round = round;
    }

    /**
     * @throws IllegalArgumentException when it is no update of this round, in one sentence
     */
    Update add(SignedFile file) {
        Update update = Update.of(file, round);
        String other = signers.put(SigningKey.fingerprint(file.signer()), file.name());
        if (other != null) {
            throw new IllegalArgumentException(
                    "%s and %s are of the same clinic: give one of them."
                            .formatted(other, file.name()));
        }
        ModelDelta delta = read(file);
        double length = delta.length();
        ClinicPrivacy privacy = round.privacy();
        boolean tooLong =
                privacy.noise() == 0 && privacy.clip() > 0 && length > privacy.clip() * ROUNDING;
        if (!Double.isFinite(length) || tooLong) {
            throw new IllegalArgumentException(
                    file.name()
                            + " changes the model more than the round allows: ask its clinic why.");
        }
        updates.add(update);
        deltas.add(delta);
        return update;
    }

    private ModelDelta read(SignedFile file) {
        try {
            return ModelDelta.of(file.data(), base);
        } catch (IOException e) {
            throw new IllegalArgumentException(file.name() + " does not fit the round's model.", e);
        }
    }

    int clinics() {
        return updates.size();
    }

    int patients() {
        return updates.stream().mapToInt(Update::patients).sum();
    }

    int visits() {
        return updates.stream().mapToInt(Update::visits).sum();
    }

    /**
     * @throws IllegalArgumentException when there are fewer than two
     */
    ModelDelta mean() {
        if (updates.size() < FEWEST) {
            throw new IllegalArgumentException(
                    "A round is merged from %d updates or more: of fewer the next round would show whose it is."
                            .formatted(FEWEST));
        }
        ModelDelta mean = ModelDelta.zero(base);
        for (int i = 0; i < deltas.size(); i++) {
            mean.plus(deltas.get(i), (double) updates.get(i).visits() / visits());
        }
        return mean;
    }
}
