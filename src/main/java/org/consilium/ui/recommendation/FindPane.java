package org.consilium.ui.recommendation;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.consilium.recommend.Item;
import org.consilium.ui.common.CutText;

/** Any item by name, to see why it is recommended or why it is not. */
public final class FindPane extends VBox {
    private final TextField words = new TextField();
    private final ListView<Item> list = new ListView<>();
    private final Label note = Texts.quiet("");

    public FindPane() {
        getStyleClass().add("find-pane");
        words.setId("find-item");
        words.setPromptText("Any medication, procedure, care plan or immunisation");
        words.setAccessibleText("Name of any item, to see why it is or is not recommended");
        list.setId("found-items");
        list.setAccessibleText("Items of that name");
        list.setCellFactory(view -> new Cell());
        list.setPlaceholder(
                Texts.quiet("Type a name to see why something is, or is not, recommended."));
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(words, list, note);
    }

    void bind(ItemViewModel model) {
        words.textProperty().addListener((observed, before, now) -> model.search(now));
        words.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN && !list.getItems().isEmpty()) {
                list.requestFocus();
                list.getSelectionModel().selectFirst();
                event.consume();
            }
        });
        list.setItems(model.found());
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener((observed, before, now) -> {
                    if (now != null) {
                        model.choose(now);
                    }
                });
        note.textProperty().bind(model.searchNoteProperty());
        note.managedProperty().bind(note.textProperty().isNotEmpty());
    }

    void open() {
        words.requestFocus();
    }

    private static final class Cell extends ListCell<Item> {
        Cell() {
            CutText.tell(this);
        }

        @Override
        protected void updateItem(Item item, boolean empty) {
            super.updateItem(item, empty);
            setText(
                    empty || item == null
                            ? null
                            : Wording.name(item.concept())
                                    + " \u00b7 "
                                    + Wording.kind(item.kind()));
            setPrefWidth(0);
        }
    }
}
