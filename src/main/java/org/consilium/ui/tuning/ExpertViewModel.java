package org.consilium.ui.tuning;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.consilium.tuning.Adjustments;
import org.consilium.tuning.TuneRecipe;
import org.consilium.tuning.factor.Course;
import org.consilium.tuning.factor.Layer;
import org.consilium.tuning.factor.Schedule;
import org.jspecify.annotations.Nullable;

/** What an expert sets of the recipe; what is left blank is as in the careful one. */
final class ExpertViewModel {
    private final StringProperty epochs = new SimpleStringProperty("");
    private final StringProperty rate = new SimpleStringProperty("");
    private final BooleanProperty findRate = new SimpleBooleanProperty();
    private final ObjectProperty<Course> course = new SimpleObjectProperty<>(Course.DECAY);
    private final StringProperty decay = new SimpleStringProperty("");
    private final StringProperty l2sp = new SimpleStringProperty("");
    private final StringProperty batch = new SimpleStringProperty("");
    private final StringProperty dropout = new SimpleStringProperty("");
    private final StringProperty unfreezing = new SimpleStringProperty("");
    private final StringProperty patience = new SimpleStringProperty("");
    private final Map<Layer, ObjectProperty<Double>> layers = new EnumMap<>(Layer.class);

    ExpertViewModel() {
        for (Layer layer : Layer.values()) {
            layers.put(layer, new SimpleObjectProperty<>(1.));
        }
    }

    StringProperty epochsProperty() {
        return epochs;
    }

    /** Of Adam. */
    StringProperty rateProperty() {
        return rate;
    }

    /** Whether the learning rate is looked for. */
    BooleanProperty findRateProperty() {
        return findRate;
    }

    ObjectProperty<Course> courseProperty() {
        return course;
    }

    /** Of the learning rate after each epoch. */
    StringProperty decayProperty() {
        return decay;
    }

    /** Pull towards the base model. */
    StringProperty l2spProperty() {
        return l2sp;
    }

    /** Visits a step. */
    StringProperty batchProperty() {
        return batch;
    }

    /** Share of the facts left out a step. */
    StringProperty dropoutProperty() {
        return dropout;
    }

    /** Epochs after which the next layer joins. */
    StringProperty unfreezingProperty() {
        return unfreezing;
    }

    /** Epochs without a gain after which it stops. */
    StringProperty patienceProperty() {
        return patience;
    }

    /** The factor on a layer's learning rate; 0 where it is frozen. */
    ObjectProperty<Double> layerProperty(Layer layer) {
        return layers.getOrDefault(layer, new SimpleObjectProperty<>(1.));
    }

    /**
     * @throws IllegalArgumentException when something makes no sense, in one sentence
     */
    TuneRecipe recipe() {
        Map<Layer, Double> rates = new EnumMap<>(Layer.class);
        layers.forEach((layer, factor) -> {
            if (factor.get() != null && factor.get() != 1) {
                rates.put(layer, factor.get());
            }
        });
        return TuneRecipe.expert(
                new Adjustments(
                        number("The epochs", epochs, Integer::valueOf),
                        findRate.get() ? null : number("The learning rate", rate, Double::valueOf),
                        findRate.get(),
                        number("The decay", decay, Double::valueOf),
                        number("The hold to the base model", l2sp, Double::valueOf),
                        number("The visits a step", batch, Integer::valueOf),
                        number("The share of facts left out", dropout, Double::valueOf),
                        new Schedule(
                                course.get(),
                                rates,
                                orZero(number("The unfreezing", unfreezing, Integer::valueOf)),
                                orZero(number("The patience", patience, Integer::valueOf)))));
    }

    private static int orZero(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    private static <T> @Nullable T number(
            String what, StringProperty property, Function<String, T> reader) {
        String text = property.get() == null ? "" : property.get().strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            return reader.apply(text.toLowerCase(Locale.ROOT));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    what + " must be a number, such as the one that is shown where it is empty.",
                    e);
        }
    }
}
