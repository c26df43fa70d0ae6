package org.consilium.ui.cohort;

import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.consilium.clinical.Cohort;
import org.consilium.ui.common.Navigator;
import org.consilium.ui.common.PatientSelection;
import org.consilium.ui.common.Settings;
import org.consilium.ui.common.ViewState;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Binds the worklist to its view model. */
final class WorklistController {
    private final WorklistViewModel model;
    private final Cohort cohort;
    private final Navigator navigator;
    private final Settings settings;

    @FXML private VBox screen;
    @FXML private Label title;
    @FXML private Label count;
    @FXML private TextField search;
    @FXML private FlowPane chips;
    @FXML private PatientTable table;
    @FXML private Label nothing;

    WorklistController(
            WorklistViewModel model, Cohort cohort, Navigator navigator, Settings settings) {
        this.model = model;
        this.cohort = cohort;
        this.navigator = navigator;
        this.settings = settings;
    }

    @FXML
    private void initialize() {
        title.setText(cohort.name());
        count.textProperty().bind(model.countProperty());
        search.textProperty().bindBidirectional(model.searchProperty());
        search.addEventHandler(KeyEvent.KEY_PRESSED, this::leaveSearch);
        for (PatientFilter filter : PatientFilter.values()) {
            ToggleButton chip = new ToggleButton(filter.words());
            chip.getStyleClass().add("chip");
            chip.selectedProperty()
                    .addListener((observed, before, now) -> model.choose(filter, now));
            chips.getChildren().add(chip);
        }
        Button selection = chip();
        chips.getChildren().addFirst(selection);
        model.selectionProperty().addListener((observed, before, now) -> show(selection, now));
        show(selection, model.selectionProperty().get());
        SortedList<PatientRow> sorted = new SortedList<>(model.rows());
        ColumnMemory.keep(table, settings, "worklist");
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setRowFactory(ignored -> row());
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        screen.addEventFilter(KeyEvent.KEY_PRESSED, this::toSearch);
        model.stateProperty().addListener((observed, before, now) -> show(now));
        show(model.stateProperty().get());
    }

    /** The chip that tells whose patients are shown, and lets go of them. */
    private Button chip() {
        Button chip = new Button();
        chip.setId("worklist-selection");
        chip.getStyleClass().addAll("chip", "selection-chip");
        chip.setGraphic(new FontIcon(Feather.X));
        chip.setContentDisplay(ContentDisplay.RIGHT);
        chip.setOnAction(event -> model.select(null));
        return chip;
    }

    private static void show(Button chip, @Nullable PatientSelection selection) {
        chip.setVisible(selection != null);
        chip.setManaged(selection != null);
        if (selection != null) {
            chip.setText(selection.words());
            chip.setAccessibleText("Only: " + selection.words() + ". Press to show everybody.");
        }
    }

    @FXML
    private void quality() {
        navigator.quality(cohort);
    }

    @FXML
    private void tuning() {
        navigator.tuning(cohort);
    }

    private void show(ViewState<Integer> state) {
        nothing.setText(
                switch (state) {
                    case ViewState.Failed<Integer>(String sentence) -> sentence;
                    case ViewState.Loaded<Integer>(Integer patients) when patients == 0 ->
                            "This cohort has no patients: import some.";
                    case ViewState.Loaded<Integer> loaded ->
                            "Nobody matches: change the search or the filters.";
                    default -> "Reading the patients";
                });
    }

    private TableRow<PatientRow> row() {
        TableRow<PatientRow> row = new TableRow<>();
        row.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY
                    && event.getClickCount() == 2
                    && !row.isEmpty()) {
                open(row.getItem());
            }
        });
        return row;
    }

    private void toSearch(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
            search.requestFocus();
            search.selectAll();
            event.consume();
        }
    }

    private void leaveSearch(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
            search.clear();
            event.consume();
            return;
        }
        if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
            table.requestFocus();
            if (table.getSelectionModel().isEmpty()) {
                table.getSelectionModel().selectFirst();
            }
            if (event.getCode() == KeyCode.ENTER && model.rows().size() == 1) {
                open(model.rows().getFirst());
            }
            event.consume();
        }
    }

    private void pressed(KeyEvent event) {
        PatientRow row = table.getSelectionModel().getSelectedItem();
        if (event.getCode() == KeyCode.ENTER && row != null) {
            open(row);
            event.consume();
        }
    }

    private void open(PatientRow row) {
        navigator.patient(cohort, row.summary());
    }
}
