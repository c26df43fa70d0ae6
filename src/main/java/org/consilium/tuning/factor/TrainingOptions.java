package org.consilium.tuning.factor;

import java.util.Locale;

/**
 * How factors are trained (MODEL.md, "Recipes that worked").
 *
 * @param epochs passes over the visits
 * @param learningRate of Adam, what the schedule's factors are of
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
 * @param graphLayers layers of propagation over the graph of facts and items ({@link
 *     FactItemGraph}); 0 for none
 * @param wholeGraph whether vectors are propagated as they are, for a training from scratch, or
 *     only what they change by; without meaning where there are no layers
 * @param maskedEpochs passes over the visits in which the vectors learn to tell hidden facts before
 *     ({@link MaskedFacts}); 0 for none
 * @param seed of the order of visits, of the dropout and of the patients that early stopping leaves
 *     out
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
        Schedule schedule,
        int graphLayers,
        boolean wholeGraph,
        int maskedEpochs,
        long seed) {
    private static final int MOST_LAYERS = 8;
    static final int MOST_EPOCHS = 1000;
    private static final int LARGEST_BATCH = 65_536;

    /**
     * @throws IllegalArgumentException when a number makes no sense
     */
    public TrainingOptions {
        Range.check("epochs", epochs, 1, MOST_EPOCHS);
        Range.check("the learning rate", learningRate, 1e-9, 1);
        Range.check("the decay", decay, 0, 1);
        Range.check("the batch", batch, 1, LARGEST_BATCH);
        Range.check("the dropout", dropout, 0, .99);
        Range.check("L2-SP", pull, 0, 1000);
        Range.check("the layers of the graph", graphLayers, 0, MOST_LAYERS);
        Range.check("the epochs of masked facts", maskedEpochs, 0, MOST_EPOCHS);
        int layersLater = Layer.values().length - 1;
        if (schedule.unfreezing() * layersLater >= epochs && schedule.unfreezing() > 0) {
            throw new IllegalArgumentException(
                    "Unfreezing a layer every %d epochs needs more than %d epochs."
                            .formatted(schedule.unfreezing(), schedule.unfreezing() * layersLater));
        }
    }

    /** Without a graph and without masked facts. */
    public TrainingOptions(
            int epochs,
            double learningRate,
            double decay,
            int batch,
            double dropout,
            double pull,
            double averaging,
            double crowding,
            Schedule schedule,
            long seed) {
        this(
                epochs,
                learningRate,
                decay,
                batch,
                dropout,
                pull,
                averaging,
                crowding,
                schedule,
                0,
                false,
                0,
                seed);
    }

    /** On the plain schedule. */
    public TrainingOptions(
            int epochs,
            double learningRate,
            double decay,
            int batch,
            double dropout,
            double pull,
            double averaging,
            double crowding,
            long seed) {
        this(
                epochs,
                learningRate,
                decay,
                batch,
                dropout,
                pull,
                averaging,
                crowding,
                Schedule.PLAIN,
                seed);
    }

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
        double pull = patients <= 25 ? .01 : .001;
        return new TrainingOptions(20, 1e-3, 1, 64, .1, pull, 0, 0, seed);
    }

    /** The same for another number of epochs, from another learning rate, on another schedule. */
    public TrainingOptions over(int otherEpochs, double otherRate, Schedule otherSchedule) {
        return new TrainingOptions(
                otherEpochs,
                otherRate,
                decay,
                batch,
                dropout,
                pull,
                averaging,
                crowding,
                otherSchedule,
                graphLayers,
                wholeGraph,
                maskedEpochs,
                seed);
    }

    /** The same over so many layers of the graph, and after so many epochs of masked facts. */
    public TrainingOptions with(int layers, int masked) {
        return new TrainingOptions(
                epochs,
                learningRate,
                decay,
                batch,
                dropout,
                pull,
                averaging,
                crowding,
                schedule,
                layers,
                wholeGraph,
                masked,
                seed);
    }

    /** The same from scratch: nothing is there that the graph should leave as it is. */
    public TrainingOptions fresh() {
        return new TrainingOptions(
                epochs,
                learningRate,
                decay,
                batch,
                dropout,
                pull,
                averaging,
                crowding,
                schedule,
                graphLayers,
                true,
                maskedEpochs,
                seed);
    }

    /** Of the task of masked facts: as hard to move, but on the plain schedule. */
    TrainingOptions masked(int passes) {
        return new TrainingOptions(
                passes, learningRate, decay, batch, 0, pull, averaging, crowding, seed);
    }

    public TrainingOptions withDropout(double other) {
        return new TrainingOptions(
                epochs,
                learningRate,
                decay,
                batch,
                other,
                pull,
                averaging,
                crowding,
                schedule,
                graphLayers,
                wholeGraph,
                maskedEpochs,
                seed);
    }

    /** What a person may set, in words. */
    public String words() {
        return String.format(
                Locale.ROOT,
                "%d epochs, rate %.2g %s, L2-SP %s, batch %d, dropout %s%s%s%s",
                epochs,
                learningRate,
                schedule.course().words(),
                pull,
                batch,
                dropout,
                schedule.words(),
                graphLayers == 0 ? "" : ", graph of " + graphLayers + " layers",
                maskedEpochs == 0 ? "" : ", " + maskedEpochs + " epochs of masked facts first");
    }

    /**
     * The learning rate of a step, before a layer's factor.
     *
     * @param epoch from 1
     * @param part of all steps that is behind, from 0 at the first to 1 at the last
     */
    public double rate(int epoch, double part) {
        return learningRate * schedule.course().factor(decay, epoch, part);
    }
}
