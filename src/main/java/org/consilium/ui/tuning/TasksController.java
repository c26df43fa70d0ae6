package org.consilium.ui.tuning;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.util.StringConverter;
import org.consilium.clinical.ItemKind;
import org.consilium.tuning.task.TuningTask;
import org.jspecify.annotations.Nullable;

/** Binds the tasks and the form that defines one to their view model. */
final class TasksController {
    private static final String WHOLE = "The whole cohort, every item";

    private final TasksViewModel model;
    private boolean refreshing;

    @FXML private ComboBox<String> task;
    @FXML private TextField name;
    @FXML private ComboBox<Integer> horizon;
    @FXML private CheckBox medications;
    @FXML private CheckBox procedures;
    @FXML private CheckBox carePlans;
    @FXML private CheckBox immunisations;
    @FXML private TextField ages;
    @FXML private TextField conditions;
    @FXML private DatePicker from;
    @FXML private DatePicker to;
    @FXML private TextField sites;
    @FXML private TextField without;
    @FXML private Button save;
    @FXML private Button delete;
    @FXML private Label notice;

    TasksController(TasksViewModel model) {
        this.model = model;
    }

    @FXML
    private void initialize() {
        name.textProperty().bindBidirectional(model.nameProperty());
        horizon.setConverter(new Horizons());
        horizon.getItems().setAll(0, 7, 30, 90, 180);
        horizon.valueProperty().bindBidirectional(model.horizonProperty());
        medications.selectedProperty().bindBidirectional(model.kindProperty(ItemKind.MEDICATION));
        procedures.selectedProperty().bindBidirectional(model.kindProperty(ItemKind.PROCEDURE));
        carePlans.selectedProperty().bindBidirectional(model.kindProperty(ItemKind.CARE_PLAN));
        immunisations
                .selectedProperty()
                .bindBidirectional(model.kindProperty(ItemKind.IMMUNIZATION));
        ages.textProperty().bindBidirectional(model.agesProperty());
        conditions.textProperty().bindBidirectional(model.conditionsProperty());
        from.setConverter(new Days());
        from.valueProperty().bindBidirectional(model.fromProperty());
        to.setConverter(new Days());
        to.valueProperty().bindBidirectional(model.toProperty());
        sites.textProperty().bindBidirectional(model.sitesProperty());
        without.textProperty().bindBidirectional(model.withoutProperty());
        notice.textProperty().bind(model.noticeProperty());
        notice.visibleProperty().bind(model.noticeProperty().isNotEmpty());
        notice.managedProperty().bind(model.noticeProperty().isNotEmpty());
        save.setOnAction(event -> model.save());
        delete.setOnAction(event -> model.delete());
        delete.disableProperty().bind(model.chosenProperty().isNull());
        model.tasks().addListener((ListChangeListener<TuningTask>) change -> offer());
        model.chosenProperty().addListener((observed, before, now) -> offer());
        task.valueProperty().addListener((observed, before, now) -> chosen(now));
        offer();
    }

    private void offer() {
        refreshing = true;
        TuningTask chosen = model.chosenProperty().get();
        task.getItems().setAll(WHOLE);
        task.getItems().addAll(model.tasks().stream().map(TuningTask::name).toList());
        task.setValue(chosen == null ? WHOLE : chosen.name());
        refreshing = false;
    }

    private void chosen(@Nullable String name) {
        if (!refreshing && name != null) {
            List<TuningTask> tasks = model.tasks();
            model.choose(
                    tasks.stream()
                            .filter(each -> each.name().equals(name))
                            .findFirst()
                            .orElse(null));
        }
    }

    private static final class Horizons extends StringConverter<Integer> {
        @Override
        public String toString(@Nullable Integer days) {
            return days == null || days == 0
                    ? "At the visit itself"
                    : "Within %d days of it".formatted(days);
        }

        @Override
        public @Nullable Integer fromString(String words) {
            // only ever chosen from a list
            return null;
        }
    }

    /** A day as the banner writes it; what is none is left as it was. */
    private static final class Days extends StringConverter<LocalDate> {
        private static final DateTimeFormatter DAY =
                DateTimeFormatter.ofPattern("dd-MMM-yyyy", Locale.UK);

        @Override
        public String toString(@Nullable LocalDate day) {
            return day == null ? "" : DAY.format(day);
        }

        @Override
        public @Nullable LocalDate fromString(@Nullable String words) {
            String text = words == null ? "" : words.strip();
            if (text.isEmpty()) {
                return null;
            }
            try {
                return text.matches("\\d{4}-\\d\\d-\\d\\d")
                        ? LocalDate.parse(text)
                        : LocalDate.parse(text, DAY);
            } catch (DateTimeParseException e) {
                return null;
            }
        }
    }
}
