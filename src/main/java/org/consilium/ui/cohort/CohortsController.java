package org.consilium.ui.cohort;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.consilium.ui.common.Navigator;
import org.consilium.ui.common.ViewState;

/** Binds the cards of the cohorts, and where files are dropped, to their view models. */
final class CohortsController {
    private static final PseudoClass DRAGGED = PseudoClass.getPseudoClass("dragged");

    private final CohortsViewModel cohorts;
    private final ImportViewModel imports;
    private final Parent importing;
    private final ExportViewModel exports;
    private final Parent exporting;
    private final Navigator navigator;

    @FXML private VBox screen;
    @FXML private StackPane slot;
    @FXML private StackPane exportSlot;
    @FXML private FlowPane cards;
    @FXML private Label empty;
    @FXML private Label failure;
    @FXML private VBox drop;

    CohortsController(
            CohortsViewModel cohorts,
            ImportViewModel imports,
            Parent importing,
            ExportViewModel exports,
            Parent exporting,
            Navigator navigator) {
        this.cohorts = cohorts;
        this.imports = imports;
        this.importing = importing;
        this.exports = exports;
        this.exporting = exporting;
        this.navigator = navigator;
    }

    @FXML
    private void initialize() {
        slot.getChildren().add(importing);
        exportSlot.getChildren().add(exporting);
        cohorts.stateProperty().addListener((observed, before, now) -> show(now));
        show(cohorts.stateProperty().get());
        screen.setOnDragOver(this::over);
        screen.setOnDragExited(event -> drop.pseudoClassStateChanged(DRAGGED, false));
        screen.setOnDragDropped(this::dropped);
    }

    private void show(ViewState<List<CohortEntry>> state) {
        List<CohortEntry> list =
                state instanceof ViewState.Loaded<List<CohortEntry>>(var loaded)
                        ? loaded
                        : List.of();
        cards.getChildren()
                .setAll(
                        list.stream()
                                .map(entry ->
                                        new CohortCard(
                                                entry,
                                                navigator,
                                                () -> exports.offer(entry.cohort())))
                                .toList());
        visible(empty, state instanceof ViewState.Loaded<List<CohortEntry>> && list.isEmpty());
        failure.setText(
                state instanceof ViewState.Failed<List<CohortEntry>>(String sentence)
                        ? sentence
                        : "");
        visible(failure, !failure.getText().isEmpty());
    }

    private void over(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            drop.pseudoClassStateChanged(DRAGGED, true);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        imports.offer(event.getDragboard().getFiles().stream().map(File::toPath).toList());
        event.setDropCompleted(true);
        event.consume();
    }

    @FXML
    private void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("A folder of records");
        File folder = chooser.showDialog(screen.getScene().getWindow());
        if (folder != null) {
            imports.offer(List.of(folder.toPath()));
        }
    }

    @FXML
    private void chooseFiles() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Files of records");
        List<File> files = chooser.showOpenMultipleDialog(screen.getScene().getWindow());
        if (files != null) {
            List<Path> paths = files.stream().map(File::toPath).toList();
            imports.offer(paths);
        }
    }

    private static void visible(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
