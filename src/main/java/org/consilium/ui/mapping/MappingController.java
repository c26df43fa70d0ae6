package org.consilium.ui.mapping;

import java.util.List;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.consilium.importing.mapping.ColumnMapping;
import org.consilium.ui.common.ViewState;
import org.consilium.ui.common.Views;

/** Binds the mapping step to its view model. */
final class MappingController {
    private static final List<String> KINDS =
            List.of(
                    "condition",
                    "observation",
                    "medication",
                    "procedure",
                    "careplan",
                    "immunization",
                    "allergy");

    private final MappingViewModel model;
    private final Consumer<ColumnMapping> done;
    private final Runnable back;

    @FXML private VBox sheet;
    @FXML private Label questions;
    @FXML private HBox several;
    @FXML private ComboBox<Integer> tables;
    @FXML private ComboBox<ColumnMapping> saved;
    @FXML private HBox known;
    @FXML private ColumnTable columns;
    @FXML private ComboBox<String> kind;
    @FXML private CheckBox dayIsVisit;
    @FXML private CheckBox decimalComma;
    @FXML private TrialTable trial;
    @FXML private Label problem;
    @FXML private TextField name;
    @FXML private Button use;

    MappingController(MappingViewModel model, Consumer<ColumnMapping> done, Runnable back) {
        this.model = model;
        this.done = done;
        this.back = back;
    }

    @FXML
    private void initialize() {
        kind.getItems().setAll(KINDS);
        kind.valueProperty().bindBidirectional(model.kindProperty());
        dayIsVisit.selectedProperty().bindBidirectional(model.dayIsVisitProperty());
        decimalComma.selectedProperty().bindBidirectional(model.decimalCommaProperty());
        name.textProperty().bindBidirectional(model.nameProperty());
        problem.textProperty().bind(model.problemProperty());
        questions.textProperty().bind(model.questionsProperty());
        use.disableProperty().bind(problem.textProperty().isNotEmpty());
        saved.setConverter(new Named());
        model.stateProperty().addListener((observed, before, now) -> show(now));
        model.rowsProperty().addListener((observed, before, now) -> trial.show(now));
        model.savedProperty().addListener((observed, before, now) -> showSaved(now));
        tables.valueProperty().addListener((observed, before, now) -> showTable(now));
        for (var changed : List.of(model.dayIsVisitProperty(), model.decimalCommaProperty())) {
            changed.addListener((observed, before, now) -> model.tryOut());
        }
        model.kindProperty().addListener((observed, before, now) -> model.tryOut());
        problem.textProperty().addListener((observed, before, now) -> showWords());
        questions.textProperty().addListener((observed, before, now) -> showWords());
        show(model.stateProperty().get());
        showSaved(List.of());
        showWords();
    }

    private void showWords() {
        visible(problem, !problem.getText().isEmpty());
        visible(questions, !questions.getText().isEmpty());
    }

    private void show(ViewState<List<MappingSheet>> state) {
        boolean loaded = state instanceof ViewState.Loaded<List<MappingSheet>>;
        visible(sheet, loaded);
        if (state instanceof ViewState.Loaded<List<MappingSheet>>(var sheets)) {
            tables.getItems().clear();
            for (int i = 0; i < sheets.size(); i++) {
                tables.getItems().add(i + 1);
                sheets.get(i).columns().forEach(this::watch);
            }
            visible(several, sheets.size() > 1);
            tables.setValue(1);
        }
    }

    private void watch(ColumnChoice choice) {
        choice.roleProperty().addListener((observed, before, now) -> model.tryOut());
        choice.detailProperty().addListener((observed, before, now) -> model.tryOut());
    }

    private void showTable(Integer number) {
        if (number != null
                && model.stateProperty().get()
                        instanceof ViewState.Loaded<List<MappingSheet>>(var sheets)) {
            columns.show(sheets.get(number - 1).columns());
        }
    }

    private void showSaved(List<ColumnMapping> mappings) {
        saved.getItems().setAll(mappings);
        visible(known, !mappings.isEmpty());
    }

    @FXML
    private void choosingSaved() {
        if (saved.getValue() != null) {
            model.use(saved.getValue());
        }
    }

    @FXML
    private void using() {
        var _ = model.finish().thenAcceptAsync(done, Views::onUi);
    }

    @FXML
    private void goingBack() {
        back.run();
    }

    private static void visible(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
