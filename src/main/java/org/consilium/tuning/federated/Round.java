package org.consilium.tuning.federated;

/**
 * Header of a file with which a coordinator opens a round; its data is the model to start from.
 *
 * @param federation identifier of the federation, a UUID
 * @param name what people call the federation
 * @param round from 1
 * @param base SHA-256 of the model, hexadecimal
 * @param epochs passes of each clinic over its visits; without meaning where all is solved in
 *     closed form
 * @param learningRate of Adam
 */
public record Round(
        String kind,
        String federation,
        String name,
        int round,
        String base,
        int epochs,
        double learningRate,
        ClinicPrivacy privacy) {
    static final String KIND = "round";

    public Round(
            String federation,
            String name,
            int round,
            String base,
            int epochs,
            double learningRate,
            ClinicPrivacy privacy) {
        this(KIND, federation, name, round, base, epochs, learningRate, privacy);
    }

    /**
     * @throws IllegalArgumentException when the file holds no round, or its model is another one
     */
    public static Round of(SignedFile file) {
        Round round = file.header(Round.class, KIND);
        if (!round.base.equals(SigningKey.hash(file.data()))) {
            throw new IllegalArgumentException(file.name() + " holds another model than it names.");
        }
        return round;
    }

    /** The round after this one, from what was merged. */
    public Round next(byte[] model) {
        return new Round(
                federation, name, round + 1, SigningKey.hash(model), epochs, learningRate, privacy);
    }
}
