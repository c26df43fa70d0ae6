package org.consilium.tuning;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.consilium.tuning.factor.Course;
import org.consilium.tuning.factor.Layer;
import org.consilium.tuning.factor.Schedule;
import org.consilium.tuning.factor.TrainingOptions;

/**
 * The recipes that a search draws from: what MODEL.md tried, and around it. Random search, since
 * few of the options matter and nobody knows which (Bergstra and Bengio 2012).
 */
final class RecipeSpace {
    private static final List<Integer> EPOCHS = List.of(10, 20, 40);
    private static final double LOWEST_RATE = 3e-4;
    private static final double HIGHEST_RATE = 5e-3;
    private static final List<Double> PULLS = List.of(0., 1e-4, 1e-3, 1e-2, 1e-1);
    private static final List<Integer> BATCHES = List.of(32, 64, 128);
    private static final List<Double> DROPOUTS = List.of(0., .1, .3);
    private static final List<Double> VECTOR_RATES = List.of(1., 1., .3);
    private static final List<Double> TEXT_RATES = List.of(1., 1., .3, .1, 0.);
    private static final List<Integer> UNFREEZING = List.of(0, 0, 0, 1, 3);
    private static final List<Integer> PATIENCE = List.of(0, 0, 0, 3);

    private final Random random;

    RecipeSpace(long seed) {
        random = new Random(seed);
    }

    /** The next recipe, other than the careful one in what is drawn. */
    TrainingOptions draw(TrainingOptions careful) {
        Map<Layer, Double> rates = new EnumMap<>(Layer.class);
        rates.put(Layer.VECTORS, one(VECTOR_RATES));
        rates.put(Layer.TEXT, one(TEXT_RATES));
        Course course = random.nextBoolean() ? Course.DECAY : Course.ONE_CYCLE;
        Schedule schedule = new Schedule(course, rates, one(UNFREEZING), one(PATIENCE));
        double rate = LOWEST_RATE * Math.pow(HIGHEST_RATE / LOWEST_RATE, random.nextDouble());
        return new TrainingOptions(
                one(EPOCHS),
                rate,
                careful.decay(),
                one(BATCHES),
                one(DROPOUTS),
                one(PULLS),
                careful.averaging(),
                careful.crowding(),
                schedule,
                careful.seed());
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
