package org.consilium.ui.tuning;

import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;
import org.consilium.tuning.factor.Course;
import org.consilium.tuning.factor.Layer;
import org.jspecify.annotations.Nullable;

/** Binds the expert's options to their view model. */
final class ExpertController {
    private final ExpertViewModel model;

    @FXML private TextField epochs;
    @FXML private TextField rate;
    @FXML private CheckBox findRate;
    @FXML private ComboBox<Course> course;
    @FXML private TextField decay;
    @FXML private TextField l2sp;
    @FXML private TextField batch;
    @FXML private TextField dropout;
    @FXML private TextField unfreezing;
    @FXML private TextField patience;
    @FXML private ComboBox<Double> head;
    @FXML private ComboBox<Double> vectors;
    @FXML private ComboBox<Double> text;

    ExpertController(ExpertViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        epochs.textProperty().bindBidirectional(model.epochsProperty());
        rate.textProperty().bindBidirectional(model.rateProperty());
        findRate.selectedProperty().bindBidirectional(model.findRateProperty());
        rate.disableProperty().bind(model.findRateProperty());
        course.setConverter(new Courses());
        course.getItems().setAll(Course.DECAY, Course.ONE_CYCLE);
        course.valueProperty().bindBidirectional(model.courseProperty());
        decay.textProperty().bindBidirectional(model.decayProperty());
        decay.disableProperty().bind(model.courseProperty().isEqualTo(Course.ONE_CYCLE));
        l2sp.textProperty().bindBidirectional(model.l2spProperty());
        batch.textProperty().bindBidirectional(model.batchProperty());
        dropout.textProperty().bindBidirectional(model.dropoutProperty());
        unfreezing.textProperty().bindBidirectional(model.unfreezingProperty());
        patience.textProperty().bindBidirectional(model.patienceProperty());
        bind(head, Layer.HEAD);
        bind(vectors, Layer.VECTORS);
        bind(text, Layer.TEXT);
    }

    private void bind(ComboBox<Double> box, Layer layer) {
        box.setConverter(new Rates());
        box.getItems().setAll(1., .3, .1, 0.);
        box.valueProperty().bindBidirectional(model.layerProperty(layer));
    }

    private static final class Courses extends StringConverter<Course> {
        @Override
        public String toString(@Nullable Course course) {
            return course == Course.ONE_CYCLE ? "Up, then down" : "The same throughout";
        }

        @Override
        public @Nullable Course fromString(String words) {
            // only ever chosen from a list
            return null;
        }
    }

    private static final class Rates extends StringConverter<Double> {
        @Override
        public String toString(@Nullable Double factor) {
            if (factor == null || factor == 1) {
                return "Learns";
            }
            return factor == 0
                    ? "Frozen"
                    : String.format(Locale.ROOT, "Learns at %.0f%%", 100 * factor);
        }

        @Override
        public @Nullable Double fromString(String words) {
            // only ever chosen from a list
            return null;
        }
    }
}
