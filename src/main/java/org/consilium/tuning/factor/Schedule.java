package org.consilium.tuning.factor;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Which layers learn, when and how fast.
 *
 * @param course of the learning rate
 * @param rates by layer the factor on the learning rate, from 0 to 10; 1 where none is given:
 *     discriminative rates (Howard and Ruder 2018, "Universal language model fine-tuning", section
 *     3.2). A layer of rate 0 is frozen: it gets no gradient and doesn't change
 * @param unfreezing gradual unfreezing (section 3.3 there): epochs after which the next layer
 *     joins, the head first, then vectors, then texts; 0 for all from the start
 * @param patience early stopping (Prechelt 1998): a fifth of the training patients is left out of
 *     the training, which ends when the loss on them has not fallen for so many epochs; taken are
 *     the factors of the best epoch. 0 trains on all patients to the end
 */
public record Schedule(Course course, Map<Layer, Double> rates, int unfreezing, int patience) {
    /** All layers alike, all patients, all epochs. */
    public static final Schedule PLAIN = new Schedule(Course.DECAY, Map.of(), 0, 0);

    /** Share of the training patients that early stopping leaves out. */
    public static final double VALIDATION = .2;

    private static final double HIGHEST_RATE = 10;

    /**
     * @throws IllegalArgumentException when nothing would learn or a number makes no sense
     */
    public Schedule {
        Map<Layer, Double> inOrder = new EnumMap<>(Layer.class);
        inOrder.putAll(rates);
        rates = Collections.unmodifiableMap(inOrder);
        for (double rate : rates.values()) {
            Range.check("a layer's rate", rate, 0, HIGHEST_RATE);
        }
        Range.check("epochs of unfreezing", unfreezing, 0, TrainingOptions.MOST_EPOCHS);
        Range.check("patience", patience, 0, TrainingOptions.MOST_EPOCHS);
        if (rates.size() == Layer.values().length
                && rates.values().stream().allMatch(rate -> rate == 0)) {
            throw new IllegalArgumentException("Every layer is frozen: let one learn.");
        }
        if (unfreezing > 0 && Double.valueOf(0).equals(rates.get(Layer.HEAD))) {
            throw new IllegalArgumentException("Unfreezing begins with the head: don't freeze it.");
        }
    }

    /** Whatever is not plain, each after a comma. */
    String words() {
        StringBuilder words = new StringBuilder();
        for (Layer layer : Layer.values()) {
            double rate = rates.getOrDefault(layer, 1.);
            if (rate != 1) {
                words.append(", ").append(layer.words());
                words.append(rate == 0 ? " frozen" : " x " + rate);
            }
        }
        if (unfreezing > 0) {
            words.append(", a layer more every ").append(unfreezing).append(" epochs");
        }
        if (patience > 0) {
            words.append(", stops ").append(patience).append(" epochs after the best");
        }
        return words.toString();
    }

    /**
     * The factor on the learning rate of a layer.
     *
     * @param epoch from 1
     * @return 0 while the layer is frozen
     */
    public double rate(Layer layer, int epoch) {
        boolean waiting = epoch <= unfreezing * layer.ordinal();
        return waiting ? 0 : rates.getOrDefault(layer, 1.);
    }
}
