package org.consilium.tuning.federated;

/**
 * Header of a file in which a clinic tells what it would change of a round's model; its data is the
 * change of the weights.
 *
 * @param base SHA-256 of the model that was changed
 * @param patients how many were learned from; not hidden by any noise
 * @param visits how many were learned from; the update's weight in the mean; not hidden either
 */
public record Update(
        String kind,
        String federation,
        int round,
        String base,
        int patients,
        int visits,
        ClinicPrivacy privacy) {
    static final String KIND = "update";

    public Update(Round round, int patients, int visits) {
        this(
                KIND,
                round.federation(),
                round.round(),
                round.base(),
                patients,
                visits,
                round.privacy());
    }

    /**
     * @throws IllegalArgumentException when the file holds no update, or none of that round, in one
     *     sentence
     */
    public static Update of(SignedFile file, Round round) {
        Update update = file.header(Update.class, KIND);
        if (!update.federation.equals(round.federation())) {
            throw refused(file, "belongs to another federation than " + round.name());
        }
        if (update.round != round.round()) {
            throw refused(file, "is for round %d, not %d".formatted(update.round, round.round()));
        }
        if (!update.base.equals(round.base())) {
            throw refused(file, "starts from another model than this round does");
        }
        if (!update.privacy.equals(round.privacy())) {
            throw refused(file, "was clipped or made noisy otherwise than the round asks");
        }
        if (update.visits < 1) {
            throw refused(file, "was learned from no visit");
        }
        return update;
    }

    private static IllegalArgumentException refused(SignedFile file, String reason) {
        return new IllegalArgumentException(file.name() + " " + reason + ".");
    }
}
