package org.consilium.ui.recommendation;

import java.util.function.BiConsumer;
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
import org.consilium.clinical.Decision.DeclineReason;
import org.jspecify.annotations.Nullable;

/** The coded reasons for declining, by mouse or by the keys 1 to 6, Enter and Escape. */
public final class DeclinePane extends VBox {
    private final ToggleGroup reasons = new ToggleGroup();
    private final TextField note = new TextField();
    private final Button decline = new Button("Decline");
    private BiConsumer<DeclineReason, @Nullable String> onDecline = (reason, words) -> {};

    private Runnable onClosed = () -> {};

    public DeclinePane() {
        getStyleClass().add("decline-pane");
        TilePane choices = new TilePane();
        choices.setPrefColumns(3);
        choices.setTileAlignment(Pos.CENTER_LEFT);
        choices.getStyleClass().add("reasons-to-decline");
        for (DeclineReason reason : DeclineReason.values()) {
            RadioButton button =
                    new RadioButton((reason.ordinal() + 1) + "  " + Wording.reason(reason));
            button.setUserData(reason);
            button.setToggleGroup(reasons);
            button.setId("decline-" + reason.name());
            choices.getChildren().add(button);
        }
        note.setPromptText("Note (optional)");
        note.setAccessibleText("Note on the reason, optional");
        HBox.setHgrow(note, Priority.ALWAYS);
        decline.setId("decline-with-reason");
        decline.disableProperty().bind(reasons.selectedToggleProperty().isNull());
        decline.setOnAction(event -> decline());
        Button keep = new Button("Cancel");
        keep.setOnAction(event -> close());
        HBox last = new HBox(note, decline, keep);
        last.getStyleClass().add("decline-actions");
        Label title = new Label("Why not?");
        title.getStyleClass().add("decline-title");
        getChildren().addAll(title, choices, last);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        close();
    }

    void setOnDecline(BiConsumer<DeclineReason, @Nullable String> action) {
        onDecline = action;
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

    private void decline() {
        if (reasons.getSelectedToggle() != null
                && reasons.getSelectedToggle().getUserData() instanceof DeclineReason reason) {
            close();
            onDecline.accept(reason, note.getText());
        }
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            decline();
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
