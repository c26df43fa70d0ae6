package org.consilium.tuning.factor;

/**
 * How factors are trained (MODEL.md, "Recipes that worked").
 *
 * @param epochs passes over the visits
 * @param learningRate of Adam in the first epoch
 * @param decay factor on the learning rate after each epoch
 * @param batch visits a step
 * @param dropout share of a visit's facts left out at random in each step
 * @param pull strength of L2-SP (Li, Grandvalet and Davoine 2018): keeps the factors near where
 *     they started
 * @param averaging what is taken are not the last step's factors but their running mean over about
 *     {@code 1 / (1 - averaging)} steps (Polyak and Juditsky 1992), which evens out the noise of
 *     the last batches; 0 takes the last step's
 * @param crowding a visit with n targets counts {@code n^-crowding}: the metrics are means over
 *     visits, so one with twenty targets should not count as much as twenty with one; 0 counts
 *     every target alike
 * @param seed of the order of visits and of the dropout
 */
public record TrainingOptions(
        int epochs,
        double learningRate,
        double decay,
        int batch,
        double dropout,
        double pull,
        double averaging,
        double crowding,
        long seed) {

    public static TrainingOptions preTraining(long seed) {
        return new TrainingOptions(14, 4e-3, .92, 256, .1, 0, .999, .5, seed);
    }

    /** A few hundred patients and nothing else to start from. */
    public static TrainingOptions fromScratch(long seed) {
        return new TrainingOptions(20, 4e-3, .92, 64, .1, 0, 0, 0, seed);
    }

    /**
     * @param patients local patients: few of them are held closer to the base model
     */
    public static TrainingOptions fineTuning(int patients, long seed) {
        return new TrainingOptions(20, 1e-3, 1, 64, .1, patients <= 25 ? .01 : .001, 0, 0, seed);
    }
}
