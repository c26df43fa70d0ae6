package org.consilium.ui.recommendation;

import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Coded reasons, one of which has to be chosen: by mouse or by the keys 1 to 6, Enter, Escape. */
abstract class ReasonPane<R extends Enum<R>> extends VBox {
    private final List<R> choices;
    private final ToggleGroup reasons = new ToggleGroup();
    private final TextField note = new TextField();
    private BiConsumer<R, @Nullable String> onChosen = (reason, words) -> {};

    private Runnable onClosed = () -> {};

    /**
     * @param verb what the button says and the ids of the controls begin with, lower case
     */
    ReasonPane(String title, String verb, List<R> choices, Function<R, String> wording) {
        this.choices = List.copyOf(choices);
        getStyleClass().add("reason-pane");
        TilePane buttons = new TilePane();
        buttons.setPrefColumns(3);
        buttons.setTileAlignment(Pos.CENTER_LEFT);
        buttons.getStyleClass().add("reasons-to-choose");
        for (R reason : choices) {
            RadioButton button =
                    new RadioButton((reason.ordinal() + 1) + "  " + wording.apply(reason));
            button.setToggleGroup(reasons);
            button.setId(verb + "-" + reason.name());
            buttons.getChildren().add(button);
        }
        note.setPromptText("Note (optional)");
        note.setAccessibleText("Note on the reason, optional");
        HBox.setHgrow(note, Priority.ALWAYS);
        Button act = new Button(verb.substring(0, 1).toUpperCase(Locale.ROOT) + verb.substring(1));
        act.setId(verb + "-with-reason");
        act.disableProperty().bind(reasons.selectedToggleProperty().isNull());
        act.setOnAction(event -> choose());
        Button keep = new Button("Cancel");
        keep.setOnAction(event -> close());
        HBox last = new HBox(note, act, keep);
        last.getStyleClass().add("reason-actions");
        Label heading = new Label(title);
        heading.getStyleClass().add("reason-title");
        getChildren().addAll(heading, buttons, last);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        close();
    }

    void setOnChosen(BiConsumer<R, @Nullable String> action) {
        onChosen = action;
    }

    /** What happens when the pane closes again: the keys go back where they came from. */
    void setOnClosed(Runnable action) {
        onClosed = action;
    }

    void open() {
        reasons.selectToggle(null);
        note.clear();
        setVisible(true);
        setManaged(true);
        if (reasons.getToggles().getFirst() instanceof RadioButton first) {
            first.requestFocus();
        }
    }

    void close() {
        boolean wasOpen = isVisible();
        setVisible(false);
        setManaged(false);
        if (wasOpen) {
            onClosed.run();
        }
    }

    private void choose() {
        int index = reasons.getToggles().indexOf(reasons.getSelectedToggle());
        if (index >= 0) {
            close();
            onChosen.accept(choices.get(index), note.getText());
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            choose();
            event.consume();
        } else if (!note.equals(event.getTarget()) && event.getCode().isDigitKey()) {
            int number = event.getText().isEmpty() ? 0 : event.getText().charAt(0) - '0';
            if (number >= 1 && number <= reasons.getToggles().size()) {
                reasons.selectToggle(reasons.getToggles().get(number - 1));
                event.consume();
            }
        }
    }
}
