package org.consilium.ui.recommendation;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Asks for what a decision needs; Enter takes it, Escape leaves it. Closed until it is opened. */
abstract class DecisionPane extends VBox {
    private final TextField note = new TextField();
    private final Button act = new Button();
    private Runnable onClosed = () -> {};

    /**
     * @param verb what the button says, lower case; ids begin with it
     * @param question what is asked, above the content
     */
    DecisionPane(String question, String words, String verb, Node content) {
        getStyleClass().add("reason-pane");
        note.setPromptText("Note (optional)");
        note.setAccessibleText("Note, optional");
        HBox.setHgrow(note, Priority.ALWAYS);
        act.setText(words);
        act.setId(verb + "-it");
        act.setOnAction(event -> choose());
        Button keep = new Button("Cancel");
        keep.setOnAction(event -> close());
        HBox last = new HBox(note, act, keep);
        last.getStyleClass().add("reason-actions");
        Label heading = new Label(question);
        heading.getStyleClass().add("reason-title");
        getChildren().addAll(heading, content, last);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        setVisible(false);
        setManaged(false);
    }

    Button act() {
        return act;
    }

    String note() {
        return note.getText();
    }

    /** What happens when the pane closes again: the keys go back where they came from. */
    void setOnClosed(Runnable action) {
        onClosed = action;
    }

    void reveal() {
        note.clear();
        setVisible(true);
        setManaged(true);
    }

    void close() {
        boolean wasOpen = isVisible();
        setVisible(false);
        setManaged(false);
        if (wasOpen) {
            onClosed.run();
        }
    }

    /** Hands on what was chosen, if it is enough. */
    abstract void choose();

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && !act.isDisabled()) {
            choose();
            event.consume();
        }
    }
}
